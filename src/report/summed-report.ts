import { quantileError } from "../base/columns/log-bins.js";
import { withThousands } from "../base/problems/number-text.js";
import { listed, mistake } from "../base/problems/problem.js";
import { mostKept, type mustSum } from "../engine/run-size.js";
import type { SummedRun } from "../experiments/summed-run.js";
import type { ReadRun } from "../results/sums/summed-draws.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";
import { outputNames, outputs } from "./outputs.js";
import { headOf, reportPart } from "./report.js";
import { readShow } from "./show.js";
import type { Part, Report } from "./table.js";

/** Functions that read the parts of a report from a run, one for each output with its options. */
export const readsOf = (show: readonly string[]): readonly ReadRun<Part>[] =>
  show.map((name) => (run) => reportPart(run, name, {}));

/** A summed run with the parts of its report. */
export type SummedParts = SummedRun<Names, readonly Part[]>;

/** The report of a summed run. */
export const summedReport = (run: SummedParts): Report => {
  const head = headOf(run);
  return {
    ...head,
    settings: { ...head.settings, quantileError: run.quantileError },
    parts: run.rows.map((part, at) => ({
      ...part,
      after: [...part.after, ...(hasPercentiles(part) ? [precision] : []), ...(at === 0 ? [whySummed(run)] : [])],
    })),
  };
};

const hasPercentiles = ({ table }: Part): boolean => table.columns.some(({ key }) => key.endsWith("P5"));

/** How far percentiles may be off. */
const precision = `Percentiles are within ${100 * quantileError}%.`;

/** Why draws were summed, and how to keep them. */
const whySummed = ({ scenario, settings: { draws, strategies } }: SummedParts): string => {
  const kept = many(mostKept(scenario, strategies));
  return (
    `${many(draws)} draws are too many to keep each. ` +
    `With at most ${kept} draws each is kept, and every output is there${askedIn(scenario)}.`
  );
};

/** The outputs with which a file begins its answer, and which need each draw. */
const askedIn = ({ answer }: Scenario): string => {
  const others = answer.filter((name) => !isSummable(name));
  return others.length === 0 ? "" : `, ${listed(others)} too, with which the file begins its answer`;
};

const isSummable = (name: string): boolean => outputs[readShow(name).name].isSummable === true;

const many = (draws: number): string => withThousands(String(draws));

/**
 * The outputs, out of those asked for, that a run which keeps no draw can have. Throws if another was asked for by
 * name, or none is left.
 */
export const summedOutputs = (
  scenario: Scenario,
  { draws, strategies, cycles }: Parameters<typeof mustSum>[1],
  show: readonly string[],
  isByName: boolean,
): readonly string[] => {
  const able = show.filter(isSummable);
  const others = show.filter((name) => !isSummable(name));
  if (able.length > 0 && (others.length === 0 || !isByName)) return able;
  const kept = many(mostKept(scenario, strategies, cycles));
  throw mistake(
    "show",
    `${many(draws)} draws are too many to keep each, which ${listed(others)} would need.`,
    `Ask for at most ${kept} draws; or for ${listed(outputNames.filter(isSummable), "or")}, which need none.`,
  );
};
