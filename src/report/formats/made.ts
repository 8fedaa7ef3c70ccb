import { checkOptions, type OptionCheck, ofKind } from "../../base/problems/options.js";
import type { Report } from "../table.js";

/** How a page or a workbook was made, so that another can make it again. */
export interface MadeOptions {
  /** Terms and what they are: the version, the command, a hash of the scenario. Default: none. */
  readonly reproduce?: Readonly<Record<string, string>>;
}

/** The settings of a run and how it was made, as terms. */
export const madeTerms = ({ settings }: Report, options: MadeOptions): Readonly<Record<string, string>> => {
  checkOptions(options, { reproduce: termChecks });
  return { draws: String(settings.draws), seed: String(settings.seed), ...options.reproduce };
};

/** Terms are texts, each under its name. */
const termChecks: OptionCheck = (value, option) =>
  ofKind("object")(value, option) ??
  Object.entries(Object(value))
    .map(([term, text]) => ofKind("string")(text, `${option}.${term}`))
    .find((what) => what !== undefined);

/** What a reader of any figure must know. */
export const method = [
  "Each figure compares a run with the interventions and a run without them, on the same draws of all uncertain " +
    "numbers. Figures are means over the draws; a range is from the 5th to the 95th percentile.",
  "Cash is what leaves a budget. What is freed is released, and still paid for until something stops.",
];
