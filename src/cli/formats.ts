import { extname } from "node:path";
import { mistake } from "../base/problems/problem.js";
import { checkOnePicture, svgFiles, toSvg } from "../report/charts.js";
import { type CsvOptions, checkOneTable, csvFiles, toCsv } from "../report/formats/csv.js";
import { toHtml } from "../report/formats/html.js";
import { toJson } from "../report/formats/json.js";
import type { MadeOptions } from "../report/formats/made.js";
import { toMarkdown } from "../report/formats/markdown.js";
import { type TextOptions, toText } from "../report/formats/text.js";
import { workbook } from "../report/formats/workbook.js";
import type { Report, ReportFile } from "../report/table.js";
import { checkWritable, isFolder } from "./files/files.js";

/** How a report is written: the look of text, how it was made, and the headings of CSV. */
interface Writing {
  readonly text: TextOptions;
  readonly made: MadeOptions;
  readonly csv: CsvOptions;
}

/** How a format is written, and the outputs it has by default. */
interface OutputFormat {
  readonly write: (report: Report, writing: Writing) => string | Promise<Uint8Array>;
  readonly shows: readonly string[];
  /** Further outputs by default if the scenario has funding rules of its own. */
  readonly showsOfRules?: readonly string[];
  /** Refuses outputs that one file cannot hold. */
  readonly checkOne?: (show: readonly string[]) => void;
  /** The files for a folder. Default: it takes no folder. */
  readonly files?: (report: Report, writing: Writing) => readonly ReportFile[];
  /** The name of the file that a command to make it again writes. Default: it is printed. */
  readonly file?: string;
}

/** The name of a format. */
export type Format = "text" | "markdown" | "csv" | "json" | "html" | "svg" | "xlsx";

/** What a board reads. */
const forBoard = [
  ...["answer", "who-saves", "cash-by-year", "cash", "sensitivity", "switching-values"],
  ...["outcomes", "budget-gap", "assumptions"],
];
const ofRules = ["decide", "settle"];

/** Csv and json are for machines, and start with the table. */
const formats: Readonly<Record<Format, OutputFormat>> = {
  text: { write: (report, { text }) => toText(report, text), shows: ["answer"] },
  markdown: { write: toMarkdown, shows: ["answer"] },
  csv: {
    write: (report, { csv }) => toCsv(report, csv),
    shows: ["who-saves"],
    checkOne: checkOneTable,
    files: (report, { csv }) => csvFiles(report, csv),
  },
  json: { write: toJson, shows: ["who-saves"] },
  html: { write: (report, { made }) => toHtml(report, made), shows: forBoard, showsOfRules: ofRules },
  svg: { write: toSvg, shows: ["who-saves"], checkOne: checkOnePicture, files: svgFiles },
  xlsx: {
    write: (report, { made }) => workbook(report, made),
    shows: [...new Set(["answer", "cash-by-year", "assumptions", "references", ...forBoard])],
    showsOfRules: ofRules,
    file: "workbook.xlsx",
  },
};

const formatOfEnding = new Map<string, Format>([
  [".md", "markdown"],
  [".csv", "csv"],
  [".json", "json"],
  [".svg", "svg"],
  [".html", "html"],
  [".xlsx", "xlsx"],
  [".txt", "text"],
  ["", "text"],
]);

/** The format for the ending of a file. An unknown ending is refused. */
const formatOf = (out = ""): Format => {
  const ending = extname(out).toLowerCase();
  const format = formatOfEnding.get(ending);
  if (format === undefined)
    throw mistake(
      "--out",
      `No format ends in ${ending}.`,
      "Write .md, .csv, .json, .html, .xlsx, .svg or .txt, or set --format.",
    );
  return format;
};

/** The format that a command asks for, before a long run. What does not fit it is refused. */
export const formatAsked = (options: {
  readonly format?: Format;
  readonly out?: string;
  readonly headings?: CsvOptions["headings"];
}): OutputFormat & { readonly name: Format } => {
  const { out, headings } = options;
  const name = options.format ?? formatOf(out);
  const format = formats[name];
  if (format.file !== undefined && out === undefined)
    throw mistake("--format", `${name} is a file, and cannot be printed.`, `Add --out ${format.file}.`);
  if (headings !== undefined && name !== "csv")
    throw mistake("--headings", `Only csv has headings to choose, not ${name}.`, "Add --format csv, or leave it out.");
  if (out !== undefined && !(format.files && isFolder(out))) checkWritable(out);
  return { ...format, name };
};
