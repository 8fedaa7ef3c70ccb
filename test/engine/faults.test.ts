import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { simulate } from "../../src/engine/simulate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { scenarioForm } from "../oracle/arbitrary.js";
import { differences } from "../oracle/compare.js";
import { richScenarios } from "../oracle/rich.js";
import { read } from "../support/read.js";

/** A mistake somebody could make: in a file of the source, one piece of text put in place of another. */
interface Fault {
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const faults: Readonly<Record<string, Fault>> = {
  "a delay is a cycle short": {
    file: "engine/demand.ts",
    right: "length: afterCycles }",
    wrong: "length: Math.max(Math.min(1, afterCycles), afterCycles - 1) }",
  },
  "nothing is under way before the start": {
    file: "engine/demand.ts",
    right: "slot.set(history.get(name) as Column)",
    wrong: "slot.fill(0)",
  },
  "a new service has a history": {
    file: "engine/history.ts",
    right: "wasThere(to) && wasThere(each)",
    wrong: "wasThere(each)",
  },
  "the steady flow leaves out what comes back": {
    file: "engine/history.ts",
    right: "(i === j ? 1 : 0) - share",
    wrong: "(i === j ? 1 : 0) - (i < j ? 0 : share)",
  },
  "deadweight is missing from effects": {
    file: "engine/effects.ts",
    right: "return deadweight === undefined",
    wrong: "return deadweight !== null",
  },
  "deadweight is missing from savings": {
    file: "engine/lines.ts",
    right: 'program.apply("subtract", program.constant(1), program.value(deadweight))',
    wrong: "program.constant(1)",
  },
  "a ramp is read at the start of the cycle": {
    file: "engine/effects.ts",
    right: "years + 0.5 / cyclesPerYear - lagYears",
    wrong: "years - lagYears",
  },
  "until is inclusive": {
    file: "engine/effects.ts",
    right: "at >= untilYears",
    wrong: "at > untilYears + 2 * momentTolerance",
  },
  "a half-life counts from the start, not the peak": {
    file: "engine/effects.ts",
    right: "-(years - peak) / halfLifeYears",
    wrong: "-years / halfLifeYears",
  },
  "the shares of years change in their middle": {
    file: "engine/effects.ts",
    right: "Math.floor(at)",
    wrong: "Math.round(at)",
  },
  "every cut counts where only the strongest should": {
    file: "engine/effects.ts",
    right: 'overlap === "strongest" ?',
    wrong: "overlap === undefined ?",
  },
  "raises are lost where the strongest cut counts": {
    file: "engine/effects.ts",
    right: '[smallest, ...factors.map((factor) => program.apply("max", factor, one))]',
    wrong: "[smallest]",
  },
  "an effect forgets when its intervention starts": {
    file: "engine/effects.ts",
    right: "sizeAt(profile, t - startYears, cyclesPerYear)",
    wrong: "sizeAt(profile, t, cyclesPerYear)",
  },
  "a line forgets when its intervention starts": {
    file: "engine/lines.ts",
    right: "weightOf(line, t - startYears, cyclesPerYear)",
    wrong: "weightOf(line, t, cyclesPerYear)",
  },
  "money over some years forgets its lag": {
    file: "engine/lines.ts",
    right: "const since = years - profile.lagYears",
    wrong: "const since = years",
  },
  "what costs more has the sign of a saving": {
    file: "engine/lines.ts",
    right: '"costsMore" ? -uprating : uprating',
    wrong: '"costsMore" ? uprating : uprating',
  },
  "all of a saving is cash": {
    file: "engine/lines.ts",
    right: "const cash = cashable ?",
    wrong: "const cash = cashable === null ?",
  },
  "savings are not seen in what is spent": {
    file: "engine/lines.ts",
    right: 'spent && kind !== "cash"',
    wrong: 'spent && kind === "pays"',
  },
  "what happens once is discounted as what goes on": {
    file: "engine/lines.ts",
    right: "once ? factors.once : factors.flow",
    wrong: "factors.flow",
  },
  "discounting starts from the wrong point": {
    file: "base/discounting.ts",
    right: "mid: 0.5, end: 1",
    wrong: "mid: 0, end: 0.5",
  },
  "an old cost is not uprated": {
    file: "engine/costs.ts",
    right: "avoided: (draw, usually, now) => uprating * cost",
    wrong: "avoided: (draw, usually, now) => cost",
  },
  "a rise costs only the share that a fall saves": {
    file: "engine/costs.ts",
    right: ": rising[draw]",
    wrong: ": variable[draw]",
  },
  "a cost is read at the end of the year": {
    file: "engine/costs.ts",
    right: "if (cycleOfYear > 0) continue;",
    wrong: "",
  },
  "a cheaper contact is counted on those no longer made": {
    file: "engine/costs.ts",
    right: "(draw, _, now) => uprating",
    wrong: "(draw, now) => uprating",
  },
  "everyone is those with the intervention": {
    file: "engine/machine.ts",
    right: "runPlan(plan, history, whenUnsound);",
    wrong: "noteSizes(plan.people, (cohort) => startingSizes.get(cohort)); runPlan(plan, history, whenUnsound);",
  },
  "formulas see the people of the start for ever": {
    file: "engine/cycle.ts",
    right: "noteSizes(people,",
    wrong: "noteSizes({ ...people, sizes: new Map() },",
  },
  "every year has the winter of the first": {
    file: "engine/quantities.ts",
    right: '"once" ? 0 : year - 1',
    wrong: '"once" ? 0 : 0 * year',
  },
  "a step begins after its number": {
    file: "engine/quantities.ts",
    right: 'apply("largerEq", compile(of), constant(start))',
    wrong: 'apply("larger", apply("floor", compile(of)), constant(start))',
  },
  "a share may pass its bounds": {
    file: "engine/quantities.ts",
    right: 'return bounds === "share" ? apply("min", positive, constant(1)) : positive;',
    wrong: "return positive;",
  },
};

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
            if (code.split(fault.right).length !== 2) throw new Error(`${fault.file} holds not once: ${fault.right}`);
            return { contents: code.replace(fault.right, () => fault.wrong), loader: "ts" };
          }),
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name.replaceAll(/\W+/g, "-")}.mjs`;
  writeFileSync(file, outputFiles[0].contents);
  return (await import(pathToFileURL(file).href)).simulate;
};

const rich = Object.values(richScenarios).map((form) => read(form));
const random = (runs: number): Scenario[] =>
  fc.sample(scenarioForm, { seed: 7, numRuns: runs }).map((form) => read(form));

/** Whether some scenario shows a difference: first those made to show one, then random ones. */
const isFound = (run: typeof simulate): boolean =>
  rich.some((scenario) => differences(scenario, run, { draws: 3 }).length > 0) ||
  random(60).some((scenario) => differences(scenario, run, { draws: 1 }).length > 0);

describe("the comparison with the oracle", () => {
  test("finds nothing in the engine as it is", async () => {
    const run = await engineWith("as it is", undefined);
    expect(rich.flatMap((scenario) => differences(scenario, run, { draws: 3 }))).toEqual([]);
  });

  test.each(Object.entries(faults))("finds that %s", async (name, fault) => {
    expect(isFound(await engineWith(name, fault))).toBe(true);
  });
});
