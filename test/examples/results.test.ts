import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv, type SchemaObject, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Simulation, simulate } from "../../src/engine/simulate.js";
import { costShifts } from "../../src/experiments/cost-shifts.js";
import { expectations } from "../../src/experiments/expectations.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { labelsOf } from "../../src/report/labels.js";
import { isAcceptedIn } from "../../src/report/plausibility/accepted.js";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { report } from "../../src/report/report.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { ledger } from "../../src/results/money/ledger.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { activity } from "../../src/results/people/activity.js";
import { decide } from "../../src/results/rules/decide.js";
import { settle } from "../../src/results/rules/settle.js";
import { deciderNames } from "../../src/results/sums/party-names.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { explain } from "../../src/results/why/explain.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { isHunt } from "../support/hunt.js";
import { lessonFiles, lessons } from "../support/lessons.js";
import { example, exampleFiles, readExample } from "../support/read.js";

const pence = (pounds: number): number => Math.round(pounds * 100) / 100;
const short = (number: number): number => Number(number.toPrecision(6));

const moneyColumns = ["pays", "avoided", "cash", "cheaper", "net", "netP5", "netP95", "netCentral"] as const;

/** What each party ends with under each regime, over all years, and what is decided of it: a line each. A party that has nothing from it is left out. */
const regimesOf = (scenario: Scenario): unknown => {
  const simulation = simulate(scenario, { draws: 64 });
  const decided = decide(simulation);
  const names: Readonly<Record<string, string>> = { ...labelsOf(scenario).agencies, ...deciderNames };
  const nameOf = (party: string): string => names[party];
  const lines = Object.keys(scenario.regimes).flatMap((regime) => {
    const rows = settle(simulation, regime);
    return simulation.settings.strategies.map((strategy) => {
      const ends = new Map<string, number>();
      for (const row of rows.filter((row) => row.strategy === strategy))
        ends.set(row.party, (ends.get(row.party) ?? 0) + row.position);
      const told = [...ends].flatMap(([party, pounds]) => (pence(pounds) ? [`${party} ${pence(pounds)}`] : []));
      const row = decided.find((row) => row.regime === regime && row.strategy === strategy);
      if (row === undefined) return [`${regime}, ${strategy}`, `${told.join(", ") || "nothing"}; a reading`];
      const decision = row.goesAhead
        ? "goes ahead"
        : [
            ...(row.block.length === 0
              ? []
              : [`${row.block.map(nameOf).join(", ")} would need ${pence(row.sidePayment)}`]),
            ...(row.mayNot.length === 0 ? [] : [`${row.mayNot.map(nameOf).join(", ")} may not spend it`]),
          ].join(", ");
      return [`${regime}, ${strategy}`, `${told.join(", ") || "nothing"}; ${decision}`];
    });
  });
  return Object.fromEntries(lines);
};

/** What a reader of an example would look at first, small enough to read: pounds to the penny, by who it is about. */
const digest = (file: string, simulation: Simulation): unknown => {
  const { problems } = readExample(file);
  const savers = whoSaves(simulation).map((row) => {
    const rounded = moneyColumns.map((column) => [column, pence(row[column] ?? row.net)]);
    const odds = { chance: row.chance && short(row.chance), paybackYear: row.paybackYear };
    return [`${row.strategy}, ${row.agency || row.level}`, { ...Object.fromEntries(rounded), ...odds }];
  });
  const contacts = activity(simulation)
    .filter(({ year }) => year === 1)
    .map((row) => [
      `${row.strategy}, ${row.service}`,
      { without: short(row.without), with: short(row.with), difference: short(row.difference) },
    ]);
  const hangsOn = assumptions(simulation).slice(0, 3);
  return {
    finding: report(simulation).parts[0].finding,
    whoSaves: Object.fromEntries(savers),
    activityOfYear1: Object.fromEntries(contacts),
    firstAssumptions: Object.fromEntries(hangsOn.map(({ address, shareOfSpread }) => [address, short(shareOfSpread)])),
    warnings: Object.fromEntries(problems.map(({ address, what }) => [address, what])),
    ...(Object.keys(simulation.scenario.regimes).length > 0 && { regimes: regimesOf(simulation.scenario) }),
  };
};

/** The file beside an example that holds its results: `expected.json`, or `durham.expected.json`. */
const expectedFile = (file: string): string =>
  resolve("examples", file.replace(/scenario\.yaml$/, "expected.json").replace(/\.yaml$/, ".expected.json"));

const runEverything = (scenario: Scenario): void => {
  const simulation = simulate(scenario, { draws: 64 });
  for (const read of [whoSaves, activity, appraisal, assumptions, ledger]) read(simulation);
  for (const agency of Object.keys(scenario.agencies)) explain(simulation, { agency });
  costShifts(scenario, { draws: 64 });
  sensitivity(scenario);
  for (const experiment of [switchingValues, expectations]) experiment(scenario);
};

const changing = isHunt ? /(gritting|casework|discharge).scenario/ : /casework/;

const schemaFile = "examples/scenario.schema.json";
// To write out what is referred to, and to tidy the code, takes far longer than to run it.
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, inlineRefs: false, code: { optimize: false } });
const fitsSchema = (): ValidateFunction => {
  const schema: SchemaObject = JSON.parse(readFileSync(schemaFile, "utf8"));
  return ajv.getSchema(schemaFile) ?? ajv.addSchema(schema, schemaFile).getSchema(schemaFile)!;
};

describe.each(exampleFiles)("the example %s", (file) => {
  test("reads without an error, and without a warning that it does not accept", () => {
    const { scenario, problems } = readExample(file);
    const open = problems.filter((each) => !scenario || !isAcceptedIn(scenario)(each));
    expect([...open, ...plausibility(example(file)).warnings]).toEqual([]);
  });

  test.runIf(existsSync(schemaFile))("fits the JSON Schema, and does not when a key is misspelt", () => {
    const fits = fitsSchema();
    const data: unknown = parse(readFileSync(`examples/${file}`, "utf8"));
    expect(fits(data) ? [] : fits.errors).toEqual([]);
    expect(fits({ ...(data as object), titel: "misspelt" })).toBe(false);
  });

  test("reproduces every published result that it expects", () => {
    const rows = expectations(example(file));
    expect(rows.filter(({ holds }) => !holds)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test("gives the committed results (vitest -u writes them anew; say why in the changelog)", async () => {
    const simulation = simulate(example(file));
    await expect(`${JSON.stringify(digest(file, simulation), null, 2)}\n`).toMatchFileSnapshot(expectedFile(file));
    const lesson = lessons.find(({ name }) => file === `${name}/scenario.yaml`);
    if (lesson === undefined) return;
    const { page, picture } = lessonFiles(lesson, simulation);
    await expect(page).toMatchFileSnapshot(resolve("docs/lessons", `${lesson.name}.md`));
    await expect(picture).toMatchFileSnapshot(resolve("docs/lessons", `${lesson.name}.svg`));
  });

  // People who join; in `npm run hunt` traces, and a ward that shuts, too. No test can change an example: all are read frozen.
  test.runIf(changing.test(file))("is changed by nothing that is asked of it", () => {
    expect(() => runEverything(example(file))).not.toThrow();
  });
});

const inCode = resolve("examples/gritting/scenario.ts");

test.runIf(existsSync(inCode))("gritting written in TypeScript is gritting written in YAML", async () => {
  const [written] = Object.values<Scenario>(await import(inCode));
  // Warnings of a file have its lines.
  const core = ({ form, files, warnings, ...scenario }: Scenario) => ({
    ...scenario,
    warnings: warnings.map(({ what }) => what),
  });
  expect(core(written)).toEqual(core(example("gritting/scenario.yaml")));
});
