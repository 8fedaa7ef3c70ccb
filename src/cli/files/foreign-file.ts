import { isWebPage } from "../../base/texts/web-page.js";

/** Why a file is not the text that is expected, and how to save it as text. */
export interface ForeignFile {
  readonly what: string;
  readonly mend: string;
}

const asCsv = "Save the sheet as CSV UTF-8 (File, Save as), and name that file.";
const asText = "Save it as plain text in UTF-8, and name that file.";

const zip = "PK\u0003\u0004";

/** The first bytes of files that people take for text, as letters, and what they are. A zip names its parts. */
const kinds: readonly {
  readonly starts: string;
  readonly holds?: string;
  readonly is: string;
  readonly mend: string;
}[] = [
  { starts: zip, holds: "xl/", is: "an Excel workbook", mend: asCsv },
  { starts: zip, holds: "word/", is: "a Word document", mend: asText },
  { starts: zip, holds: "ppt/", is: "a PowerPoint presentation", mend: asText },
  { starts: zip, holds: "opendocument.spreadsheet", is: "an OpenDocument spreadsheet", mend: asCsv },
  { starts: zip, holds: "opendocument.text", is: "an OpenDocument text", mend: asText },
  { starts: zip, holds: "Index/", is: "a file of Apple Numbers or Pages", mend: "Export it as CSV in UTF-8." },
  { starts: zip, is: "a zip archive", mend: "Take the file out of it, and name that." },
  { starts: "\u00D0\u00CF\u0011\u00E0", is: "an Excel or Word file of before 2007", mend: asCsv },
  { starts: "%PDF", is: "a PDF", mend: "Ask for the figures as CSV, or type them into one." },
  { starts: "{\\rtf", is: "a rich text document", mend: asText },
  { starts: "\u001F\u008B", is: "a compressed file (gzip)", mend: "Unpack it first." },
  { starts: "\u0089PNG", is: "a picture (PNG)", mend: "Type the figures into a CSV file." },
  { starts: "\u00FF\u00D8\u00FF", is: "a picture (JPEG)", mend: "Type the figures into a CSV file." },
  { starts: "SQLite format 3", is: "a database (SQLite)", mend: "Export the table as CSV in UTF-8." },
  { starts: "PAR1", is: "a Parquet file", mend: "Export the table as CSV in UTF-8." },
  {
    starts: "\u00FF\u00FE",
    is: "text in UTF-16",
    mend: "Save it as UTF-8; in Excel choose CSV UTF-8, not Unicode Text.",
  },
  {
    starts: "\u00FE\u00FF",
    is: "text in UTF-16",
    mend: "Save it as UTF-8; in Excel choose CSV UTF-8, not Unicode Text.",
  },
];

/** What a file is by its first bytes, if it is a workbook, a document or a picture; undefined for text. */
export const foreignFile = (bytes: Uint8Array): ForeignFile | undefined => {
  const latin = new TextDecoder("latin1");
  const start = lettersOf(bytes.subarray(0, 20));
  if (isWebPage(latin.decode(bytes.subarray(0, 200))))
    return { what: "This is a web page, whatever its name says.", mend: asCsv };
  const possible = kinds.filter(({ starts }) => start.startsWith(starts));
  const inside = possible.some(({ holds }) => holds !== undefined) ? latin.decode(bytes) : "";
  const kind = possible.find(({ holds }) => holds === undefined || inside.includes(holds));
  return kind && { what: `This is ${kind.is}.`, mend: kind.mend };
};

// The decoder of Latin letters gives other signs for some bytes.
const lettersOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Why bytes that are not UTF-8 cannot be read. */
export const notUtf8: ForeignFile = {
  what: "This file is not text in UTF-8.",
  mend: "Save it as UTF-8: in Excel, choose CSV UTF-8.",
};
