import { oneLine } from "../report/words.js";

/** A text in a cell of a table in markdown: one line, without marks that end the cell or begin HTML. */
export const inCell = (text: string): string =>
  oneLine(text).replace(/[\\|<>&`]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The lines of a table in markdown. */
export const tableInMarkdown = (headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [headings, headings.map(() => "---"), ...rows.map((row) => row.map(inCell))].map((row) => `| ${row.join(" | ")} |`);
