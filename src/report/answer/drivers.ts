import type { Simulation } from "../../engine/simulate.js";
import { assumptions } from "../../results/assumptions.js";
import { type NamedStrategy, widestOf } from "../finding/several-strategies.js";
import { textAfterName } from "../finding/words.js";
import { shareText, writtenText } from "../numbers.js";
import { oneLine } from "../words.js";

/** Fewer draws do not show which number explains how much. */
const fewestDraws = 256;

/** The three numbers that explain most of the range of a strategy at its widest level, a line each. */
export const driverSentences = (
  simulation: Simulation,
  strategy: NamedStrategy,
  isOneOfSeveral: boolean,
): readonly string[] => {
  const { level, netP5 } = widestOf(strategy);
  if (netP5 === null) return [];
  if (simulation.settings.draws < fewestDraws)
    return [`It takes ${fewestDraws} draws or more to show what the range depends on.`];
  const of = (at: number): string =>
    !isOneOfSeveral ? "the range" : at === 0 ? `the range of ${strategy.name}` : "it";
  const drivers = assumptions(simulation, { strategy: strategy.key, of: level })
    .filter(({ shareOfSpread }) => shareOfSpread >= 0.005)
    .slice(0, 3)
    .map(({ address, label, written, status, shareOfSpread }, at) => {
      const mark = status === "assumption" ? ", an assumption" : "";
      const what = isOneOfSeveral ? textAfterName(label, strategy.name) : label;
      const number = `${what}, ${writtenText(oneLine(written))}${mark} (\`${address}\`)`;
      return `${shareText(shareOfSpread)} of ${of(at)}: ${number}`;
    });
  return drivers.length > 0 ? drivers : ["No one number explains the range."];
};
