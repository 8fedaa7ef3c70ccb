import { widthOf } from "../words.js";

/** A text of at most `width` columns; a longer one ends in `…`. */
export const clip = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${startOf(text, width - 1).trimEnd()}…`;

const startOf = (text: string, width: number): string => {
  let start = "";
  for (const letter of text) {
    if (widthOf(start + letter) > width) break;
    start += letter;
  }
  return start;
};
