import { grouped } from "../../../base/records.js";
import { type ConcentrationRow, concentration } from "../../../results/money/concentration.js";
import { wordsOf } from "../../../scenario/names.js";
import { printed } from "../../numbers.js";
import { output } from "../../output.js";

export const concentrationOutput = output<ConcentrationRow>({
  title: "Concentration",
  answers: "Which share of the people makes which share of the demand, from the segment of least need to the greatest.",
  columns: {
    cohort: ["cohort", "text", 0.5],
    segment: ["segment", "year"],
    weight: ["of the people", "percent"],
    multiplier: ["times the mean", "number"],
    people: ["people so far", "percent", 4],
    demand: ["demand so far", "percent", 4],
    top: ["the top", "percent"],
    topShare: ["make", "percent"],
    paretoAlpha: ["Pareto alpha", "ratio", 3],
    lognormalSigma: ["lognormal sigma", "ratio", 3],
    gini: ["Gini of segments", "ratio", 2],
  },
  ofUsual: true,
  finding: (rows) =>
    [...grouped(rows, ({ cohort }) => cohort)].map(([cohort, own]) => {
      const { top, topShare } = own.find((row) => row.topShare < 0.75) ?? own[own.length - 1];
      const [few, much] = [top, topShare].map((share) => printed(share, "percent", {}));
      return `Of ${wordsOf(cohort)}, the ${few} with the greatest need make ${much} of the demand.`;
    }),
  rows: concentration,
  empty: "no cohort says how concentrated its need is (concentration)",
});
