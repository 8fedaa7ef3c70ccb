import { ScenarioError } from "../../src/base/problems/problem.js";

/** What a rule says to bad parameters, on one line; nothing where it takes them. */
export const refusal = (make: () => unknown): string => {
  try {
    make();
    return "";
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ address, what }) => `${address} ${what}`).join(" ");
  }
};
