import type { Fault } from "./faults.js";

const file = "engine/calibration.ts";

/** Mistakes in what is counted beside the model, in the weights of draws, and in the draws that are picked. */
export const faultsOfCalibration: Readonly<Record<string, Fault>> = {
  "a share of people is weighed as a count": {
    file: "base/mathematics/deviance.ts",
    right: "outOf !== null",
    wrong: "outOf === -1",
  },
  "a figure with an error is weighed as events": {
    file: "base/mathematics/deviance.ts",
    right: "relativeVariance === null",
    wrong: "relativeVariance !== -1",
  },
  "a share of people is weighed by those who have it alone": {
    file: "base/mathematics/deviance.ts",
    right: " + excess(1 - counted, Math.max(0, 1 - model))",
    wrong: "",
  },
  "a weight is the square of a likelihood": { file, right: "(least - deviance) / 2", wrong: "least - deviance" },
  "each draw is picked at the start of its step": { file, right: "(place + 0.5)", wrong: "(place + 0)" },
  "the first figure alone weighs": { file, right: "(observed.map(", wrong: "(observed.slice(0, 1).map(" },
  "pounds are compared in present value": { file, right: 'year, money: "plain"', wrong: 'year, money: "present"' },
  "pounds of one service are those of all": {
    file,
    right: "service !== null && { service }",
    wrong: "service === null && {}",
  },
  "a waiting list is that of the first year": { file, right: "years[years.length - 1]", wrong: "1" },
  "people in a state are no share of their cohort": {
    file,
    right: "among?.[draw] ?? years.length",
    wrong: "years.length",
  },
  "people are summed over the years": { file, right: "?? years.length", wrong: "?? 1" },
  "the draws are weighed and stay as they were": {
    file: "engine/simulate.ts",
    right: "if (calibration) pickDraws(drawn, calibration.picks);",
    wrong: "",
  },
};
