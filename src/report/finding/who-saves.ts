import type { Simulation } from "../../engine/simulate.js";
import { isLevel } from "../../results/parties.js";
import { type WhoSavesRow, whoSaves } from "../../results/who-saves.js";
import { certaintySentences } from "./certainty.js";
import { oneStrategyFinding } from "./one-strategy.js";
import { outcomeSentences } from "./outcomes.js";
import { bestOf, type NamedStrategy, severalStrategiesFinding } from "./several-strategies.js";

/** The strategies of a simulation in the order of the file, with the rows that say something more. */
export const namedStrategies = (
  simulation: Simulation,
  rows: readonly WhoSavesRow[] = whoSaves(simulation),
): readonly NamedStrategy[] => {
  const { scenario, settings } = simulation;
  const each = settings.strategies.map((name) => rows.filter(({ strategy }) => strategy === name));
  const isShown = (_: WhoSavesRow, at: number): boolean => each.some((own) => saysMore(own[at], own[at - 1]));
  return settings.strategies.map((key, at) => ({
    key,
    name: scenario.strategies[key].name,
    isReading: scenario.strategies[key].reading,
    rows: named(each[at].filter(isShown)),
  }));
};

/** A level that sums one agency has the name of the agency. */
const named = (rows: readonly WhoSavesRow[]): readonly WhoSavesRow[] => {
  const [first, ...others] = rows;
  const isAlone = others.every(({ level }) => isLevel(level));
  return isAlone ? [first, ...others.map((row) => ({ ...row, name: first.name }))] : rows;
};

/** True for an agency, and for a level whose figures differ from those of the level before. */
const saysMore = (row: WhoSavesRow, before: WhoSavesRow | undefined): boolean => {
  const keys = ["pays", "avoided", "cash", "freed", "net", "netP5", "netP95"] as const;
  return (
    !isLevel(row.level) ||
    before === undefined ||
    !isLevel(before.level) ||
    keys.some((key) => Math.abs((row[key] ?? 0) - (before[key] ?? 0)) > 0.005)
  );
};

/** Who pays, what comes back as cash and to whom, how sure that is, and what it does for people. */
export const whoSavesFinding = (simulation: Simulation, strategies: readonly NamedStrategy[]): readonly string[] => {
  const { time } = simulation.scenario;
  const shown = strategies.length === 1 ? strategies[0] : bestOf(strategies);
  const money =
    strategies.length === 1 && shown !== undefined
      ? oneStrategyFinding(shown.rows, time)
      : severalStrategiesFinding(strategies, time);
  return [
    ...money,
    ...(shown === undefined ? [] : outcomeSentences(simulation, strategies, shown)),
    ...certaintySentences(simulation, strategies),
  ];
};
