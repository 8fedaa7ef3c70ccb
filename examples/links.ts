import { ScenarioError } from "who-saves";
import { readCsv } from "../src/base/texts/csv.js";

/**
 * How many working relationships the maps of some bodies make: the pairs of an area of one body and an area of another
 * that share a neighbourhood. `alignBoundaries` and the example `jigsaw` read such a number.
 * @param maps a CSV text with headings: a row for each neighbourhood, its name first, then the name of the area of each
 * body that it lies in; empty where a body does not serve it
 * @returns a count of pairs
 * @throws ScenarioError if the text cannot be read
 * @example links("neighbourhood,council,police\nHill,West,North\nMill,West,South\nQuay,East,South") // => 3
 */
export const links = (maps: string): number => {
  const table = readCsv(maps);
  if ("problems" in table)
    throw new ScenarioError(
      table.problems.map(({ line, what, mend }) => {
        return { severity: "error", address: "maps", what: `Line ${line} of the maps: ${what}`, mend };
      }),
    );
  const pairs = new Set<string>();
  for (const { cells } of table.rows) {
    const areas = cells.slice(1).flatMap((area, body) => (area === "" ? [] : [{ body, area }]));
    for (const one of areas)
      for (const other of areas) if (one.body < other.body) pairs.add(JSON.stringify([one, other]));
  }
  return pairs.size;
};
