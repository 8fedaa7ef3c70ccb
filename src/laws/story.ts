import { withThousands } from "../base/problems/number-text.js";
import { ofNumber } from "../base/problems/takes.js";

/**
 * Pence as text, in pounds: `£1,200`, `£0.05`, and `nothing` for 0.
 * @throws ScenarioError if it is no number
 * @example penceText(1_200_00) // => "£1,200"
 */
export const penceText = ofNumber((pence) => {
  if (pence === 0) return "nothing";
  const size = Math.abs(pence);
  const [whole, part = "00"] = (size / 100).toFixed(2).split(".");
  return `${pence < 0 ? "−" : ""}£${withThousands(whole)}${part === "00" ? "" : `.${part}`}`;
});

/** A number as text, with at most three decimals: `1,200`, `0.125`, and `none` for 0. */
export const amountText = (number: number): string =>
  number === 0 ? "none" : withThousands(String(Number(number.toFixed(3))));

/** A text that starts with a capital letter. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A difference in pence as text, rounded to whole pence: `£5 more`, `£5 less`, `the same`. */
export const moreOrLessText = (pence: number): string => {
  const whole = Math.round(pence);
  return whole === 0 ? "the same" : `${penceText(Math.abs(whole))} ${whole > 0 ? "more" : "less"}`;
};

/** A factor as text: `twice`, `three times`, `ten times`. */
export const timesText = (factor: 2 | 3 | 10): string => ({ 2: "twice", 3: "three times", 10: "ten times" })[factor];

/** Pence as text, rounded to whole pence first. */
export const roundedText = (pence: number): string => penceText(Math.round(pence));

/** An amount in pence and the one it replaces, rounded to whole pence: `£5, not £3`. */
export const replacedText = (after: number, before: number): string =>
  `${roundedText(after)}, not ${roundedText(before)}`;

/** The name of the agency at an index, for the start of a sentence. */
export const nameAt = (list: readonly { readonly agency: string }[], index: number): string =>
  capitalised(list[index].agency);

const largeUnits = [
  [1e11, "bn"],
  [1e8, "m"],
] as const;

/** Pence as short text: `£0`, `£200,000`, `£2m`, `£10bn`. */
export const shortPoundsText = (pence: number): string => {
  const size = Math.abs(pence);
  const [least, name] = largeUnits.find(([unit]) => size >= unit) ?? [];
  if (least === undefined || name === undefined) return pence === 0 ? "£0" : penceText(pence);
  return `${pence < 0 ? "−" : ""}£${withThousands(String(Number((size / least).toPrecision(3))))}${name}`;
};
