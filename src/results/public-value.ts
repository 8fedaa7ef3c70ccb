import { benefitCostRatio } from "../base/appraisal.js";
import { addScaled } from "../base/kernels.js";
import { mean, quantile, sorted } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import type { Scenario } from "../scenario/scenario.js";
import { addCase, type Case, caseOf, emptyCase, outcomeCaseOf } from "./case.js";
import { type Corrections, correctionsOf, uncorrected } from "./optimism-bias.js";
import { type Party, partiesOf } from "./parties.js";
import { paybackOf } from "./payback.js";
import { strategiesOf } from "./strategies.js";
import { isUpperBound } from "./upper-bounds.js";

/** The financial case of a strategy beside its public value, for one agency or a level: pounds in present value, means of the draws. */
export interface PublicValueRow {
  readonly strategy: string;
  readonly level: Party["level"];
  /** The agency's name in the scenario; empty where the row sums a level. */
  readonly agency: string;
  readonly name: string;
  /** What is paid for the interventions. */
  readonly costs: number;
  /** The financial case: what leaves budgets because of them. */
  readonly cash: number;
  /** cash − costs. */
  readonly netCash: number;
  /** cash / costs, where 1 is break-even; null where costs are not above 0. */
  readonly cashRatio: number | null;
  /** The median year from which on cash so far has paid the costs so far; null where most draws never do, or nothing moves. */
  readonly paybackYear: number | null;
  /** What budgets save as cash or not: also what stands idle, and what others fill, at its cost. */
  readonly fiscal: number;
  readonly economic: number;
  readonly social: number;
  /** What outcomes (services with a worth) are worth, as far as `money.valuation` says; 0 where it does not. */
  readonly outcomes: number;
  /** What of fiscal only moves from one to another; taken off. */
  readonly transfers: number;
  /** fiscal + economic + social + outcomes − transfers. */
  readonly publicValue: number;
  /** publicValue − costs. */
  readonly netPublicValue: number;
  /** The 5th percentile of netPublicValue. */
  readonly netP5: number;
  /** The 95th percentile of netPublicValue. */
  readonly netP95: number;
  /** The share of draws in which netPublicValue is more than half a penny; null where nothing ever moves. */
  readonly chance: number | null;
  /** publicValue / costs, where 1 is break-even; null where costs are not above 0. */
  readonly publicValueRatio: number | null;
  /** netPublicValue, each agency's times its distributional weight; null where `money.valuation` has no weights. */
  readonly netWeighted: number | null;
  /** What optimism bias took off netPublicValue; 0 where the scenario asks for none. */
  readonly optimismBias: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * The financial case (cash alone) beside the economic case (public value) of each strategy: fiscal + economic + social + outcomes − transfers, as in the
 * Greater Manchester and HM Treasury cost benefit model (2014). What is backfilled counts at its cost, an assumption. Where the scenario asks for
 * optimism bias, costs are raised and benefits cut by the grade of their evidence, here and nowhere else.
 * @param simulation from `simulate`
 * @returns rows by strategy: each agency, the place and the public purse, and society, which alone has what is nobody's in particular
 * @example publicValue(simulate(gritting, { draws: 256 })).map((row) => row.transfers)[0] // => 0
 */
export const publicValue = (simulation: Simulation): readonly PublicValueRow[] => {
  const { scenario, drawn } = simulation;
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const corrections = correctionsOf(scenario, drawn, index);
    const cases = casesOf(simulation, index, corrections);
    const plain = corrections === uncorrected ? cases : casesOf(simulation, index, uncorrected);
    return partiesIn(scenario).map((party): PublicValueRow => {
      const whole = sumOf(simulation, cases, party);
      const net = netOf(whole);
      const [costs, cash, value, netPublicValue] = [whole.costs, whole.cash, whole.value, net].map(mean);
      const [fiscal, economic, social, outcomes] = [whole.fiscal, whole.economic, whole.social, whole.outcomes].map(
        mean,
      );
      const ascending = sorted(net);
      return {
        strategy,
        level: party.level,
        agency: party.agency,
        name: party.name,
        costs,
        cash,
        netCash: cash - costs,
        cashRatio: benefitCostRatio(cash, costs),
        paybackYear: paybackOf(whole.netCash).year,
        fiscal,
        economic,
        social,
        outcomes,
        transfers: fiscal + economic + social + outcomes - value,
        publicValue: value,
        netPublicValue,
        netP5: quantile(ascending, 0.05),
        netP95: quantile(ascending, 0.95),
        chance: moves(whole) ? net.filter((pounds) => pounds > halfPenny).length / net.length : null,
        publicValueRatio: benefitCostRatio(value, costs),
        netWeighted: weightedNet(scenario, cases, party),
        optimismBias: mean(netOf(sumOf(simulation, plain, party))) - netPublicValue,
        upperBound: isUpperBound(scenario, strategy),
      };
    });
  });
};

/** Whom an outcome is worth something that no agency enjoys. */
const society = "society";

/** The agencies, the place and the public purse; and society always, since what is nobody's in particular is its alone. */
const partiesIn = (scenario: Scenario): readonly Party[] => [
  ...partiesOf(scenario).filter(({ level }) => level !== society),
  { level: society, agency: "", name: "Society", agencies: [...Object.keys(scenario.agencies), society] },
];

/** The case of each agency under a strategy, and of what society alone enjoys. */
const casesOf = (
  { scenario, drawn }: Simulation,
  strategy: number,
  corrections: Corrections,
): ReadonlyMap<string, Case> => {
  const outcomesOf = (worth: string): Case => outcomeCaseOf(scenario, drawn, strategy, worth, corrections);
  const ofAgencies = Object.keys(scenario.agencies).map((agency) => {
    const made = caseOf(scenario, drawn, strategy, agency, corrections);
    addCase(made, outcomesOf(agency));
    return [agency, made] as const;
  });
  return new Map([...ofAgencies, [society, outcomesOf(society)]]);
};

const sumOf = ({ scenario, drawn }: Simulation, cases: ReadonlyMap<string, Case>, { agencies }: Party): Case => {
  const whole = emptyCase(drawn, scenario.time.years);
  for (const agency of agencies) addCase(whole, cases.get(agency) as Case);
  return whole;
};

const netOf = ({ value, costs }: Case): Float64Array => {
  const net = Float64Array.from(value);
  addScaled(net, -1, costs);
  return net;
};

const moves = ({ netCash: _, ...columns }: Case): boolean =>
  Object.values(columns).some((column) => column.some((pounds) => Math.abs(pounds) > halfPenny));

/** Net public value with each agency's times its weight: (reference / income) ^ elasticity (HM Treasury, The Green Book 2022, A3). */
const weightedNet = ({ money }: Scenario, cases: ReadonlyMap<string, Case>, { agencies }: Party): number | null => {
  const { weights } = money.valuation;
  if (weights === null) return null;
  return agencies.reduce((sum, agency) => sum + (weights[agency] ?? 1) * mean(netOf(cases.get(agency) as Case)), 0);
};
