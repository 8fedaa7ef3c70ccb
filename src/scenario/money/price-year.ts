import { indexYear } from "../../base/prices.js";
import { type ReadContext, reportError } from "../../quantity/context.js";

/** Reports a text that is no price year. */
export const checkPriceYear = (text: string, address: string, reading: ReadContext): boolean => {
  if (indexYear(text) !== undefined) return true;
  reportError(
    reading,
    address,
    `${text} is no price year.`,
    "Write a financial year such as 2024/25, or a calendar year such as 2024.",
  );
  return false;
};
