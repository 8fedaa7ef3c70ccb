import { describe, expect, test } from "vitest";
import { gainShare } from "../../examples/index.js";
import * as library from "../../src/index.js";
import * as laws from "../../src/laws/index.js";
import * as reports from "../../src/report/index.js";
import { serveRuns } from "../../src/worker/index.js";
import { run, symbol } from "./nonsense.js";

/** Arguments in the name of a test. */
const shownAs = (values: readonly unknown[]): string =>
  values
    .map((value) =>
      value === run
        ? "a run"
        : value === gainShare
          ? "a scenario"
          : value === laws.laws.share
            ? "laws"
            : typeof value === "bigint"
              ? `${value}n`
              : JSON.stringify(value),
    )
    .join(", ");

describe("every function of the library, of the report and of the laws is given", () => {
  const all = Object.entries({ ...library, ...reports, ...laws, serveRuns }).filter(
    ([, value]) => typeof value === "function" && !/^class/.test(String(value)),
  );
  const fail = () => {
    throw new Error("fail");
  };
  const traps = { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const everything: object = new Proxy({}, { has: () => true, get: () => everything });
  const itself: Record<string, unknown> = { ...gainShare, ...run };
  for (const key of Object.keys(itself)) itself[key] = itself;
  const hostile = {
    "a proxy that fails": new Proxy({}, traps),
    "a list that fails": new Proxy([1], { get: fail }),
    "a proxy that was revoked": revoked.proxy,
    "a proxy that has everything": everything,
    "an object that holds itself": itself,
    "an object of a class": new (class {
      get cohorts() {
        return fail();
      }
    })(),
    "a scenario with a getter that fails": {
      ...gainShare,
      get agencies() {
        return fail();
      },
    },
    "a scenario that holds itself": { ...gainShare, form: itself, agencies: itself },
    "a scenario of numbers": { ...gainShare, agencies: 1 },
    "a run with a getter that fails": {
      ...run,
      get drawn() {
        return fail();
      },
    },
    "a run without books": { ...run, drawn: {}, central: null },
    "a report with a getter that fails": {
      ...reports.report(run),
      get parts() {
        return fail();
      },
    },
    "a report of nothing": { ...reports.report(run), parts: [{}] },
  };
  const firsts = { nothing: [], run: [run], scenario: [gainShare], report: [reports.report(run)], law: [() => 1] };
  test.each(Object.entries(hostile))("%s: an answer or a message", async (_, value) => {
    for (const first of Object.values(firsts)) await answersOrTells([...first, value]);
    await answersOrTells([[value]]);
  });

  const given: readonly (readonly unknown[])[] = [
    ...[[], [undefined], [null], ["nonsense"], [""], [{}], [[]], [1], [Number.NaN], [-0], [1e308], [run], [gainShare]],
    ...[[Promise.resolve(1)], [Object.freeze({})], [new Proxy({}, {})], [new Proxy([], {})], [new Map()], [() => 1]],
    ...[[new Array(2)], [["a", "a"]], [symbol], [10n], [Object.create(null)], [new Date(Number.NaN)]],
    ...[null, "nonsense", { nonsense: 1 }].flatMap((options) => [
      [run, options],
      [gainShare, options],
    ]),
    ...[null, [null], [{}], "share"].map((law) => [() => 1, law]),
    ...[null, { nonsense: 1 }, { runs: -1 }, { seed: 0.5 }].map((options) => [() => 0, laws.laws.share, options]),
    ...[
      ["nonsense", null],
      [[1, 2], null],
      [[Number.NaN], [{}]],
    ],
  ];
  test.each(given.map((values) => [shownAs(values), values]))("%s: an answer or a message", (_, values) =>
    answersOrTells(values),
  );

  const answersOrTells = async (values: readonly unknown[]): Promise<void> => {
    for (const [name, value] of all) {
      const call = value as (...some: readonly unknown[]) => unknown;
      const error = await Promise.resolve()
        .then(() => call(...values))
        .then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
      if (error !== undefined) expect(error, name).toBeInstanceOf(library.ScenarioError);
    }
  };
});
