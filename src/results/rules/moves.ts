import { addScaled } from "../../base/columns/kernels.js";
import { mean } from "../../base/mathematics/statistics.js";
import type { Regime } from "../../funding/regime.js";
import { ruleFamilies } from "../../funding/rule.js";
import type { Arms } from "./settle-arms.js";

/** If the rules of a regime move money with a strategy, and where they do not. */
export interface MoneyMoves {
  /** True if the rules move money, and the same with the strategy as without it: they change no decision. */
  readonly movesTheSame: boolean;
  /** The share of draws in which the rules move nothing in any year. Null if there is no rule that could move money. */
  readonly unmovedDraws: number | null;
  /** The share of draws in which a share rule moves nothing, and all agencies together gain no cash to share. */
  readonly unmovedLosses: number;
  /** The number of years in which the rules move nothing in any draw. */
  readonly unmovedYears: number;
}

/** What the rules move with the strategy, draw by draw and penny by penny. `parties` is the number of parties. */
export const movesOf = (arms: Arms, regime: Regime, parties: number): MoneyMoves => {
  const moved = new Uint8Array(arms.draws);
  const columnsOf = (year: number): readonly Float64Array[] =>
    ruleFamilies.flatMap((family) =>
      Array.from({ length: parties }, (_, party) => party)
        .filter((party) => !arms.with.isZero(family, party, year))
        .map((party) => arms.with.pence(family, party, year)),
    );
  const byYear = arms.with.years.map((_, year) => columnsOf(year));
  for (const column of byYear.flat()) for (let draw = 0; draw < arms.draws; draw++) if (column[draw]) moved[draw] = 1;
  const shareOf = (isCounted: (moves: number, draw: number) => boolean): number =>
    mean(Float64Array.from(moved, (moves, draw) => Number(isCounted(moves, draw))));
  const isUnmovedLoss = () => {
    const gains = gainsOf(arms);
    return (moves: number, draw: number): boolean => moves === 0 && gains[draw] <= 0;
  };
  return {
    movesTheSame: movesTheSame(arms, parties),
    unmovedDraws: ruleFamilies.some((family) => regime[family]) ? shareOf((moves) => moves === 0) : null,
    unmovedLosses: regime.share ? shareOf(isUnmovedLoss()) : 0,
    unmovedYears: byYear.filter((columns) => columns.every((column) => column.every((pence) => pence === 0))).length,
  };
};

/** What all agencies together gain in cash over all years before any rule: pence per draw. */
const gainsOf = ({ with: { years }, draws }: Arms): Float64Array => {
  const gains = new Float64Array(draws);
  for (const { saves, pays } of years) {
    for (const column of saves) addScaled(gains, 1, column);
    for (const column of pays) addScaled(gains, -1, column);
  }
  return gains;
};

/** True if the rules move money, and in every draw and year the same with the strategy as without it. */
const movesTheSame = (arms: Arms, parties: number): boolean => {
  let moves = false;
  for (const family of ruleFamilies)
    for (let party = 0; party < parties; party++)
      for (let year = 0; year < arms.with.years.length; year++) {
        if (arms.with.isZero(family, party, year) && arms.without.isZero(family, party, year)) continue;
        const usual = arms.without.pence(family, party, year);
        if (arms.with.pence(family, party, year).some((pence, draw) => pence !== usual[draw])) return false;
        moves = true;
      }
  return moves;
};
