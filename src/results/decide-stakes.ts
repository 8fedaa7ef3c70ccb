import { addScaled } from "../base/kernels.js";
import { mean } from "../base/statistics.js";
import { yearFactors } from "../engine/regime-run.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { yearsOf } from "./model-years.js";
import { beforeRules, netsOf } from "./nets.js";
import { agenciesAt } from "./parties.js";
import { bookOf, meanChange, transfersTo } from "./settle.js";
import type { Arms } from "./settle-arms.js";
import { partiesIn } from "./settle-arms.js";
import { figuresOf, type Measure } from "./sums.js";

/**
 * What a party gains from a strategy under a regime, by model year: means over the draws, in pounds of present value
 * (except `refused`). Any horizon is a sum of the first years.
 */
export interface Stakes {
  readonly party: string;
  /** Its net (or netAvoided) after optimism bias and before rules, plus transfers by rules. */
  readonly gains: readonly number[];
  /** What it commits: what it pays for the strategy, and what rules request from it. A loan counts once. */
  readonly outlays: readonly number[];
  /** What it pays for the strategy, after grants. */
  readonly pays: readonly number[];
  /** The part of `outlays` in draws in which all agencies together lose. */
  readonly outlaysLost: readonly number[];
  /** The part of `pays` in draws in which all agencies together lose. */
  readonly paysLost: readonly number[];
  /** Spending for the strategy that no permit allows, less what finance gives for it: undiscounted pounds. */
  readonly refused: readonly number[];
}

/** What a party gains in a year, draw by draw: its own net in present value, and transfers in pounds of the year. */
type GainsIn = (party: string, year: number) => { readonly own: Float64Array; readonly transfers: Float64Array };

/** Reads what parties gain from a strategy, which is given by its index in the book. */
const gainsIn = (simulation: Simulation, strategy: number, arms: Arms, gained: Measure): GainsIn => {
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const parties = partiesIn(scenario);
  return (party, year) => {
    const figure = figuresOf(drawn, strategy, { agencies: [party] });
    const nets = netsOf(scenario, drawn, strategy, { agencies: [party] });
    return {
      own: beforeRules(nets, figure, gained, year),
      transfers: transfersTo(arms, parties.indexOf(party), year - 1),
    };
  };
};

/** Reads a party's gain over the first years, draw by draw: pounds of present value. */
export const gainsOver = (
  simulation: Simulation,
  strategy: number,
  arms: Arms,
  gained: Measure,
): ((party: string, years: number) => Float64Array) => {
  const gains = gainsIn(simulation, strategy, arms, gained);
  const factors = yearFactors(simulation.scenario);
  return (party, years) => {
    const total = new Float64Array(arms.draws);
    for (let year = 1; year <= years; year++) {
      const { own, transfers } = gains(party, year);
      addScaled(total, 1, own);
      addScaled(total, factors[year - 1], transfers);
    }
    return total;
  };
};

/** The stakes of every party in a strategy, which is given by its index in the book. */
export const stakesOf = (simulation: Simulation, strategy: number, arms: Arms, gained: Measure): readonly Stakes[] => {
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const agencies = agenciesAt(scenario, "society");
  const all = beforeRules(
    netsOf(scenario, drawn, strategy, { agencies }),
    figuresOf(drawn, strategy, { agencies }),
    gained,
  );
  const lost = all.map((pounds) => (pounds < -halfPenny ? 1 : 0));
  const factors = yearFactors(scenario);
  const gains = gainsIn(simulation, strategy, arms, gained);
  return partiesIn(scenario).map((party, at): Stakes => {
    const figure = figuresOf(drawn, strategy, { agencies: [party] });
    const years = yearsOf(scenario).map((year) => {
      const factor = factors[year - 1];
      const { own, transfers } = gains(party, year);
      const granted = figure("granted", year);
      const pays = figure("pays", year).map((pounds, draw) => Math.max(0, pounds - granted[draw]));
      const [before, after] = [arms.without, arms.with].map((arm) => arm.pence("requested", at, year - 1));
      const outlay = pays.map((pounds, draw) => pounds + (factor * Math.max(0, after[draw] - before[draw])) / 100);
      return {
        gain: mean(own) + factor * mean(transfers),
        outlay: mean(outlay),
        pays: mean(pays),
        outlayLost: mean(outlay.map((pounds, draw) => pounds * lost[draw])),
        paysLost: mean(pays.map((pounds, draw) => pounds * lost[draw])),
        refused: meanChange(arms, "refused", at, year - 1) - Math.max(0, meanChange(arms, "finance", at, year - 1)),
      };
    });
    return {
      party,
      gains: years.map(({ gain }) => gain),
      outlays: years.map(({ outlay }) => outlay),
      pays: years.map(({ pays }) => pays),
      outlaysLost: years.map(({ outlayLost }) => outlayLost),
      paysLost: years.map(({ paysLost }) => paysLost),
      refused: years.map(({ refused }) => refused),
    };
  });
};
