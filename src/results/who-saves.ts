import { mean } from "../base/statistics.js";
import type { Simulation } from "../engine/simulate.js";
import { type Party, partiesOf } from "./parties.js";
import { type Standing, standingOf } from "./standing.js";
import { strategiesOf } from "./strategies.js";
import { type Figure, figuresOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** Who pays and who saves: one agency, or a level that sums them. Pounds in present value, over all years. */
export interface WhoSavesRow extends Standing {
  readonly strategy: string;
  readonly level: Party["level"];
  /** The agency's name in the scenario; empty where the row sums a level. */
  readonly agency: string;
  readonly name: string;
  /** What it finally bears of the interventions. */
  readonly pays: number;
  /** What it would have cost to do what is no longer asked of it. */
  readonly avoided: number;
  /** The part of `avoided` that leaves its budget: the variable share, and the rest of what is shut. */
  readonly cash: number;
  /** The part of `avoided` that is freed but still paid for. */
  readonly idle: number;
  /** The part of `avoided` that others fill, who waited or were latent. */
  readonly backfilled: number;
  /** What a lower unit cost saves on what is still done. */
  readonly cheaper: number;
  /** What funding rules move; none without a regime. */
  readonly transfers: number;
  /** The least it would have to be given not to lose, on the mean. */
  readonly makeWhole: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Who pays and who saves, a row an agency, then the place (its local bodies), the public purse and society. The first thing to read.
 * Means are of the draws; sums are taken draw by draw, so percentiles do not add, though every mean column does.
 * @param simulation from `simulate`
 * @returns rows in pounds, present value over all years
 * @example whoSaves(simulate(gritting, { draws: 256 })).map((row) => row.name)[0] // => "London Ambulance Service"
 */
export const whoSaves = (simulation: Simulation): readonly WhoSavesRow[] =>
  strategiesOf(simulation).flatMap(([index, strategy]) =>
    partiesOf(simulation.scenario).map((party) => rowOf(simulation, index, strategy, party)),
  );

const rowOf = (
  simulation: Simulation,
  index: number,
  strategy: string,
  { level, agency, name, agencies }: Party,
): WhoSavesRow => {
  const figure = figuresOf(simulation.drawn, index, { agencies });
  const of = (name: Figure): number => mean(figure(name));
  const standing = standingOf(simulation, index, agencies, figure);
  return {
    strategy,
    level,
    agency,
    name,
    pays: of("pays"),
    avoided: of("avoided"),
    cash: of("cash"),
    idle: of("idle"),
    backfilled: of("backfilled"),
    cheaper: of("cheaper"),
    transfers: of("transfers"),
    ...standing,
    makeWhole: Math.max(0, -standing.net),
    upperBound: isUpperBound(simulation.scenario, strategy),
  };
};
