import { oneLine } from "../report/words.js";

/** A text in a cell of a table in markdown: one line, without marks that end the cell or begin HTML. */
export const inCell = (text: string): string =>
  oneLine(text).replace(/[\\|<>&`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
