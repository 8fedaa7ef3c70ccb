import { withThousands } from "../base/number-text.js";

/**
 * Pence as a person writes them: `£1,200`, `£0.05`, `nothing`.
 * @example penceText(1_200_00) // => "£1,200"
 */
export const penceText = (pence: number): string => {
  if (pence === 0) return "nothing";
  const size = Math.abs(pence);
  const [whole, part] = (size / 100).toFixed(2).split(".");
  return `${pence < 0 ? "−" : ""}£${withThousands(whole)}${part === "00" ? "" : `.${part}`}`;
};

/** A number of things in a sentence: up to three decimals. */
export const many = (number: number): string =>
  number === 0 ? "none" : withThousands(String(Number(number.toFixed(3))));

/** An agency's name at the head of a sentence. */
export const called = (agency: string): string => agency.charAt(0).toUpperCase() + agency.slice(1);

/** What somebody has more or less of: `£5 more`, `£5 less`, `the same`. */
export const moreOrLess = (pence: number): string =>
  pence === 0 ? "the same" : `${penceText(Math.abs(pence))} ${pence > 0 ? "more" : "less"}`;

/** How many times as large: `twice`, `ten times`. */
export const timesAs = (factor: 2 | 3 | 10): string => ({ 2: "twice", 3: "three times", 10: "ten times" })[factor];
