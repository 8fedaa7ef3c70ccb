import { mostCounted } from "../base/money.js";
import { percentage } from "../base/problems/number-text.js";
import { numberMeant } from "./number-meant.js";
import { otherKind } from "./other-kinds.js";

/** The number in a cell of a table, and as a scenario writes it; or how to mend a cell that holds none. */
export type CellNumber = { readonly number: number; readonly written: number | string } | { readonly mend: string };

/** The mend of a number whose point may be between thousands: of any with three decimals, or where the last is 0. */
export const dottedMend = (cell: string, lastDigit: "any" | "0" = "any"): string | undefined => {
  const [, whole, rest = ""] = /^(\d{1,3})\.(\d{3})$/.exec(cell) ?? [];
  if (whole === undefined || !(lastDigit === "any" || (rest.endsWith("0") && whole !== "0"))) return undefined;
  return `Is it ${whole}${rest} or ${whole}.${rest}? Write ${whole}${rest}, or ${whole}.${rest}0.`;
};

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
  const other = otherKind(cell);
  if (other !== undefined) return { mend: other.mend };
  const plain = isDecimalComma && /^[+-]?\d+,\d+\s*%?$/.test(cell) ? cell.replace(",", ".") : cell;
  const share = percentage(plain);
  const number = plain === "" ? Number.NaN : (share ?? Number(plain));
  if (Math.abs(number) > mostCounted) return { mend: "No number here may pass 1e13: look for zeros too many." };
  if (Number.isFinite(number)) return { number, written: share === undefined ? number : plain };
  const meant = numberMeant(cell);
  if (meant?.startsWith("-") && cell.includes("("))
    return { mend: `Write ${meant.slice(1)}, or ${meant} if the brackets mean a minus.` };
  if (meant !== undefined) return { mend: `Write ${meant}.` };
  if (/^[<>]\s*\d+$|^\*+$|^\[?c\]?$/.test(cell))
    return { mend: "A small number is suppressed here: write your estimate, and say so in a note." };
  if (/^\[[a-z]\]$|^[.:–-]+$/.test(cell))
    return { mend: "There is no figure here: write your estimate, and say so in a note." };
  const [, marked] = /^([\d.]+)\s?(?:\*+|[pre]|[([][a-z]{1,2}[)\]])$/.exec(cell) ?? [];
  if (marked !== undefined) return { mend: `Write ${marked}, without the publisher's mark.` };
  return { mend: "Write plain digits, such as 1234.5, or take the row out." };
};
