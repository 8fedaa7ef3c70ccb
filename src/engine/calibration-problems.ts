import { sumOfColumns } from "../base/columns/kernels.js";
import { largestOf, smallestOf } from "../base/mathematics/largest.js";
import { power } from "../base/mathematics/power.js";
import { withThousands } from "../base/problems/number-text.js";
import { counted, type Problem } from "../base/problems/problem.js";
import { blockSize } from "../base/random/random.js";
import type { Observation } from "../scenario/observed.js";
import type { Scenario } from "../scenario/scenario.js";
import { deviancesOf } from "./calibration.js";

/** A deviance of three standard errors: farther away, a draw does not agree. */
const farthest = 9;

/** The fewest draws of equal weight that are enough for a range. */
const fewest = 100;

/** A run of fewer draws is a sketch, such as the first results that a page shows. */
const whole = 8 * blockSize;

/**
 * What is wrong with a calibration: no draw agrees with a figure or with all, or too few do. The first is an error,
 * unless the run is a sketch.
 */
export const calibrationProblems = ({ observed, calibration }: Scenario): readonly Problem[] => {
  if (calibration === null) return [];
  const { models, effectiveDraws, picks } = calibration;
  const all = Object.values(observed);
  const deviances = all.map((each, at) => deviancesOf(each, models[at]));
  const none = (address: string, [what, mend]: readonly [string, string]): Problem => ({
    ...{ severity: picks.length < whole ? "warning" : "error", code, address, what, mend },
  });
  const far = all.flatMap((each, at) =>
    smallestOf(deviances[at]) > farthest ? [none(each.address, farFrom(each, models[at]))] : [],
  );
  if (far.length > 0) return far;
  if (smallestOf(sumOfColumns(deviances)) > farthest * all.length)
    return [
      none("observed", [`Each of these ${all.length} figures is near some draw, but no draw is near all.`, widen]),
    ];
  return effectiveDraws < fewest ? [tooFew(picks.length, effectiveDraws)] : [];
};

const code = "calibration";

const widen =
  "Look whether it was counted of the same people, year and unit. If so, widen the ranges of the numbers behind it.";

/** A figure that no draw comes near: it is outside what the model gives, or between draws that are too far apart. */
const farFrom = ({ written, counted: figure }: Observation, model: Float64Array): readonly [string, string] => {
  const [least, most] = [smallestOf(model), largestOf(model)];
  const [from, to] = [least, most].map((each) => withThousands(String(Number(each.toPrecision(3)))));
  return [
    `No draw comes near ${written}, which was counted: the model gives ${least === most ? from : `${from} to ${to}`}.`,
    figure > least && figure < most ? "Run more draws, or state how sure the figure is with error." : widen,
  ];
};

/** The warning of a calibration that leaves too few draws for a range, with how many to run. */
const tooFew = (draws: number, effective: number): Problem => {
  const enough = (2 * fewest * draws) / effective;
  const size = power(10, Math.floor(Math.log10(enough)));
  const told = effective < 2 ? "1 draw" : counted(Math.floor(effective), "draw");
  return {
    severity: "warning",
    ...{ code, address: "observed" },
    what: `Weighed by what was counted, ${counted(draws, "draw")} tell as much as ${told}: too few for a range.`,
    mend: `Run ${withThousands(String(size * Math.ceil(enough / size)))} draws.`,
  };
};
