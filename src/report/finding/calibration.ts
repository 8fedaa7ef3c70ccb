import { withThousands } from "../../base/problems/number-text.js";
import { calibrationProblems } from "../../engine/calibration-problems.js";
import type { CalibrationRow } from "../../results/uncertainty/calibration.js";
import type { Scenario } from "../../scenario/scenario.js";
import { printed } from "../numbers.js";

/** What observations make of the draws of a run, and what to do where few agree. Nothing without observations. */
export const calibrationSentences = (scenario: Scenario): readonly string[] => {
  const { observed, calibration } = scenario;
  if (calibration === null) return [];
  const { picks, effectiveDraws } = calibration;
  const figures = Object.keys(observed).length;
  const what = figures === 1 ? "one figure that was" : `${figures} figures that were`;
  const problems = calibrationProblems(scenario).map((problem) => `${problem.what} ${problem.mend}`);
  const [draws, worth] = [picks.length, Math.floor(effectiveDraws)].map((each) => withThousands(String(each)));
  return problems.length > 0 ? problems : [`Weighed by ${what} counted, the ${draws} draws tell as much as ${worth}.`];
};

/** Each counted figure beside the figure of the model, and the numbers whose range narrowed most. */
export const calibrationFinding = (rows: readonly CalibrationRow[], scenario: Scenario): readonly string[] => [
  ...calibrationSentences(scenario),
  ...rows
    .filter(({ kind }) => kind === "observed")
    .slice(0, 3)
    .map(besideModel),
  ...rows
    .filter(({ kind, isIdentified }) => kind === "number" && isIdentified)
    .slice(0, 2)
    .map(learned),
];

const besideModel = (row: CalibrationRow): string =>
  `${row.label}: the model gave ${rangeIn(row, row.beforeP5, row.beforeP95)}, and gives ` +
  `${rangeIn(row, row.afterP5, row.afterP95)} now; ` +
  `${printed(row.counted, "asWritten", { written: row.written })} counted.`;

const learned = (row: CalibrationRow): string =>
  `${row.label}: ${rangeIn(row, row.beforeP5, row.beforeP95)} by the file, and ` +
  `${rangeIn(row, row.afterP5, row.afterP95)} now.`;

/** Figures to three digits, in percent if the file writes them so. */
const rangeIn = ({ written }: CalibrationRow, ...figures: readonly number[]): string =>
  figures.map((figure) => printed(Number(figure.toPrecision(3)), "asWritten", { written })).join(" to ");
