import { mistake, type Problem, ScenarioError } from "../../base/problems/problem.js";
import { plainCsv, readCsv, startOfCell } from "../../base/texts/csv.js";
import type { Simulation } from "../../engine/simulate.js";
import { compile } from "../../experiments/compile.js";
import { type SweptFigure, spreadOf } from "../../experiments/sweep.js";
import type { Cell } from "../../report/numbers.js";
import { report } from "../../report/report.js";
import { columnsOf, dataOnly, type Report, type TableColumns } from "../../report/table.js";
import { answerLevelOf } from "../../results/money/answer-level.js";
import { positionsIn } from "../../scenario/document/place.js";
import type { Scenario, Settings } from "../../scenario/scenario.js";
import { readText } from "../files/files.js";

/** The heading of the column that names a row. */
const nameColumn = "name";

/** The most problems that are shown. A wrong column has one in every row. */
const mostShown = 20;

const columns: TableColumns<SweptFigure> = {
  strategy: ["strategy", "text", 0.5],
  of: ["net of", "text", 0.5],
  figure: ["figure", "text", dataOnly],
  pounds: ["net", "pounds"],
  poundsP5: ["net 5th", "pounds", 1.1],
  poundsP95: ["net 95th", "pounds", 1.1],
  central: ["central net", "pounds", 8],
  chance: ["chance", "share", 1.2],
};

/** How the rows of a table are run. */
interface EachOptions {
  readonly draws?: number;
  readonly seed?: string;
  readonly strategies?: readonly string[];
  /** Called after each row with the share done, 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** A table of values, by address: its headings, and each row with the place of its cells. */
interface ValueRows {
  readonly addresses: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly placeOf: (address: string) => Problem["place"];
  }[];
}

/**
 * Runs a scenario once for each row of a table whose headings are addresses. An empty cell leaves the value of the
 * file. A column `name` names the rows. All rows have the same draws, and their problems are reported together.
 */
export const reportOfEach = (scenario: Scenario, file: string, options: EachOptions): Report => {
  const { addresses, rows } = readRows(file);
  const { onProgress, ...settings } = options;
  const { run } = compile(scenario, settings);
  const before = run();
  const of = answerLevelOf(before);
  const problems: Problem[] = [];
  const results = rows.flatMap(({ cells, placeOf }, at) => {
    const simulation = withPlaces(() => run(settingsOf(addresses, cells)), placeOf, problems);
    onProgress((at + 1) / rows.length);
    return simulation === undefined ? [] : figuresIn(simulation, of).map((figure) => [...cells, ...figure]);
  });
  const reported = problems.filter(isFirstOfHeading);
  if (reported.length > 0) throw new ScenarioError(reported.slice(0, mostShown));
  return {
    ...report(before, { show: [] }),
    parts: [
      {
        name: "each",
        title: `A run for each row of ${file}`,
        finding: [],
        before: ["The net of each strategy in present value, with the values of each row, on the same draws."],
        table: {
          columns: [
            ...addresses.map((key) => ({ key, heading: key, print: "text" as const, spare: 0 })),
            ...columnsOf(columns),
          ],
          rows: results,
        },
        after: [],
        empty: "there is no intervention to compare with business as usual",
      },
    ],
  };
};

/** False if an earlier row has reported the same heading, which is no address. */
const isFirstOfHeading = ({ code, address }: Problem, at: number, all: readonly Problem[]): boolean =>
  code !== "set" || all.findIndex((other) => other.code === code && other.address === address) === at;

const figuresIn = (simulation: Simulation, of: string): readonly (readonly Cell[])[] =>
  simulation.settings.strategies.map((strategy) => {
    const { pounds, poundsP5, poundsP95, central, chance } = spreadOf(simulation, { strategy, of });
    return [strategy, of, "net", pounds, poundsP5, poundsP95, central, chance];
  });

const settingsOf = (addresses: readonly string[], cells: readonly string[]): Settings =>
  Object.fromEntries(
    addresses.flatMap((address, at) => (address === nameColumn || cells[at] === "" ? [] : [[address, cells[at]]])),
  );

/** Runs a row. Its problems are kept, each with the cell that it is about. */
const withPlaces = (
  work: () => Simulation,
  placeOf: (address: string) => Problem["place"],
  problems: Problem[],
): Simulation | undefined => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const placed = error.problems.map((problem) => {
      const place = placeOf(problem.address);
      return place === undefined ? problem : { ...problem, place };
    });
    problems.push(...placed);
    return undefined;
  }
};

const readRows = (file: string): ValueRows => {
  const text = readText(file, "table of values");
  const table = readCsv(text);
  if ("problems" in table)
    throw new ScenarioError(
      table.problems.map(({ line, what, mend }) => ({
        severity: "error",
        code: "values",
        address: `${file}, line ${line}`,
        what,
        mend,
      })),
    );
  const addresses = table.columns;
  if (addresses.every((address) => address === nameColumn || address === ""))
    throw mistake(file, "No heading is an address.", "Write such as name,cohorts.residents.size in its first line.");
  const plain = plainCsv(text);
  const placeAt = positionsIn(plain, file);
  return {
    addresses,
    rows: table.rows.map((row) => ({
      cells: row.cells,
      placeOf: (address) => {
        const column = addresses.findIndex((heading) => heading !== "" && isAbout(address, heading));
        return placeAt(startOfCell(plain, row, Math.max(0, column), table.delimiter));
      },
    })),
  };
};

/** True if a problem at an address is about the value under a heading, or about what is around it. */
const isAbout = (address: string, heading: string): boolean =>
  address === heading || address.startsWith(`${heading}.`) || heading.startsWith(`${address}.`);
