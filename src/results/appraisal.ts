import { benefitCostRatio, returnOnInvestment } from "../base/appraisal.js";
import { mean, monteCarloError } from "../base/statistics.js";
import type { Simulation } from "../engine/simulate.js";
import type { Level } from "../scenario/agency.js";
import { figureOf, isUpperBound, partiesOf, strategiesOf } from "./figures.js";
import { type Standing, standingOf } from "./standing.js";

/** A strategy as a whole, for the place, the public purse or society: pounds in present value, means of the draws. */
export interface AppraisalRow extends Standing {
  readonly strategy: string;
  readonly level: Level;
  readonly name: string;
  /** What the agencies of the level pay for the interventions. */
  readonly costs: number;
  /** All consequences for them: what they avoid and what is cheaper, less what costs more. */
  readonly benefits: number;
  /** One standard error of net by the draws alone; null with fewer than 8 blocks of 256. */
  readonly netError: number | null;
  /** benefits / costs; null where nobody of the level pays. */
  readonly benefitCostRatio: number | null;
  /** benefitCostRatio − 1. */
  readonly returnOnInvestment: number | null;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Each strategy as a whole: costs, benefits, net present value, ratio, payback. For a business case.
 * Consequences of more demand elsewhere are benefits below 0, never costs, so that ratios compare (HM Treasury Green Book).
 * @param simulation from `simulate`
 * @returns a row a strategy and level, pounds in present value
 * @example appraisal(simulate(fdac, { draws: 256 })).map((row) => row.benefitCostRatio?.toFixed(2))[1] // => "2.30"
 */
export const appraisal = (simulation: Simulation): readonly AppraisalRow[] =>
  strategiesOf(simulation).flatMap(([index, strategy]) =>
    partiesOf(simulation.scenario).flatMap(({ level, name, agencies }) => {
      if (level === "agency") return [];
      const { net, netP5, netP95, netCash, netCentral, chance, ...payback } = standingOf(simulation, index, agencies);
      const costs = mean(figureOf(simulation.drawn, index, "pays", { agencies }));
      const benefits = net + costs;
      return {
        strategy,
        level,
        name,
        costs,
        benefits,
        net,
        netP5,
        netP95,
        netError: monteCarloError(figureOf(simulation.drawn, index, "net", { agencies })) ?? null,
        netCash,
        netCentral,
        chance,
        benefitCostRatio: benefitCostRatio(benefits, costs),
        returnOnInvestment: returnOnInvestment(benefits, costs),
        ...payback,
        upperBound: isUpperBound(simulation.scenario, strategy),
      };
    }),
  );
