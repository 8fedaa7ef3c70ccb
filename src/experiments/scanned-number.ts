import { percentage } from "../base/problems/number-text.js";
import type { OptionCheck } from "../base/problems/options.js";
import { didYouMean } from "../base/problems/problem.js";
import { families } from "../quantity/distributions/index.js";
import type { Quantity } from "../quantity/expression.js";
import { plainValue } from "../quantity/read.js";
import { quantitiesOf } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";

/** A number to move, and the values it takes. */
export interface ScannedNumber {
  readonly address: string;
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
}

/** Checks what a number to move is written as. */
export const scannedNumberCheck =
  (scenario: Scenario): OptionCheck =>
  (value) => {
    const moved = scannedNumber(scenario, String(value));
    return typeof moved === "string" ? moved : undefined;
  };

/** The number that a text moves; a sentence if it moves none. */
export const scannedNumber = (scenario: Scenario, text: string): ScannedNumber | string => {
  const [address, values] = text.split("=").map((part) => part.trim());
  const numbers = quantitiesOf(scenario);
  const quantity = numbers.get(address);
  if (quantity === undefined) return `There is no number at ${address}. ${didYouMean(address, [...numbers.keys()])}`;
  if (values === undefined) {
    const ends = endsOf(quantity);
    return ends ? { address, quantity, ...ends } : `${address} is no plain number. Write ${address}=FROM..TO.`;
  }
  const [from, to, more] = values.split("..").map((part) => percentage(part) ?? Number(part));
  if (!(from < to) || !Number.isFinite(to - from) || more !== undefined)
    return `${values} is not a lower and a higher number. Write ${address}=0..10, or with a percent sign on both.`;
  const { bounds } = quantity;
  const isShare = bounds === "share" || bounds === "cut";
  if (isShare && to > 1) return `${values} passes 100%, the most that ${address} may be.`;
  if ((bounds === "share" || bounds === "positive") && from < 0)
    return `${values} passes 0, the least that ${address} may be.`;
  return { address, quantity, from, to };
};

/** The range of a number. Without one: a share goes from 0 to 1, any other number from 0 to twice itself. */
const endsOf = (quantity: Quantity): Pick<ScannedNumber, "from" | "to"> | undefined => {
  const { expression, bounds } = quantity;
  if (typeof expression === "object" && expression.kind === "range") {
    const quantile = families[expression.family].quantile(expression.parameters);
    return { from: quantile(0.025), to: quantile(0.975) };
  }
  if (bounds === "share" || bounds === "cut" || quantity.written.includes("%")) return { from: 0, to: 1 };
  const value = plainValue(quantity);
  return value === undefined || value === 0 ? undefined : { from: Math.min(0, 2 * value), to: Math.max(0, 2 * value) };
};

/** Values in equal steps, free of the noise of binary fractions. */
export const valuesOf = ({ from, to }: ScannedNumber, steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, step) => Number((from + ((to - from) * step) / steps).toPrecision(9)));
