import { mistake } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Level } from "../../scenario/agencies/level.js";
import { isSummed } from "../sums/draws-reader.js";
import { isLevel } from "../sums/parties.js";
import { type WhoSavesRow, whoSaves } from "./who-saves.js";

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

/** The rows of each strategy, in the order of the file, without levels that say no more than the level before. */
export const rowsThatSayMore = (
  { settings }: Pick<Simulation, "settings">,
  rows: readonly WhoSavesRow[],
): readonly (readonly WhoSavesRow[])[] => {
  const each = settings.strategies.map((name) => rows.filter(({ strategy }) => strategy === name));
  const isShown = (_: WhoSavesRow, at: number): boolean => each.some((own) => saysMore(own[at], own[at - 1]));
  return each.map((own) => own.filter(isShown));
};

/**
 * The level that the answer is about: the widest whose figures differ from those of the level before. Throws if draws
 * are summed: what is read of them may not depend on what they are.
 */
export const answerLevelOf = (simulation: Simulation): Level => {
  if (isSummed(simulation.drawn))
    throw mistake("options.of", "Whose result a summed run reads is asked before it has any.", 'Write of: "public".');
  const levels = rowsThatSayMore(simulation, whoSaves(simulation)).flatMap((rows) => rows.map(({ level }) => level));
  return levels.findLast(isLevel) ?? "society";
};
