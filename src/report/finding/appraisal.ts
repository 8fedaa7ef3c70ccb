import type { Simulation } from "../../engine/simulate.js";
import type { AppraisalRow } from "../../results/appraisal.js";
import { subjectOf } from "./standing.js";
import { eachStrategy, rangedPounds, shareOfPound } from "./words.js";

/** What comes back for each pound, and the net present value, at the widest level. */
export const appraisalFinding = (rows: readonly AppraisalRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(rows, simulation, (own) => {
    const row = own[own.length - 1];
    const { net, netP5, netP95, benefitCostRatio: ratio, upperBound } = row;
    const value = `the net present value for ${subjectOf(row)} is ${rangedPounds(net, netP5, netP95, upperBound)}`;
    if (ratio === null) return value;
    const [least, most] = upperBound ? ["at least ", "at most "] : ["", ""];
    const back =
      ratio < 0
        ? `brings ${least}${shareOfPound(-ratio)} of further cost`
        : `brings back ${most}${shareOfPound(ratio)}`;
    return `each £1 ${back}; ${value}`;
  });
