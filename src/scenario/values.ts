import {
  didYouMean,
  type FilePosition,
  listed,
  mostProblems,
  nearestName,
  type Problem,
} from "../base/problems/problem.js";
import { recordOf } from "../base/records.js";
import { type CsvRow, type CsvTable, columnIndex, plainCsv, readCsv, startOfCell } from "../base/texts/csv.js";
import { dottedMend, readCellNumber } from "../quantity/cell-number.js";
import { pathOf } from "./address.js";
import { positionsIn } from "./document/place.js";
import { keysAt } from "./issues/schema-at.js";
import { isMap, valueAt } from "./issues/value.js";
import { nameForm } from "./names.js";
import type { Files, SettingForm, Settings } from "./scenario.js";
import { wrongAddress } from "./set.js";
import { assumption } from "./source.js";

/** The values of a CSV file: what they replace, by address, and the sources that the scenario does not name. */
export interface ValuesTable {
  readonly set: Settings;
  readonly sources: Readonly<Record<string, { readonly title: string }>>;
  readonly problems: readonly Problem[];
  /** The cell that a problem is about, by the address that a row sets; undefined if no row sets it. */
  readonly placeOf: (setAddress: string, problemAddress: string) => FilePosition | undefined;
}

const needed = ["address", "value"] as const;
const numbers = ["value", "low", "high"] as const;
const texts = ["source", "priceYear", "note"] as const;
const columnNames = ["address", ...numbers, ...texts] as const;

type Column = (typeof columnNames)[number];
type PlaceIn = (row: CsvRow, column: Column) => FilePosition;

/** No file of values. */
export const noValues: ValuesTable = { set: {}, sources: {}, problems: [], placeOf: () => undefined };

/**
 * Reads a CSV file of values in place of those of a scenario: one row each, by the address that `set` takes.
 * A source that the scenario does not name becomes a source of its own, with the text of the cell.
 */
export const readValues = (file: string, files: Files, data: unknown): ValuesTable => {
  const nothing = (problems: readonly Problem[]): ValuesTable => ({ ...noValues, problems });
  if (!Object.hasOwn(files, file))
    return nothing([error(file, "There is no text of this name among files.", "Pass it as files: { NAME: text }.")]);
  const plain = plainCsv(files[file]);
  const placeAt = positionsIn(plain, file);
  const table = readCsv(files[file], needed);
  if ("problems" in table)
    return nothing(
      table.problems.map(({ line, what, mend }) => ({
        ...error(`line ${line}`, what, mend),
        place: placeAt(plain.split("\n", line - 1).reduce((start, row) => start + row.length + 1, 0)),
      })),
    );
  const missing = needed.filter((column) => columnIndex(table.columns, column) < 0);
  const wrong = missing.length > 0 ? [missingColumns(missing)] : table.columns.flatMap(unknownColumn);
  const headings = wrong.map((problem) => ({ ...problem, place: placeAt(0) }));
  if (missing.length > 0) return nothing(headings);
  const placeIn: PlaceIn = (row, column) =>
    placeAt(startOfCell(plain, row, Math.max(0, columnIndex(table.columns, column)), table.delimiter));
  const { problems, ...read } = readRows(table, placeIn, data);
  return { ...read, problems: [...headings, ...problems].slice(0, mostProblems) };
};

const readRows = (table: CsvTable, placeIn: PlaceIn, data: unknown): ValuesTable => {
  const rows = new Map<string, CsvRow>();
  const problems: Problem[] = [];
  const set: Record<string, SettingForm> = {};
  const sources = new Map<string, string>();
  for (const row of table.rows) {
    const cells = recordOf(columnNames, (column) => row.cells[columnIndex(table.columns, column)] ?? "");
    const { address } = cells;
    const keys = pathOf(address, data);
    const path = keys.join(".");
    const unknown = address === "" ? undefined : wrongAddress(data, keys);
    const { form, wrong }: ReturnType<typeof formOf> =
      unknown === undefined
        ? formOf(cells, table.isDecimalComma, rows.get(path))
        : { form: {}, wrong: [nowhere(address, unknown)] };
    for (const [column, what, mend] of wrong)
      problems.push({ ...error(address || `line ${row.line}`, what, mend), place: placeIn(row, column) });
    rows.set(path, row);
    if (wrong.length > 0 || form.value === undefined) continue;
    const source = form.source && sourceNamed(form.source, row.line, sources, data);
    // A number of the frame, such as time.years, has no source.
    const isSourced = keysAt(keys).includes("source");
    const { source: _, ...stated } = form;
    set[address] = { ...stated, value: form.value, ...(source === undefined || !isSourced ? {} : { source }) };
  }
  const placeOf = (setAddress: string, problemAddress: string): FilePosition | undefined => {
    const row = rows.get(pathOf(setAddress, data).join("."));
    const column = columnNames.find((name) => problemAddress.endsWith(`.${name}`)) ?? "address";
    return row && placeIn(row, columnIndex(table.columns, column) < 0 ? "address" : column);
  };
  const titled = [...sources].map(([title, name]) => [name, { title }] as const);
  return { set, sources: Object.fromEntries(titled), problems, placeOf };
};

const nowhere = (address: string, why: string): Wrong => [
  "address",
  `There is nothing at ${address} to set. ${why}`,
  `${addressWords} ${takeOut}`,
];

type Wrong = readonly [column: Column, what: string, mend: string];
type Form = Partial<Record<(typeof numbers)[number], number | string> & Record<(typeof texts)[number], string>>;

/** The value that a row states, and what is wrong with its cells. `before` is a row of the same address. */
const formOf = (
  cells: Readonly<Record<Column, string>>,
  isDecimalComma: boolean,
  before: CsvRow | undefined,
): { readonly form: Form; readonly wrong: readonly Wrong[] } => {
  const { address, value, low, high } = cells;
  const form: Form = {};
  const wrong: Wrong[] = [];
  if (address === "") wrong.push(["address", "This row has no address.", `${addressWords} ${takeOut}`]);
  else if (before) wrong.push(["address", `Line ${before.line} sets ${address} too.`, "Keep one row per address."]);
  else if (value === "") wrong.push(["value", `${address} has no value.`, `Write the number. ${takeOut}`]);
  if ((low === "") !== (high === "")) {
    const [stated, other] = low === "" ? (["high", "low"] as const) : (["low", "high"] as const);
    wrong.push([other, `This row has a ${stated}, and no ${other}.`, "Write both ends of the range, or neither."]);
  }
  for (const column of numbers) {
    const dotted = isDecimalComma ? undefined : dottedMend(cells[column], "0");
    const cell = dotted === undefined ? readCellNumber(cells[column], isDecimalComma) : { mend: dotted };
    if ("written" in cell) form[column] = cell.written;
    else if (cells[column] !== "")
      wrong.push([column, `${column} is "${cells[column].slice(0, 40)}", which is not a number.`, cell.mend]);
  }
  for (const column of texts) if (cells[column] !== "") form[column] = cells[column];
  return { form, wrong };
};

/** The name of the source in a cell: one of the scenario's, a misspelt one, or a new one with the cell's text. */
const sourceNamed = (stated: string, line: number, sources: Map<string, string>, data: unknown): string => {
  const written = valueAt(data, ["sources"]);
  const known = [...(isMap(written) ? Object.keys(written) : []), assumption];
  const isMisspelt = nameForm.safeParse(stated).success && nearestName(stated, known) !== undefined;
  if (known.includes(stated) || isMisspelt) return stated;
  const name = sources.get(stated) ?? `valuesLine${line}`;
  sources.set(stated, name);
  return name;
};

const addressWords = "An address is the path of a value in the scenario, such as quantities.effect.";
const takeOut = "Take the row out if it is a heading or a total.";

const error = (address: string, what: string, mend: string): Problem => ({
  severity: "error",
  code: "values",
  address,
  what,
  mend,
});

const missingColumns = (missing: readonly string[]): Problem =>
  error(
    "the headings",
    `They name no column ${listed(missing, "or")}.`,
    `The required columns are ${listed(needed)}. Optional columns are ${listed(columnNames.slice(2))}.`,
  );

const unknownColumn = (column: string): readonly Problem[] => {
  const what = `The column ${column} is not read: its name is unknown. ${didYouMean(column, columnNames)}`;
  return column === "" || columnIndex(columnNames, column) >= 0
    ? []
    : [{ severity: "warning", code: "values", address: "the headings", what }];
};
