import { describe, expect, test } from "vitest";
import { discharge, gainShare } from "../../examples/index.js";
import * as library from "../../src/index.js";
import * as laws from "../../src/laws/index.js";
import * as reports from "../../src/report/index.js";
import { serveRuns } from "../../src/worker/index.js";

// What plain JavaScript may pass as an option, where TypeScript would refuse it: every option of every function.

/** What an option takes. Of texts and numbers only some are right, unless they are free. */
type Kind =
  | "signal"
  | "series"
  | "text"
  | "free text"
  | "number"
  | "flag"
  | "list"
  | "object"
  | "function"
  | "number or object";

/** Every option of a type, with what it takes. */
type Kinds<Options> = { readonly [Name in keyof Required<Options>]: Kind };

const nonsense: readonly (readonly [Kind, unknown])[] = [
  ["text", "nonsense"],
  ["text", ""],
  ["number", Number.NaN],
  ["number", -1.5],
  ["number", Number.POSITIVE_INFINITY],
  ["flag", true],
  ["list", [null]],
  ["list", ["nonsense"]],
  ["list", [{}]],
  ["object", { nonsense: 1 }],
  ["function", () => 1],
  ["object", null],
];
const symbol = Symbol("nonsense");

const run = library.simulate(gainShare, { draws: 2 });
const waiting = library.simulate(discharge, { draws: 2, strategies: [] });
const experiment = { of: "text", figure: "text", strategy: "text", signal: "signal" } as const;
const compared = { outcome: "text", of: "text", strategies: "list", figure: "text" } as const;
const deciding = {
  horizonYears: "number or object",
  blame: "number or object",
  figure: "text",
  signal: "signal",
} as const;
const settings = { files: "object", set: "object", unitCosts: "list", values: "text" } as const;
const simulated: Kinds<library.SimulateOptions> = {
  draws: "number",
  seed: "free text",
  strategies: "list",
  regime: "object",
  cycles: "flag",
  onProgress: "function",
  signal: "signal",
};

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

/** A call with options, and what each takes. */
const callOf = <Options>(
  name: string,
  call: (options: Options) => unknown,
  kinds: Kinds<Options>,
  right: object = {},
): readonly [string, (options: unknown) => unknown, Readonly<Record<string, Kind>>, object] => [
  name,
  call as (options: unknown) => unknown,
  kinds,
  right,
];

const calls = [
  callOf("simulate", (options: library.SimulateOptions) => library.simulate(gainShare, options), simulated, {
    draws: 1,
  }),
  callOf(
    "compile",
    (options: library.CompileOptions) => library.compile(gainShare, options),
    { draws: "number", seed: "free text", strategies: "list", regime: "object" },
    { draws: 1 },
  ),
  callOf(
    "sweep",
    (options: library.SweepOptions) => library.sweep(gainShare, {}, options),
    {
      ...{ figure: "text", of: "text", strategy: "text", money: "text", draws: "number", seed: "free text" },
      ...{ regime: "object", onProgress: "function", signal: "signal" },
    },
    { draws: 1 },
  ),
  callOf("sensitivity", (o: library.SensitivityOptions) => library.sensitivity(gainShare, o), {
    ...experiment,
    outcome: "text",
  }),
  callOf("switchingValues", (o: library.ExperimentOptions) => library.switchingValues(gainShare, o), experiment),
  callOf("costShifts", (o: library.SimulateOptions) => library.costShifts(gainShare, o), simulated, { draws: 1 }),
  callOf("cashByYear", (options: library.CashByYearOptions) => library.cashByYear(run, options), {
    pounds: "text",
    series: "series",
  }),
  callOf("ledger", (options: library.LedgerOptions) => library.ledger(run, options), {
    years: "text",
    pounds: "text",
    series: "series",
  }),
  callOf("draws", (options: library.DrawsOptions) => library.draws(run, options), {
    figure: "text",
    of: "text",
    strategy: "text",
    money: "text",
    year: "number",
  }),
  callOf("figureByYear", (options: library.FigureOptions) => library.figureByYear(run, options), {
    figure: "text",
    of: "text",
    strategy: "text",
    money: "text",
  }),
  callOf("compare", (options: library.FigureOptions) => library.compare(run, run, options), {
    figure: "text",
    of: "text",
    strategy: "text",
    money: "text",
  }),
  callOf("wrongPockets", (options: library.WrongPocketsOptions) => library.wrongPockets(run, options), {
    level: "text",
    figure: "text",
  }),
  callOf("activity", (options: library.PeriodOptions) => library.activity(waiting, options), { period: "text" }),
  callOf("people", (options: library.PeriodOptions) => library.people(waiting, options), { period: "text" }),
  callOf(
    "costEffectiveness",
    (options: NonNullable<Parameters<typeof library.costEffectiveness>[1]>) => library.costEffectiveness(run, options),
    compared,
  ),
  callOf("acceptability", (options: library.AcceptabilityOptions) => library.acceptability(run, options), {
    ...compared,
    willingnessToPay: "list",
  }),
  callOf("evppi", (options: library.EvpiOptions) => library.evppi(run, options), {
    ...compared,
    willingnessToPay: "list",
    signal: "signal",
  }),
  callOf("evpi", (options: library.EvpiOptions) => library.evpi(run, options), {
    ...compared,
    willingnessToPay: "list",
    signal: "signal",
  }),
  callOf("assumptions", (options: library.SpreadOptions) => library.assumptions(run, options), {
    of: "text",
    strategy: "text",
  }),
  callOf(
    "explain",
    (options: library.ExplainOptions) => library.explain(run, options),
    { agency: "text", year: "number", strategy: "text", signal: "signal" },
    { agency: "council" },
  ),
  callOf("settle", (o: library.SettleOptions) => library.settle(run, "silo", o), {
    strategies: "list",
    signal: "signal",
  }),
  callOf("postings", (options: library.PostingsOptions) => library.postings(run, "silo", options), {
    strategy: "text",
    year: "number",
    signal: "signal",
  }),
  callOf("decide", (options: library.DecideOptions) => library.decide(run, ["silo"], options), deciding),
  callOf("votes", (options: library.DecideOptions) => library.votes(run, ["silo"], options), deciding),
  callOf("deal", (options: library.DealOptions) => library.deal(run, ["silo"], options), {
    horizonYears: "number",
    figure: "text",
    signal: "signal",
  }),
  callOf("priceOfSilos", (o: library.PriceOfSilosOptions) => library.priceOfSilos(run, ["silo"], o), {
    horizons: "list",
    blames: "list",
    figure: "text",
    signal: "signal",
  }),
  callOf("defineScenario", (o: library.DefineOptions) => library.defineScenario(gainShare.form as never, o), settings),
  callOf("report", (options: reports.ReportOptions) => reports.report(run, options), {
    show: "list",
    regimes: "list",
    onPart: "function",
    onProgress: "function",
    signal: "signal",
  }),
  callOf("toText", (options: reports.TextOptions) => reports.toText(reports.report(run), options), {
    colour: "flag",
    width: "number",
    lines: "number",
    allNotes: "flag",
  }),
];

/** The addresses of the problems of a call. Anything else that it throws fails the test. */
const addressesOf = (call: () => unknown): readonly string[] => {
  try {
    call();
    return [];
  } catch (error) {
    if (!(error instanceof library.ScenarioError)) throw error;
    return error.problems.map(({ address, what }) => `${address} ${what}`);
  }
};

describe.each(calls)("%s", (name, call, kinds, right) => {
  test("refuses an option that it does not have, and options that are none", () => {
    expect(addressesOf(() => call({ ...right, nonsense: 1 }))).toEqual([
      expect.stringContaining("options.nonsense There is no option nonsense here."),
    ]);
    for (const options of [5, null, [], "nonsense"])
      expect(addressesOf(() => call(options))[0]).toContain("The options are an object");
  });

  test("takes every option as not given where it is undefined", () => {
    const none = Object.fromEntries(Object.keys(kinds).map((option) => [option, undefined]));
    expect(addressesOf(() => call({ ...none, ...right }))).toEqual([]);
  });

  test.each(Object.entries(kinds))("takes as %s a %s, and refuses all else with a message", (option, takes) => {
    for (const [kind, value] of [...nonsense, [undefined, symbol] as const]) {
      const found = addressesOf(() => call({ ...right, [option]: value }));
      const isRight = kind !== undefined && (takes.includes(kind) || (takes === "object" && kind === "text"));
      if (!isRight || value === null) expect(found, `${name} ${option}: ${String(value)}`).not.toEqual([]);
      for (const each of found) expect(each).not.toMatch(/undefined|\[object|Unrecognized|Invalid input/);
    }
  });
});

/** Functions of plain values, with arguments that are right. */
const plain: Readonly<Record<string, readonly unknown[]>> = {
  apply: [{ decides: "each" }, { year: 1, agencies: [] }, library.nothingCarried([])],
  uprate: [100, { from: "2009", to: "2010", series: { name: "", source: "", index: { 2009: 1, 2010: 2 } } }],
  discountFactor: [library.flatSchedule(0.1), 2],
  flatSchedule: [0.1],
  presentValue: [
    [-100, 110],
    [1, 0.5],
  ],
  annuity: [[1, 0.5]],
  equivalentAnnual: [300, [1, 0.5]],
  internalRateOfReturn: [
    [-100, 60, 60],
    [0, 1, 2],
  ],
  paybackYear: [[-100, 110]],
  paybackTime: [[-100, 110]],
  quantiles: [[1, 2], [0.5]],
  frontier: [[{ name: "usual", cost: 0, outcome: 1 }]],
  acceptabilityCurves: [{ usual: [0] }, { usual: [1] }, [20_000]],
  expectedValueOfPerfectInformation: [
    [
      [0, 0],
      [30, -10],
    ],
  ],
  changes: [gainShare, gainShare],
  regressionToTheMean: [{ top: 0.05, share: 0.5, contactsPerYear: 2, picked: 0.05, persistence: 1 }],
};
const functions = library as unknown as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

describe.each(Object.entries(plain))("%s", (name, right) => {
  test("gives an answer to what is right, and stops with a message at anything else", () => {
    expect(addressesOf(() => functions[name](...right))).toEqual([]);
    for (const at of right.keys())
      for (const [, value] of [...nonsense, [undefined, symbol] as const]) {
        const found = addressesOf(() => functions[name](...right.with(at, value)));
        for (const each of found) expect(each).not.toMatch(/undefined|\[object/);
        if (typeof value !== typeof right[at] || value === null)
          expect(found, `${name} ${at} ${String(value)}`).not.toEqual([]);
      }
    expect(addressesOf(() => functions[name]())).not.toEqual([]);
  });
});

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

test("every function of the library that takes options or several values is tried", () => {
  const tried = ["simulateAsync", ...calls.map(([name]) => name), ...Object.keys(plain)];
  const all = Object.entries(library).filter(([, value]) => typeof value === "function" && value.length > 1);
  expect(all.map(([name]) => name).filter((name) => !tried.includes(name))).toEqual([]);
});
