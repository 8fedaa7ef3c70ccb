import { type AppraisalRow, appraisal } from "../../../results/money/appraisal.js";
import { beforeBiasNote, subjectOf } from "../../finding/standing.js";
import { eachStrategy, rangedPounds, shareOfPound } from "../../finding/words.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const appraisalOutput = output<AppraisalRow>({
  title: "Appraisal",
  answers: "Costs, benefits, ratio and payback for the place, the public purse and society.",
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    name: ["for", "text"],
    costs: ["costs", "pounds", 1.4],
    benefits: ["benefits", "pounds", 1.6],
    net: ["net", "pounds"],
    netP5: ["net 5th", "pounds", 1.1],
    netP95: ["net 95th", "pounds", 1.1],
    netError: ["error of net", "pounds", 7],
    optimismBias: ["optimism bias", "pounds", 1.7],
    netAvoided: ["net avoided", "pounds", 3],
    netCentral: ["central net", "pounds", 5],
    chance: ["chance", "share", 1.2],
    chanceError: ["error of chance", "percent", 7.1],
    benefitCostRatio: ["ratio", "ratio", 1.3],
    returnOnInvestment: ["return", "ratio", 6],
    equivalentAnnualCosts: ["costs a year", "pounds", 6.4],
    equivalentAnnualNet: ["net a year", "pounds", 6.2],
    paybackYear: ["payback year", "year", 1.5],
    paybackTime: ["years to payback", "ratio", 6.6],
    neverPaysBack: ["never pays back", "share", 4],
    paybackYearUndiscounted: ["payback year, undiscounted", "year", 6.8],
    paybackTimeUndiscounted: ["years to payback, undiscounted", "ratio", 7.2],
    neverPaysBackUndiscounted: ["never pays back, undiscounted", "share", 7.4],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  // What comes back for each pound, and the net present value, at the widest level.
  finding: (rows, simulation) =>
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
    }),
  before: (_, simulation) => beforeBiasNote(simulation),
  rows: appraisal,
});
