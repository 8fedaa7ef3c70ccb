export { toCsv } from "./formats/csv.js";
export { toJson } from "./formats/json.js";
export { toMarkdown } from "./formats/markdown.js";
export { type TextOptions, toText } from "./formats/text.js";
export type { Cell, Print } from "./numbers.js";
export type { MakePage, OptionName, Output, OutputOptions } from "./output.js";
export { outputs } from "./outputs.js";
export { answer, type ReportOptions, report } from "./report.js";
export type { Page, Part, Report, Table, TableColumn } from "./table.js";
