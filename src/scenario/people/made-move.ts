import { didYouMean, listed } from "../../base/problems/problem.js";
import { reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import { checkName, type ScenarioContext } from "../context.js";
import type { CohortNames } from "./cohort-names.js";
import { endsOf } from "./moves.js";

/** A move that people of a cohort make, where something happens each time: contacts come, or money is due. */
export interface MadeMove {
  readonly cohort: string;
  readonly from: string;
  readonly to: string;
}

/** The name of a move: `well -> ill`. */
export const madeMoveForm = wordForm.meta({ examples: ["well -> ill"] });

/**
 * Reads a move that people make: of the cohort that is stated, or else of the only one that has it. `among` are the
 * cohorts that may be meant; by default all.
 */
export const readMadeMove = (
  move: string,
  stated: string | undefined,
  address: string,
  context: ScenarioContext,
  among: readonly CohortNames[] = [...context.cohorts.values()],
): MadeMove | undefined => {
  const names = among.map(({ name }) => name);
  if (stated !== undefined && !checkName(context, `${address}.cohort`, "cohort", stated, names)) return undefined;
  const ends = endsOf(move);
  const isMeant = (key: string): boolean => {
    const other = endsOf(key);
    return other !== undefined && other.from !== other.to && other.from === ends?.from && other.to === ends.to;
  };
  const candidates = among.filter(({ name }) => stated === undefined || name === stated);
  const matching = candidates.filter(({ moves }) => moves.some(isMeant));
  const known = candidates.flatMap(({ moves }) => moves).filter((key) => endsOf(key)?.from !== endsOf(key)?.to);
  if (ends && matching.length === 1) return { cohort: matching[0].name, ...ends };
  if (matching.length > 1)
    reportError(
      context,
      `${address}.move`,
      `Several cohorts have a move ${move}: ${listed(matching.map(({ name }) => name))}.`,
      `Write which one: cohort: ${matching[0].name}.`,
    );
  else
    reportError(
      context,
      `${address}.move`,
      `There is no move ${move}${stated === undefined ? "" : ` in ${stated}`}. ${didYouMean(move, known)}`,
      'Name a move of a cohort as it is under moves, such as "well -> ill".',
    );
  return undefined;
};
