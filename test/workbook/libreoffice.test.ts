import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type Sheet, type SheetCell, sheetsOf } from "../../src/report/formats/sheets.js";
import { report, workbook } from "../../src/report/index.js";
import { csvCells } from "../support/csv-cells.js";
import { example } from "../support/read.js";

// A second reader of the workbook: LibreOffice opens it, and writes each sheet as CSV.

const folder = mkdtempSync(join(tmpdir(), "who-saves-workbook-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sheets of a workbook as LibreOffice reads them: numbers in 15 digits, or as it shows them. */
const opened = (name: string, sheets: readonly Sheet[], isAsShown: boolean) => {
  const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,${isAsShown},false,false,-1`;
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, `${name}.xlsx`], {
    cwd: folder,
    stdio: "ignore",
  });
  return sheets.map((sheet) => csvCells(readFileSync(join(folder, `${name}-${sheet.name}.csv`), "utf8")));
};

/** A number in a cell: `25.05%` is 0.2505. */
const numberIn = (text: string): number => (text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text));

/** True if a text is what a sheet has: the same text, or the same number in 15 digits and 20 decimals. */
const isSame = (cell: SheetCell, text: string): boolean =>
  typeof cell === "string"
    ? cell === text
    : Math.abs(numberIn(text) - cell.value) <= Math.max(1e-14 * Math.abs(cell.value), 1e-20);

const show = [
  ...["answer", "cash-by-year", "assumptions", "references", "who-saves", "cash", "sensitivity", "switching-values"],
  ...["budget-gap", "people", "activity", "ledger", "decide", "settle", "expectations", "acceptability"],
];

test.each(["gritting/scenario.yaml", "our-place-our-budget/scenario.yaml", "hiv/scenario.yaml"])(
  "LibreOffice reads every text and number of %s",
  { timeout: 120_000 },
  async (file) => {
    const built = report(simulate(example(file), { draws: 64 }), { show });
    const sheets = sheetsOf(built, {});
    const name = file.replace(/\W/g, "-");
    writeFileSync(join(folder, `${name}.xlsx`), await workbook(built));
    for (const [at, lines] of opened(name, sheets, false).entries()) {
      const { headings, rows, ...sheet } = sheets[at];
      expect(lines[0], sheet.name).toEqual(headings);
      expect(lines.length, sheet.name).toBe(rows.length + 1);
      const wrong = rows.flatMap((row, line) =>
        row.flatMap((cell, column) =>
          isSame(cell, lines[line + 1][column] ?? "") ? [] : [[cell, lines[line + 1][column]]],
        ),
      );
      expect(wrong, sheet.name).toEqual([]);
    }
    for (const [at, lines] of opened(name, sheets, true).entries())
      for (const [line, row] of sheets[at].rows.entries())
        for (const [column, cell] of row.entries()) {
          if (typeof cell === "string") continue;
          const shown = lines[line + 1][column];
          const like = cell.format.includes("£") ? /^-?£[\d,]+(?:\.\d+)?$/ : /^[-+<>]?[\d,]+(?:\.\d+)?%?$/;
          expect(shown, `${sheets[at].name}: ${cell.value} as ${cell.format}`).toMatch(like);
          expect(shown).not.toMatch(/^-£?0(?:\.0+)?%?$/);
        }
  },
);
