import { type Simulation, simulate } from "../../engine/simulate.js";
import { signedPounds, strategyNameIn } from "../../report/finding/words.js";
import { toJson } from "../../report/formats/json.js";
import { toMarkdown } from "../../report/formats/markdown.js";
import { type TextOptions, toText } from "../../report/formats/text.js";
import { roundedPounds } from "../../report/numbers.js";
import { report } from "../../report/report.js";
import { dataOnly, type Part, type Report, type TableColumns, tableOf } from "../../report/table.js";
import { type CompareRow, compare } from "../../results/compare.js";
import { answerLevelOf } from "../../results/money/answer-level.js";
import { type ChangeRow, changes } from "../../scenario/settings/changes.js";
import { findScenario } from "../files/find.js";
import { loadScenario, withPlaces } from "../files/load.js";
import { withProgress } from "../progress.js";
import { print, printProblems, textOptions } from "../terminal.js";

/** The options of `compare`. */
export interface CompareRunsOptions {
  readonly set?: Readonly<Record<string, string>>;
  readonly draws?: number;
  readonly seed?: string;
  readonly format?: "text" | "markdown" | "json";
  readonly width?: number;
}

/** Compares two scenarios: what differs between them, and what each agency gains by it. */
export const compareRuns = async (
  names: readonly [string, string],
  { set = {}, draws, seed, format = "text", width }: CompareRunsOptions,
  packageFolder: string,
): Promise<number> => {
  const read = names.map((name, at) => loadScenario(findScenario(name, packageFolder), at === 0 ? {} : { set }));
  const wrong = read.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  if (wrong.length > 0) {
    printProblems(wrong);
    return 2;
  }
  const settings = { ...(draws === undefined ? {} : { draws }), ...(seed === undefined ? {} : { seed }) };
  const [before, after] = await withProgress(() =>
    Promise.all(
      read.flatMap(({ scenario, source }) =>
        scenario ? [withPlaces(source, () => simulate(scenario, settings))] : [],
      ),
    ),
  );
  const built = comparison(names, before, after);
  if (format === "json") print(toJson(built));
  else if (format === "markdown") print(toMarkdown(built));
  else print(toText(built, { ...textOptions(), ...(width === undefined ? {} : { width }) } satisfies TextOptions));
  return 0;
};

const changeColumns: TableColumns<Record<keyof ChangeRow, string>> = {
  address: ["address", "code"],
  before: ["before", "text"],
  after: ["after", "text"],
};

const compareColumns: TableColumns<CompareRow> = {
  strategy: ["strategy", "text", 0.5],
  level: ["level", "text", dataOnly],
  agency: ["agency", "text", dataOnly],
  name: ["who", "text"],
  figure: ["figure", "text", 12],
  before: ["net before", "pounds"],
  after: ["net after", "pounds"],
  difference: ["difference", "pounds"],
  differenceP5: ["difference 5th", "pounds", 1.1],
  differenceP95: ["difference 95th", "pounds", 1.1],
  chance: ["chance above 0", "share", 1.2],
  isPaired: ["draw by draw", "yesNo", dataOnly],
};

/** The comparison as a report, so that every format prints it. */
const comparison = (names: readonly [string, string], before: Simulation, after: Simulation): Report => {
  const differing = changes(before.scenario, after.scenario);
  const rows = compare(before, after);
  const part = (own: Pick<Part, "name" | "title" | "finding" | "before" | "table" | "empty">): Part => ({
    ...own,
    after: [],
  });
  const written = differing.map(({ address, ...values }) => ({
    address,
    before: cellOf(values.before),
    after: cellOf(values.after),
  }));
  return {
    ...report(after, { show: [] }),
    title: `${names[0]} and ${names[1]}`,
    parts: [
      part({
        name: "changes",
        title: "What differs",
        finding: [],
        before: ["The values that differ between the two files; empty where a file has none."],
        table: tableOf(changeColumns, written),
        empty: "the two scenarios are the same",
      }),
      part({
        name: "compare",
        title: "What that does",
        finding: findingOf(rows, after),
        before: ["The net of each agency in present value, before and after, on the same draws."],
        table: tableOf(compareColumns, rows),
        empty: "there is no intervention to compare with business as usual",
      }),
    ],
  };
};

const cellOf = (value: ChangeRow["before"]): string => (value === null ? "" : String(value).trim());

/** By how much the widest level that the answer states is better off. */
const findingOf = (rows: readonly CompareRow[], simulation: Simulation): readonly string[] =>
  rows
    .filter(({ level }) => level === answerLevelOf(simulation))
    .map(({ name, strategy, difference, differenceP5: low, differenceP95: high }) => {
      const range = low === null || high === null ? "" : ` (${signedPounds(low)} to ${signedPounds(high)})`;
      const by = `${roundedPounds(Math.abs(difference))} ${difference < 0 ? "lower" : "higher"}`;
      return `${name}: the net of ${strategyNameIn(simulation, strategy)} is ${by} after than before${range}.`;
    });
