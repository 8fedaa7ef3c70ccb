import type { NumberPrint } from "./numbers.js";
import type { TableColumn } from "./table.js";

/** The columns of a table with years across: what a line is, a column for each year, and a total if asked for. */
export const yearColumns = (
  labels: readonly string[],
  print: NumberPrint,
  hasTotal: boolean,
): readonly TableColumn[] => [
  { key: "line", heading: "", print: "text", spare: 0 },
  ...labels.map((label, at) => ({ key: label, heading: label, print, spare: 2 + at / labels.length })),
  ...(hasTotal ? [{ key: "total", heading: "total", print, spare: 0 }] : []),
];
