import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { timedScenarioForm } from "../oracle/arbitrary.js";
import { differences } from "../oracle/compare.js";
import { richScenarios } from "../oracle/rich.js";
import { isWhole } from "../support/hunt.js";
import { read } from "../support/read.js";
import { wrongPicks } from "./calibrated-picks.js";
import { wrongCuts } from "./cut-budgets.js";
import { type Fault, faults } from "./faults.js";
import { faultsOfBounds } from "./faults-of-bounds.js";
import { faultsOfBudgets } from "./faults-of-budgets.js";
import { faultsOfCalibration } from "./faults-of-calibration.js";
import { faultsOfCapacity } from "./faults-of-capacity.js";
import { faultsOfCounts } from "./faults-of-counts.js";
import { faultsOfDurations } from "./faults-of-durations.js";
import { faultsOfHazards } from "./faults-of-hazards.js";
import { faultsOfMoney } from "./faults-of-money.js";
import { faultsOfPeople } from "./faults-of-people.js";
import { wrongCounts } from "./passed-bounds.js";

const folder = resolve("node_modules/.cache/who-saves-faults");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The engine with a fault planted in it, or as it is. */
const engineWith = async (name: string, fault: Fault | undefined): Promise<typeof simulate> => {
  const { outputFiles } = await build({
    entryPoints: ["src/engine/simulate.ts"],
    bundle: true,
    format: "esm",
    packages: "external",
    write: false,
    logLevel: "silent",
    plugins: [
      {
        name: "fault",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
            const code = readFileSync(path, "utf8");
            if (!fault || !path.endsWith(`/src/${fault.file}`)) return { contents: code, loader: "ts" };
            return { contents: code.replace(fault.right, () => fault.wrong), loader: "ts" };
          }),
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name.replaceAll(/\W+/g, "-")}.mjs`;
  writeFileSync(file, outputFiles[0].contents);
  return (await import(pathToFileURL(file).href)).simulateUnchecked;
};

const rich = new Map(Object.entries(richScenarios).map(([name, form]) => [name, read(form)]));
let sampled: readonly Scenario[] | undefined;
const random = (): readonly Scenario[] => {
  sampled ??= fc.sample(timedScenarioForm, { seed: 7, numRuns: 60 }).map((form) => read(form));
  return sampled;
};

/**
 * True if a run counts draws that pass a bound wrongly, cuts budgets wrongly under an allocate rule, or picks draws wrongly by
 * what was counted, or if some scenario shows a difference: first the one built for the fault, then the others, then random ones.
 */
const isFound = (run: typeof simulate, shownBy = ""): boolean =>
  wrongCounts(run).length > 0 ||
  wrongCuts(run).length > 0 ||
  wrongPicks(run).length > 0 ||
  [rich.get(shownBy) ?? [], ...rich.values()]
    .flat()
    .some((scenario) => differences(scenario, run, { draws: 1 }).length > 0) ||
  random().some((scenario) => differences(scenario, run, { draws: 1 }).length > 0);

const lists = [
  faults,
  faultsOfMoney,
  faultsOfPeople,
  faultsOfCounts,
  faultsOfHazards,
  faultsOfCapacity,
  faultsOfBudgets,
  faultsOfBounds,
  faultsOfDurations,
  faultsOfCalibration,
];
const all = lists.flatMap((list) => Object.entries(list));

/**
 * `npm run faults` and `npm run hunt` plant all faults; `npm test` plants every thirtieth that a rich scenario shows.
 */
const planted = all.filter(([, { shownBy }], index) => isWhole || (shownBy && index % 30 === 1));

describe("a planted fault", () => {
  test("matches the text of the engine exactly once, so that none rots in silence", () => {
    const stale = all.filter(([, { file, right }]) => readFileSync(`src/${file}`, "utf8").split(right).length !== 2);
    expect(stale.map(([name, { file }]) => `${name}: src/${file}`)).toEqual([]);
  });

  test("has a name of its own, and changes something", () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
    expect(all.filter(([, { right, wrong }]) => right === wrong)).toEqual([]);
  });
});

describe("the comparison with the oracle", () => {
  test("finds nothing in the engine as it is, where it finds the faults", async () => {
    const run = await engineWith("as it is", undefined);
    const shown = isWhole ? rich.keys() : planted.flatMap(([, { shownBy }]) => shownBy ?? []);
    expect([...shown].flatMap((name) => differences(rich.get(name)!, run, { draws: 1 }))).toEqual([]);
  });

  test.each(planted)("finds that %s", async (name, fault) => {
    expect(isFound(await engineWith(name, fault), fault.shownBy)).toBe(true);
  });
});
