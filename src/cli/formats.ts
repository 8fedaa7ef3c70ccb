import { extname } from "node:path";
import { checkOnePicture, svgFiles, toSvg } from "../report/charts/charts.js";
import { checkOneTable, csvFiles, type ReportFile, toCsv } from "../report/formats/csv.js";
import { type HtmlOptions, toHtml } from "../report/formats/html.js";
import { toJson } from "../report/formats/json.js";
import { toMarkdown } from "../report/formats/markdown.js";
import { type TextOptions, toText } from "../report/formats/text.js";
import type { Report } from "../report/table.js";
import { checkWritable, isFolder } from "./files.js";
import { mistake } from "./terminal.js";

/** The name of a format. */
export type Format = "text" | "markdown" | "csv" | "json" | "svg" | "html";

/** How a format is written, and the outputs it has by default. */
interface OutputFormat {
  readonly write: (report: Report, text: TextOptions, page: HtmlOptions) => string;
  readonly shows: readonly string[];
  /** Further outputs by default if the scenario has funding rules of its own. */
  readonly showsOfRules?: readonly string[];
  /** Refuses outputs that one file cannot hold. */
  readonly checkOne?: (show: readonly string[]) => void;
  /** The files for a folder. Default: it takes no folder. */
  readonly files?: (report: Report) => readonly ReportFile[];
}

/** Csv and json are for machines, and start with the table. */
const formats: Readonly<Record<Format, OutputFormat>> = {
  text: { write: toText, shows: ["answer"] },
  markdown: { write: toMarkdown, shows: ["answer"] },
  csv: { write: toCsv, shows: ["who-saves"], checkOne: checkOneTable, files: csvFiles },
  json: { write: toJson, shows: ["who-saves"] },
  html: {
    write: (built, _, page) => toHtml(built, page),
    shows: [
      ...["answer", "who-saves", "cash-by-year", "cash", "sensitivity", "switching-values"],
      ...["outcomes", "budget-gap", "assumptions"],
    ],
    showsOfRules: ["decide", "settle"],
  },
  svg: { write: toSvg, shows: ["who-saves"], checkOne: checkOnePicture, files: svgFiles },
};

const formatOfEnding = new Map<string, Format>([
  [".md", "markdown"],
  [".csv", "csv"],
  [".json", "json"],
  [".svg", "svg"],
  [".html", "html"],
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
      "Write .md, .csv, .json, .html, .svg or .txt, or set --format.",
    );
  return format;
};

/** The format that a command asks for, before a long run. A file that cannot be written is refused. */
export const formatAsked = ({ format, out }: { readonly format?: Format; readonly out?: string }): OutputFormat => {
  const asked = formats[format ?? formatOf(out)];
  if (out !== undefined && !(asked.files && isFolder(out))) checkWritable(out);
  return asked;
};
