import { anyNumber, checkArgument, valueWords } from "./options.js";
import { ScenarioError } from "./problem.js";

/**
 * A helper that says in a sentence what it takes, where plain JavaScript passes it something else. It looks only once
 * the helper has failed, because it may be called for every world. Not for a helper that calls functions of others,
 * whose errors are theirs.
 */
export const takes = <Helper extends (...values: never[]) => unknown>(what: string, helper: Helper): Helper => {
  const asked = (...values: Parameters<Helper>): unknown => {
    try {
      return helper(...values);
    } catch (error) {
      if (error instanceof ScenarioError) throw error;
      const given = values.length === 0 ? "nothing" : values.map(valueWords).join(", ");
      return checkArgument("arguments", values, () => `It takes ${what}, not ${given}.`);
    }
  };
  return asked as Helper;
};

/** A printer of numbers that says so where plain JavaScript passes it something else. */
export const ofNumber =
  (print: (value: number) => string) =>
  (value: number): string => {
    checkArgument("value", value, anyNumber);
    return print(value);
  };
