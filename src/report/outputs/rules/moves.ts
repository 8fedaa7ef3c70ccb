import { largestOf, smallestOf } from "../../../base/mathematics/largest.js";
import { counted, listed } from "../../../base/problems/problem.js";
import type { MoneyMoves } from "../../../results/rules/moves.js";
import { shareText } from "../../numbers.js";
import { dataOnly } from "../../table.js";

/** The columns on what rules move, for machines: notes say it in sentences. */
export const movesColumns = {
  movesTheSame: ["moves the same without", "mark", dataOnly],
  unmovedDraws: ["draws in which nothing moves", "share", dataOnly],
  unmovedLosses: ["of which nothing is gained", "share", dataOnly],
  unmovedYears: ["years in which nothing moves", "count", dataOnly],
} as const;

/** A row on a regime, a strategy and what the rules move. */
type MovesRow = MoneyMoves & { readonly regime: string };

/** Sentences on the regimes whose rules move the same in every row, and on those that move nothing in some draws. */
export const movesNotes = (rows: readonly MovesRow[]): readonly string[] => {
  const regimes = [...new Set(rows.map(({ regime }) => regime))].map(
    (regime) => [regime, rows.filter((row) => row.regime === regime)] as const,
  );
  return [...sameNote(regimes), ...unmovedNotes(regimes)];
};

type RegimeRows = readonly (readonly [regime: string, rows: readonly MovesRow[]])[];

const sameNote = (all: RegimeRows): readonly string[] => {
  const regimes = all.filter(([, rows]) => rows.every(({ movesTheSame }) => movesTheSame)).map(([regime]) => regime);
  if (regimes.length === 0) return [];
  const what = regimes.length === 1 ? "this rule moves" : "these rules move";
  return [`${listed(regimes)}: ${what} the same without and with the strategy, so no decision changes.`];
};

/** The smallest share of draws without any movement that a note reports. */
const seldom = 0.01;

/**
 * How often the rules of a regime move nothing, and why. Regimes with the same sentence share it. A regime that never
 * moves anything has no sentence, unless the reason is a loss: every cell of its table is £0.
 */
const unmovedNotes = (all: RegimeRows): readonly string[] => {
  const said = all.flatMap(([regime, rows]) => {
    const shares = rows.map(({ unmovedDraws }) => unmovedDraws ?? 0);
    const isForLosses = rows.every(({ unmovedDraws, unmovedLosses }) => unmovedDraws === unmovedLosses);
    if (largestOf(shares) <= seldom || (smallestOf(shares) === 1 && !isForLosses)) return [];
    return [{ regime, says: `${unmovedText(shares, rows)}${isForLosses ? ": there is no gain to share" : ""}.` }];
  });
  return [...new Set(said.map(({ says }) => says))].map((says) => {
    const regimes = said.filter((each) => each.says === says).map(({ regime }) => regime);
    return `${listed(regimes)} ${regimes.length === 1 ? "moves" : "move"} nothing${says}`;
  });
};

const unmovedText = (shares: readonly number[], rows: readonly MovesRow[]): string => {
  const [least, most] = [smallestOf(shares), largestOf(shares)];
  if (least === 1) return "";
  if (least === 0 && most === 1) return " with some strategies";
  const range = least === most ? shareText(most) : `${shareText(least)} to ${shareText(most)}`;
  const years = smallestOf(rows.map(({ unmovedYears }) => unmovedYears));
  return ` in ${range} of draws${years === 0 ? "" : `, nor in any draw in ${counted(years, "year")}`}`;
};
