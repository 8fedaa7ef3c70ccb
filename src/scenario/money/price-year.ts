import { indexYear } from "../../base/prices.js";
import { type ReadContext, reportError } from "../../quantity/context.js";

/** True for a price year; reports any other text. */
export const checkPriceYear = (text: string, address: string, context: ReadContext): boolean => {
  if (indexYear(text) !== undefined) return true;
  reportError(
    context,
    address,
    `${text} is not a price year.`,
    "Write a financial year such as 2024/25, or a calendar year such as 2024.",
  );
  return false;
};
