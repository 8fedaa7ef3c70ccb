import { withThousands } from "../../base/problems/number-text.js";
import { type Problem, ScenarioError } from "../../base/problems/problem.js";
import { clean } from "../../base/texts/clean.js";
import { checkReport, type Report } from "../table.js";
import type { MadeOptions } from "./made.js";
import { type Sheet, type SheetCell, sheetsOf } from "./sheets.js";

/**
 * A report as a workbook (.xlsx), in Node and in a browser: a cover, contents, a sheet for each table, the sources and
 * the notes. Numbers are in full, with number formats; texts are never formulas. The same report gives the same bytes.
 * A page whose policy forbids workers from `blob:` calls it in a worker of its own: with long sheets it would not end.
 * @param report from `report`
 * @param options how the workbook was made, for its cover
 * @returns the bytes of the file
 * @throws ScenarioError if a table has more rows than a sheet takes
 * @example (await workbook(report(simulate(fdac, { draws: 64 })))).subarray(0, 2) // => [80, 75]
 */
export const workbook = async (report: Report, options: MadeOptions = {}): Promise<Uint8Array> => {
  checkReport(report);
  const sheets = sheetsOf(report, options);
  checkRows(sheets);
  const { default: write } = await import("write-excel-file/universal");
  const blob = await write(sheets.map(written)).toBlob();
  return withoutClock(await blob.arrayBuffer());
};

/** The most rows of a sheet below its headings, and the most letters of a cell. */
const mostRows = 1_048_575;
const mostLetters = 32_767;

const checkRows = (sheets: readonly Sheet[]): void => {
  const problems = sheets
    .filter(({ rows }) => rows.length > mostRows)
    .map(({ name, rows }): Problem => {
      const [own, most] = [rows.length, mostRows].map((number) => withThousands(`${number}`));
      const what = `${name} has ${own} rows; a sheet has at most ${most}.`;
      return { severity: "error", address: "show", what, mend: "Write csv or json, which hold any number of rows." };
    });
  if (problems.length > 0) throw new ScenarioError(problems);
};

/** A sheet as the library takes it. */
const written = ({ name, headings, rows, widths, sums }: Sheet) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  orientation: "landscape" as const,
  data: [
    headings.map((heading) => ({
      ...textCell(heading),
      fontWeight: "bold" as const,
      bottomBorderStyle: "thin" as const,
    })),
    ...rows.map((row, at) =>
      row.map((cell) => ({ ...cellOf(cell), ...(sums.includes(at) ? { fontWeight: "bold" as const } : {}) })),
    ),
  ],
});

const cellOf = (cell: SheetCell) =>
  typeof cell === "string" ? textCell(cell) : { type: Number, ...cell, alignVertical: "top" as const };

/** A text stays a text, whatever it begins with. A spreadsheet would read `_x0041_` as the letter of that code. */
const textCell = (text: string) => ({
  type: String,
  value: clean(text)
    .slice(0, mostLetters)
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_"),
  wrap: true,
  alignVertical: "top" as const,
});

/** The first moment that a zip file can state: 1 January 1980. */
const firstMoment = 0x0021_0000;

/** A zip file whose files all have the same time; the library writes the time of the clock. */
const withoutClock = (zip: ArrayBuffer): Uint8Array => {
  const view = new DataView(zip);
  const end = zip.byteLength - 22; // the end record, which has no comment
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(at + 12, firstMoment, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, firstMoment, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return new Uint8Array(zip);
};
