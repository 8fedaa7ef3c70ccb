import type { Simulation } from "../../engine/simulate.js";
import { rowsThatSayMore } from "../../results/money/answer-level.js";
import { type WhoSavesRow, whoSaves } from "../../results/money/who-saves.js";
import { isSummed } from "../../results/sums/draws-reader.js";
import { isLevel } from "../../results/sums/parties.js";
import { boundSentence, certaintySentences } from "./certainty.js";
import { oneStrategyFinding } from "./one-strategy.js";
import { outcomeSentences } from "./outcomes.js";
import { bestOf, type NamedStrategy, severalStrategiesFinding } from "./several-strategies.js";
import { signingSentences } from "./signing.js";
import { waitingSentence } from "./waiting.js";

/** The strategies of a simulation in the order of the file, with the rows that say something more. */
export const namedStrategies = (
  simulation: Simulation,
  rows: readonly WhoSavesRow[] = whoSaves(simulation),
): readonly NamedStrategy[] => {
  const { scenario, settings } = simulation;
  const each = rowsThatSayMore(simulation, rows);
  return settings.strategies.map((key, at) => ({
    key,
    name: scenario.strategies[key].name,
    isReading: scenario.strategies[key].reading,
    rows: named(each[at]),
  }));
};

/** A level that sums one agency has the name of the agency. */
const named = (rows: readonly WhoSavesRow[]): readonly WhoSavesRow[] => {
  const [first, ...others] = rows;
  const isAlone = others.every(({ level }) => isLevel(level));
  return isAlone ? [first, ...others.map((row) => ({ ...row, name: first.name }))] : rows;
};

/** Who pays, what comes back as cash and to whom, how sure that is, and what it does for people. */
export const whoSavesFinding = (simulation: Simulation, strategies: readonly NamedStrategy[]): readonly string[] => {
  const { scenario, drawn } = simulation;
  const money = [
    ...signingSentences(simulation, strategies),
    ...(strategies.length === 1
      ? oneStrategyFinding(strategies[0].rows, scenario.time)
      : severalStrategiesFinding(strategies, scenario.time)),
  ];
  // What is read of a summed run may not depend on what its rows are.
  if (isSummed(drawn)) return [...money, ...boundSentence(strategies)];
  const shown = strategies.length === 1 ? strategies[0] : bestOf(strategies);
  return [
    ...money,
    ...(shown === undefined ? [] : outcomeSentences(simulation, strategies, shown)),
    ...(shown === undefined ? [] : waitingSentence(simulation, shown)),
    ...certaintySentences(simulation, strategies),
  ];
};
