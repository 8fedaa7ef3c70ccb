import { errorAt, type FilePosition, mostProblems, nearestName, type Problem } from "../../base/problems/problem.js";
import { plainCsv } from "../../base/texts/csv.js";
import { dottedMend, readCellNumber } from "../../quantity/cell-number.js";
import { pathOf } from "../address.js";
import { type ColumnsRow, type CsvColumns, readColumns } from "../csv-columns.js";
import { positionsIn } from "../document/place.js";
import { keysAt } from "../issues/schema-at.js";
import { isMap, valueAt } from "../issues/value.js";
import { nameForm } from "../name-forms.js";
import type { Files, SettingForm, Settings } from "../scenario.js";
import { assumption } from "../source.js";
import { wrongAddress } from "./set.js";

/** The values of a CSV file: what they replace, by address, and the sources that the scenario does not name. */
export interface ValuesTable {
  readonly set: Settings;
  readonly sources: Readonly<Record<string, { readonly title: string }>>;
  readonly problems: readonly Problem[];
  /** The cell that a problem is about, by the address that a row sets; undefined if no row sets it. */
  readonly placeOf: (setAddress: string, problemAddress: string) => FilePosition | undefined;
}

const code = "values";
const needed = ["address", "value"] as const;
const numbers = ["value", "low", "high"] as const;
const texts = ["source", "priceYear", "note"] as const;
const columnNames = ["address", ...numbers, ...texts] as const;

type Column = (typeof columnNames)[number];
type Row = ColumnsRow<Column>;
type PlaceIn = (row: Row, column: Column) => FilePosition;

/** No file of values. */
export const noValues: ValuesTable = { set: {}, sources: {}, problems: [], placeOf: () => undefined };

/**
 * Reads a CSV file of values in place of those of a scenario: one row each, by the address that `set` takes.
 * A source that the scenario does not name becomes a source of its own, with the text of the cell.
 */
export const readValues = (file: string, files: Files, data: unknown): ValuesTable => {
  if (!Object.hasOwn(files, file)) {
    const what = "There is no text of this name among files.";
    return { ...noValues, problems: [errorAt(code, file, what, "Pass it as files: { NAME: text }.")] };
  }
  const plain = plainCsv(files[file]);
  const placeAt = positionsIn(plain, file);
  const table = readColumns(files[file], code, needed, columnNames.slice(needed.length));
  const placed = table.problems.map((problem) => {
    const [line = 1] = problem.address.match(/\d+/)?.map(Number) ?? [];
    return { ...problem, place: placeAt(startOfLine(plain, line)) };
  });
  const { problems, ...read } = readRows(table, (row, column) => placeAt(row.startOf(column)), data);
  return { ...read, problems: [...placed, ...problems].slice(0, mostProblems) };
};

const startOfLine = (text: string, line: number): number =>
  text.split("\n", line - 1).reduce((start, row) => start + row.length + 1, 0);

const readRows = ({ rows: all, isDecimalComma }: CsvColumns<Column>, placeIn: PlaceIn, data: unknown): ValuesTable => {
  const rows = new Map<string, Row>();
  const problems: Problem[] = [];
  const set: Record<string, SettingForm> = {};
  const sources = new Map<string, string>();
  for (const row of all) {
    const { cells } = row;
    const { address } = cells;
    const keys = pathOf(address, data);
    const path = keys.join(".");
    const unknown = address === "" ? undefined : wrongAddress(data, keys);
    const { form, wrong }: ReturnType<typeof formOf> =
      unknown === undefined
        ? formOf(cells, isDecimalComma, rows.get(path))
        : { form: {}, wrong: [nowhere(address, unknown)] };
    for (const [column, what, mend] of wrong)
      problems.push({ ...errorAt(code, address || `line ${row.line}`, what, mend), place: placeIn(row, column) });
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
    return row && placeIn(row, columnNames.find((name) => problemAddress.endsWith(`.${name}`)) ?? "address");
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
  before: Row | undefined,
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
