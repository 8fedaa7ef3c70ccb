import { benefitCostRatio, returnOnInvestment } from "../base/appraisal.js";
import { mean, monteCarloError, quantile, sorted } from "../base/statistics.js";
import type { Simulation } from "../engine/simulate.js";
import type { Level } from "../scenario/agency.js";
import { figureOf, partiesOf, strategiesOf } from "./figures.js";
import { halfPenny, paybackOf } from "./payback.js";

/** A strategy as a whole, for the place, the public purse or society: pounds in present value, means of the draws. */
export interface AppraisalRow {
  readonly strategy: string;
  readonly level: Level;
  readonly name: string;
  /** What the agencies of the level pay for the interventions. */
  readonly costs: number;
  /** All consequences for them: what they avoid and what is cheaper, less what costs more. */
  readonly benefits: number;
  /** benefits − costs. */
  readonly net: number;
  readonly netP5: number;
  readonly netP95: number;
  /** One standard error of net by the draws alone; null with fewer than 8 blocks of 256. */
  readonly netError: number | null;
  /** The same as net, with nothing but cash counted. */
  readonly netCash: number;
  readonly netCentral: number;
  /** The share of draws in which net is more than half a penny; null where nothing ever moves. */
  readonly chance: number | null;
  /** benefits / costs; null where nobody of the level pays. */
  readonly benefitCostRatio: number | null;
  /** benefitCostRatio − 1. */
  readonly returnOnInvestment: number | null;
  readonly paybackYear: number | null;
  readonly neverPaysBack: number;
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
      const { drawn, central } = simulation;
      const net = figureOf(drawn, index, "net", { agencies });
      const moves = net.some((pounds) => Math.abs(pounds) > halfPenny);
      const ascending = sorted(net);
      const costs = mean(figureOf(drawn, index, "pays", { agencies }));
      const benefits = mean(net) + costs;
      const payback = paybackOf(simulation, index, agencies);
      return {
        strategy,
        level,
        name,
        costs,
        benefits,
        net: mean(net),
        netP5: quantile(ascending, 0.05),
        netP95: quantile(ascending, 0.95),
        netError: monteCarloError(net) ?? null,
        netCash: mean(figureOf(drawn, index, "netCash", { agencies })),
        netCentral: figureOf(central, index, "net", { agencies })[0],
        chance: moves ? net.filter((pounds) => pounds > halfPenny).length / net.length : null,
        benefitCostRatio: benefitCostRatio(benefits, costs),
        returnOnInvestment: returnOnInvestment(benefits, costs),
        paybackYear: moves ? payback.year : null,
        neverPaysBack: moves ? payback.never : 0,
      };
    }),
  );
