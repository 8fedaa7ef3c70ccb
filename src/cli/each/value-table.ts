import { kept } from "../../base/kept.js";
import { mistake, type Problem, ScenarioError } from "../../base/problems/problem.js";
import { plainCsv, readCsv, startOfCell } from "../../base/texts/csv.js";
import { positionsIn } from "../../scenario/document/place.js";
import type { Settings } from "../../scenario/scenario.js";
import { readText } from "../files/files.js";

/** The text of a table of values, whose headings are addresses: another thread or machine reads the same from it. */
export interface ValueTable {
  readonly file: string;
  readonly text: string;
}

/** A table of values as it was read. */
export interface ValueRows {
  readonly headings: readonly string[];
  readonly rows: readonly ValueRow[];
}

/** A row of a table of values. */
export interface ValueRow {
  readonly cells: readonly string[];
  /** Its values by address. An empty cell and the name of the row are none. */
  readonly set: Settings;
  /** The place of the cell that a problem is about, or of its heading. */
  readonly placeOf: (problem: Problem) => Problem["place"];
}

/** The heading of the column that names a row. */
const nameColumn = "name";

/** Reads the file of a table of values. */
export const valueTable = (file: string): ValueTable => ({ file, text: readText(file, "table of values") });

/** The rows of a table of values, read once. Throws its problems. */
export const valueRows = kept(({ file, text }: ValueTable): ValueRows => {
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
  const headings = table.columns;
  if (headings.every((heading) => heading === nameColumn || heading === ""))
    throw mistake(file, "No heading is an address.", "Write such as name,cohorts.residents.size in its first line.");
  const plain = plainCsv(text);
  const placeAt = positionsIn(plain, file);
  return {
    headings,
    rows: table.rows.map((row) => ({
      cells: row.cells,
      set: settingsOf(headings, row.cells),
      placeOf: ({ address, points }) => {
        const column = headings.findIndex((heading) => heading !== "" && isAbout(address, heading));
        return placeAt(startOfCell(plain, points === "key" ? table : row, Math.max(0, column), table.delimiter));
      },
    })),
  };
});

const settingsOf = (headings: readonly string[], cells: readonly string[]): Settings =>
  Object.fromEntries(
    headings.flatMap((heading, at) => (heading === nameColumn || cells[at] === "" ? [] : [[heading, cells[at]]])),
  );

/** True if a problem at an address is about the value under a heading, or about what is around it. */
const isAbout = (address: string, heading: string): boolean =>
  address === heading || address.startsWith(`${heading}.`) || heading.startsWith(`${address}.`);
