import type { Report } from "../table.js";

/** How a page or a workbook was made, so that another can make it again. */
export interface MadeOptions {
  /** Terms and what they are: the version, the command, a hash of the scenario. Default: none. */
  readonly reproduce?: Readonly<Record<string, string>>;
}

/** The settings of a run and how it was made, as terms. */
export const madeTerms = ({ settings }: Report, { reproduce = {} }: MadeOptions): Readonly<Record<string, string>> => ({
  draws: String(settings.draws),
  seed: String(settings.seed),
  ...reproduce,
});

/** What a reader of any figure must know. */
export const method = [
  "Each figure compares a run with the interventions and a run without them, on the same draws of all uncertain " +
    "numbers. Figures are means over the draws; a range is from the 5th to the 95th percentile.",
  "Cash is what leaves a budget. What is freed is released, and still paid for until something stops.",
];
