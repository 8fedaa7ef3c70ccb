import { kept } from "../../base/kept.js";
import { recordOf } from "../../base/records.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { type PartyRow, partiesOf } from "../sums/parties.js";
import { partySumsOf, plainFigures } from "../sums/party-sums.js";
import { type Standing, standingsOf } from "../sums/standing.js";
import { strategiesOf } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/** Who pays and who saves: an agency, or a body or level that sums some. Pounds in present value, over all years. */
export interface WhoSavesRow<N extends Names = Names> extends Standing, StrategyRow<N>, PartyRow<N> {
  /** What it finally pays for the interventions. In pounds. */
  readonly pays: number;
  /** The same in undiscounted pounds. */
  readonly paysUndiscounted: number;
  /** The cost of the contacts that no longer happen: cash + freed. */
  readonly avoided: number;
  /** The part of `avoided` that leaves its budget: the variable share, and the rest of each step that is shut. */
  readonly cash: number;
  /** The rest of `avoided`: capacity that is released but still paid for, idle + backfilled. In pounds. */
  readonly freed: number;
  /** The part of `freed` that other contacts fill, from the waiting list or latent demand. */
  readonly backfilled: number;
  /** The part of `freed` that nobody uses, or of which the scenario states no capacity. In pounds. */
  readonly idle: number;
  /** What a lower unit cost saves on the contacts that still happen. */
  readonly cheaper: number;
  /** Payments to it by the funding rules in force. In pounds. 0 without a regime. */
  readonly transfers: number;
  /** The smallest payment with which it would not lose, on the mean. In pounds. */
  readonly makeWhole: number;
}

/**
 * Who pays and who saves: one row per agency, and per body of several; then the place (its local agencies), the public
 * purse and society. The first result to read. Means add up over agencies. Percentiles do not, because
 * sums are taken draw by draw.
 * @param simulation from `simulate`
 * @returns rows in pounds, present value over all years
 * @example whoSaves(simulate(gritting, { draws: 256 })).map((row) => row.name)[0] // => "London Ambulance Service"
 */
export function whoSaves<N extends Names>(simulation: Simulation<N>): readonly WhoSavesRow<N>[];
export function whoSaves(simulation: Simulation): readonly WhoSavesRow[] {
  return rowsOf(simulation).map((row) => ({ ...row }));
}

/** The rows of a run. They are kept, since most outputs ask for them, and they take all sums of a run. */
const rowsOf = kept((simulation: Simulation): readonly WhoSavesRow[] => {
  const strategies = strategiesOf(simulation);
  const { scenario } = simulation;
  return strategies.flatMap(([index, strategy]) => {
    const standingOf = standingsOf(simulation, index);
    return partiesOf(scenario).map(({ level, agency, name, agencies }) => {
      const sums = partySumsOf(simulation, index, agencies);
      const standing = standingOf(agencies, sums);
      return {
        ...{ strategy, level, agency, name },
        ...recordOf(plainFigures, sums.mean),
        ...standing,
        makeWhole: Math.max(0, -standing.net),
        upperBound: isUpperBound(scenario, strategy),
      };
    });
  });
});
