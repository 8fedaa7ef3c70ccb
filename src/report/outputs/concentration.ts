import { type ConcentrationRow, concentration } from "../../results/concentration.js";
import { rowsPage } from "../output.js";

export const concentrationPage = rowsPage<ConcentrationRow>(
  {
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
    gini: ["Gini", "ratio", 2],
  },
  concentration,
  "no cohort says how concentrated its need is (concentration)",
);
