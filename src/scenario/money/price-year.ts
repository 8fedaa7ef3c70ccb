import { indexYear } from "../../base/appraisal/prices.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { dayMeant } from "../time/time-meant.js";

/** True for a price year; reports any other text. */
export const checkPriceYear = (text: string, address: string, context: ReadContext): boolean => {
  if (indexYear(text) !== undefined) return true;
  reportError(context, address, `${text} is not a price year.`, priceYearMend(text));
  return false;
};

/** How to mend a text that is not a price year. A spreadsheet makes the date Dec-11 of 2011/12. */
export const priceYearMend = (text: string): string => {
  const [day] = dayMeant(text.replace(/^([A-Za-z]{3,9})-(\d\d)$/, "$1 20$2")) ?? [];
  const made = day?.replace(/^(\d{4})-(\d\d)-\d\d$/, "$1/$2");
  if (made !== undefined && indexYear(made) !== undefined)
    return `It looks like ${made} that a spreadsheet turned into a date. Format the column as text, and write ${made}.`;
  const [, first, last] = /(?<!\d)(\d{4}|\d{2})\s*[-/–_ ]+\s*(?:\d{2})?(\d{2})(?!\d)/.exec(text) ?? [];
  const meant = first === undefined ? undefined : `${first.length === 2 ? `20${first}` : first}/${last}`;
  if (meant !== undefined && indexYear(meant) !== undefined) return `Write ${meant}.`;
  return "Write a financial year such as 2024/25, or a calendar year such as 2024.";
};
