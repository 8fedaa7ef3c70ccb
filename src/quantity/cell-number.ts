import { percentage } from "../base/number-text.js";
import { numberMeant } from "./number-meant.js";

/** The number in a cell of a table, and as a scenario writes it; or how to mend a cell that holds none. */
export type CellNumber = { readonly number: number; readonly written: number | string } | { readonly mend: string };

/**
 * Reads the number in a cell: plain digits, or a percentage. Where semicolons divide the cells, a comma is a decimal
 * point, as in `310,50`.
 */
export const readCellNumber = (cell: string, isDecimalComma: boolean): CellNumber => {
  const twoMeanings = isDecimalComma ? /^[+-]?(\d{1,3})[.,](\d{3})$/.exec(cell) : null;
  if (twoMeanings) {
    const [, whole, rest] = twoMeanings;
    return { mend: `Is it ${whole}${rest} or ${whole}.${rest}? Write ${whole}${rest}, or ${whole},${rest}0.` };
  }
  const plain = isDecimalComma && /^[+-]?\d+,\d+\s*%?$/.test(cell) ? cell.replace(",", ".") : cell;
  const share = percentage(plain);
  const number = plain === "" ? Number.NaN : (share ?? Number(plain));
  if (Number.isFinite(number)) return { number, written: share === undefined ? number : plain };
  const meant = numberMeant(cell);
  if (meant?.startsWith("-") && cell.includes("("))
    return { mend: `Write ${meant.slice(1)}, or ${meant} if the brackets mean a minus.` };
  if (meant !== undefined) return { mend: `Write ${meant}.` };
  if (/^[<>]\s*\d+$|^\*+$|^c$/.test(cell))
    return { mend: "A small number is suppressed here: write your estimate, and say so in a note." };
  return { mend: "Write plain digits, such as 1234.5, or take the row out." };
};
