import { cycleFactors } from "../base/discounting.js";
import { mean } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { yearsOf } from "./model-years.js";
import { agenciesAt } from "./parties.js";
import { type Arms, bookOf, meanMade, movedTo } from "./settle.js";
import { partiesIn } from "./settle-arms.js";
import { beforeRules, figuresOf } from "./sums.js";

/**
 * What a party stands to gain from a strategy under a regime, by year: means of the draws in pounds of present value, so that any horizon is a sum of them.
 */
export interface Stakes {
  readonly party: string;
  /** What it ends up with: cash its own bills fall by (or all it saves), less what it bears, and what rules move to it. */
  readonly gains: readonly number[];
  /** What it puts in: what it bears of the strategy, and what rules ask of it. */
  readonly outlays: readonly number[];
  /** What it bears of the strategy. */
  readonly pays: readonly number[];
  /** The part of `outlays` in draws in which all agencies together lose. */
  readonly outlaysLost: readonly number[];
  /** The part of `pays` in draws in which all agencies together lose. */
  readonly paysLost: readonly number[];
  /** What it would spend and may not because of the strategy, less what finance gives it for that: pounds of the year. */
  readonly refused: readonly number[];
}

/** What counts as gained: cash alone, or what is freed but still paid for as well. */
export type Gained = "netCash" | "net";

/** What each party stands to gain from a strategy, by its place in the books. */
export const stakesOf = (simulation: Simulation, strategy: number, arms: Arms, gained: Gained): readonly Stakes[] => {
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const agencies = agenciesAt(scenario, "society");
  const all = beforeRules(figuresOf(drawn, strategy, { agencies }), "net");
  const lost = all.map((pounds) => (pounds < -halfPenny ? 1 : 0));
  const { discounting } = scenario.money;
  const factors = cycleFactors({ ...discounting, by: "year" }, 1, scenario.time.years).flow;
  return partiesIn(scenario).map((party, at): Stakes => {
    const figure = figuresOf(drawn, strategy, { agencies: [party] });
    const years = yearsOf(scenario).map((year) => {
      const factor = factors[year - 1];
      const own = beforeRules(figure, gained, year);
      const moved = movedTo(arms, at, year - 1);
      const pays = figure("pays", year);
      const [before, after] = [arms.without, arms.with].map((arm) => arm.told("asked", at, year - 1));
      const outlay = pays.map((pounds, draw) => pounds + (factor * Math.max(0, after[draw] - before[draw])) / 100);
      return {
        gain: mean(own) + factor * mean(moved),
        outlay: mean(outlay),
        pays: mean(pays),
        outlayLost: mean(outlay.map((pounds, draw) => pounds * lost[draw])),
        paysLost: mean(pays.map((pounds, draw) => pounds * lost[draw])),
        refused: meanMade(arms, "refused", at, year - 1) - Math.max(0, meanMade(arms, "finance", at, year - 1)),
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
