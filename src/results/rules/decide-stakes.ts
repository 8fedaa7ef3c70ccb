import { addScaled } from "../../base/columns/kernels.js";
import { mean } from "../../base/mathematics/statistics.js";
import { recordOf } from "../../base/records.js";
import { yearFactors } from "../../engine/money/regime-run.js";
import { halfPenny } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Scenario } from "../../scenario/scenario.js";
import { yearsOf } from "../sums/model-years.js";
import { beforeRules, netsOf } from "../sums/nets.js";
import { agenciesAt } from "../sums/parties.js";
import { figuresOf, type Measure } from "../sums/sums.js";
import { bookOf, meanChange, transfersTo } from "./settle.js";
import type { Arms } from "./settle-arms.js";
import { partiesIn } from "./settle-arms.js";

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

/** What a strategy is to a party before any rule, by year from 0, draw by draw: pounds of present value. */
interface OwnStakes {
  /** Its net (or netAvoided) after optimism bias. */
  readonly gains: readonly Float64Array[];
  /** What it pays for the strategy, after grants. */
  readonly pays: readonly Float64Array[];
  /** The means of `gains` and of `pays`, and of `pays` in draws in which all agencies together lose. */
  readonly means: readonly { readonly gain: number; readonly pays: number; readonly paysLost: number }[];
}

/** What a strategy is to its parties whatever the rules are. */
export interface Unruled {
  readonly byParty: Readonly<Record<string, OwnStakes>>;
  /** What all agencies together gain, by draw. */
  readonly all: Float64Array;
  /** 1 for each draw in which all agencies together lose, else 0. */
  readonly lost: Float64Array;
}

/** What a strategy, given by its index in the book, is to its parties before any rule: the same for all regimes. */
export const unruledStakes = (simulation: Simulation, strategy: number, gained: Measure): Unruled => {
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const years = yearsOf(scenario);
  const readersOf = (agencies: readonly string[]) =>
    [netsOf(scenario, drawn, strategy, { agencies }), figuresOf(drawn, strategy, { agencies })] as const;
  const all = beforeRules(...readersOf(agenciesAt(scenario, "society")), gained);
  const lost = all.map((pounds) => (pounds < -halfPenny ? 1 : 0));
  const byParty = recordOf(partiesIn(scenario), (party): OwnStakes => {
    const [nets, figure] = readersOf([party]);
    const gains = years.map((year) => beforeRules(nets, figure, gained, year));
    const pays = years.map((year) => {
      const granted = figure("granted", year);
      return figure("pays", year).map((pounds, draw) => Math.max(0, pounds - granted[draw]));
    });
    const means = pays.map((paid, year) => {
      return { gain: mean(gains[year]), pays: mean(paid), paysLost: meanIn(lost, paid) };
    });
    return { gains, pays, means };
  });
  return { byParty, all, lost };
};

/** Reads a party's gain over the first years, draw by draw: pounds of present value. */
export const gainsOver = (
  scenario: Scenario,
  { byParty }: Unruled,
  arms: Arms,
): ((party: string, years: number) => Float64Array) => {
  const parties = partiesIn(scenario);
  const factors = yearFactors(scenario);
  return (party, years) => {
    const total = new Float64Array(arms.draws);
    for (let year = 0; year < years; year++) {
      addScaled(total, 1, byParty[party].gains[year]);
      addScaled(total, factors[year], transfersTo(arms, parties.indexOf(party), year));
    }
    return total;
  };
};

/** The stakes of every party in a strategy. */
export const stakesOf = (scenario: Scenario, { byParty, lost }: Unruled, arms: Arms): readonly Stakes[] => {
  const factors = yearFactors(scenario);
  return partiesIn(scenario).map((party, at): Stakes => {
    const own = byParty[party];
    const outlays = own.pays.map((pays, year) => outlayOf(arms, at, year, { pays, factor: factors[year] }));
    return {
      party,
      gains: factors.map((factor, year) => own.means[year].gain + factor * mean(transfersTo(arms, at, year))),
      outlays: outlays.map(mean),
      pays: own.means.map(({ pays }) => pays),
      outlaysLost: outlays.map((outlay) => meanIn(lost, outlay)),
      paysLost: own.means.map(({ paysLost }) => paysLost),
      refused: factors.map((_, year) => {
        const financed = Math.max(0, meanChange(arms, "finance", at, year));
        return arms.with.agencyMean("refused", at, year) - arms.without.agencyMean("refused", at, year) - financed;
      }),
    };
  });
};

/** What a party pays in a year, and what rules request of it beyond what they request without the strategy. */
const outlayOf = (
  arms: Arms,
  party: number,
  year: number,
  { pays, factor }: { readonly pays: Float64Array; readonly factor: number },
): Float64Array => {
  const both = [arms.without, arms.with];
  if (both.every((arm) => arm.isZero("requested", party, year))) return pays;
  const [before, after] = both.map((arm) => arm.pence("requested", party, year));
  const outlay = pays.slice();
  for (let draw = 0; draw < outlay.length; draw++)
    outlay[draw] += (factor * Math.max(0, after[draw] - before[draw])) / 100;
  return outlay;
};

/** The mean over all draws of pounds in those draws that are marked with 1; elsewhere they count as 0. */
const meanIn = (marked: Float64Array, pounds: Float64Array): number => {
  let total = 0;
  for (let draw = 0; draw < pounds.length; draw++) total += pounds[draw] * marked[draw];
  return total / pounds.length;
};
