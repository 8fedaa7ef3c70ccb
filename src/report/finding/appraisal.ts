import type { Simulation } from "../../engine/simulate.js";
import type { AppraisalRow } from "../../results/appraisal.js";
import { roundedPounds } from "../numbers.js";
import { subjectOf } from "./standing.js";
import { eachStrategy, shareOfPound, signedRange } from "./words.js";

/** What comes back for each pound, and the net present value, at the widest level. */
export const appraisalFinding = (rows: readonly AppraisalRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(rows, simulation, (own) => {
    const row = own[own.length - 1];
    const { net, netP5, netP95, benefitCostRatio: ratio, upperBound } = row;
    const value = `the net present value for ${subjectOf(row)} is ${upperBound ? "at most " : ""}${roundedPounds(net)}`;
    const range = signedRange(netP5, netP95);
    if (ratio === null) return `${value}${range}`;
    const back = ratio < 0 ? `brings ${shareOfPound(-ratio)} of further cost` : `brings back ${shareOfPound(ratio)}`;
    return `each £1 ${back}; ${value}${range}`;
  });
