import type { Simulation } from "../../engine/simulate.js";
import { rowsThatSayMore } from "../../results/answer-level.js";
import { isLevel } from "../../results/parties.js";
import { type WhoSavesRow, whoSaves } from "../../results/who-saves.js";
import { certaintySentences } from "./certainty.js";
import { oneStrategyFinding } from "./one-strategy.js";
import { outcomeSentences } from "./outcomes.js";
import { bestOf, type NamedStrategy, severalStrategiesFinding } from "./several-strategies.js";
import { signingSentences } from "./signing.js";
import { waitingSentence } from "./waiting.js";

/** The strategies of a simulation in the order of the file, with the rows that say something more. */
export const namedStrategies = (
  simulation: Simulation,
  rows: readonly WhoSavesRow[] = whoSaves(simulation),
): readonly NamedStrategy[] => strategiesInRows(simulation, rows);

/** The same of a run whose rows are there. */
export const strategiesInRows = (
  { scenario, settings }: Pick<Simulation, "scenario" | "settings">,
  rows: readonly WhoSavesRow[],
): readonly NamedStrategy[] => {
  const each = rowsThatSayMore({ settings }, rows);
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
  const shown = strategies.length === 1 ? strategies[0] : bestOf(strategies);
  return [
    ...moneySentences(simulation, strategies),
    ...(shown === undefined ? [] : outcomeSentences(simulation, strategies, shown)),
    ...(shown === undefined ? [] : waitingSentence(simulation, shown)),
    ...certaintySentences(simulation, strategies),
  ];
};

/** Who would sign, who pays, what comes back as cash and to whom: what follows from the rows alone. */
export const moneySentences = (
  { scenario }: Pick<Simulation, "scenario">,
  strategies: readonly NamedStrategy[],
): readonly string[] => [
  ...signingSentences({ scenario }, strategies),
  ...(strategies.length === 1
    ? oneStrategyFinding(strategies[0].rows, scenario.time)
    : severalStrategiesFinding(strategies, scenario.time)),
];
