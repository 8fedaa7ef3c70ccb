import { benefitCostRatio } from "../../base/appraisal/appraisal.js";
import { addScaled } from "../../base/columns/kernels.js";
import { mean, sum } from "../../base/mathematics/statistics.js";
import { must, recordOf } from "../../base/records.js";
import type { Book } from "../../engine/book/book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type DrawsReader, shareAhead } from "../sums/draws-reader.js";
import { yearsOf } from "../sums/model-years.js";
import { netsOf } from "../sums/nets.js";
import { type Corrections, correctionsOf, uncorrected } from "../sums/optimism-bias.js";
import { readerFor } from "../sums/option-checks.js";
import { type Party, type PartyRow, partiesOf } from "../sums/parties.js";
import { paybackOf } from "../sums/payback.js";
import { strategiesOf, strategyNamed } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import { addCase, type Case, type CaseContext, caseOf, emptyCase, outcomeCaseOf, savingsIn } from "./case.js";

/**
 * The financial case of a strategy beside its public value, for one agency or a level. Amounts are pounds in present
 * value over all years, means over the draws.
 */
export interface PublicValueRow<N extends Names = Names> extends StrategyRow<N>, PartyRow<N> {
  /** What is paid for the interventions. In pounds. */
  readonly costs: number;
  /** The financial case: spending that stops because of them. */
  readonly cash: number;
  /** What budgets gain: cash − costs, and the transfers of funding rules in force. In pounds. */
  readonly net: number;
  /** cash / costs: 1 is break-even. Null if costs are not above 0. */
  readonly cashRatio: number | null;
  /**
   * The median model year from which cumulative cash covers cumulative costs. Null if most draws never pay back, or no
   * money changes.
   */
  readonly paybackYear: number | null;
  /**
   * What budgets save: cash, capacity that other contacts fill, and capacity that is freed where the service states
   * none (an assumption, which `money.valuation.freed` switches off). What is known to stand idle counts nothing.
   */
  readonly fiscal: number;
  /** Savings of the economic layer. In pounds. */
  readonly economic: number;
  /** Savings of the social layer. In pounds. */
  readonly social: number;
  /** The value of outcomes (services with a `worth`) that `money.valuation` prices; otherwise 0. */
  readonly outcomes: number;
  /** The part of fiscal that only passes from one party to another. It is subtracted. */
  readonly countedTwice: number;
  /** fiscal + economic + social + outcomes − countedTwice. */
  readonly publicValue: number;
  /** publicValue − costs. In pounds. */
  readonly netPublicValue: number;
  /** The 5th percentile of netPublicValue. Null if nothing that is uncertain moves it. */
  readonly netPublicValueP5: number | null;
  /** The 95th percentile of netPublicValue. Null if nothing that is uncertain moves it. */
  readonly netPublicValueP95: number | null;
  /**
   * The share of draws (0 to 1) in which netPublicValue is more than half a penny. Null if it has no range, and for an
   * upper bound.
   */
  readonly chance: number | null;
  /** publicValue / costs: 1 is break-even. Null if costs are not above 0. */
  readonly publicValueRatio: number | null;
  /** netPublicValue with each agency's part × its distributional weight. Null if `money.valuation` has no weights. */
  readonly netWeighted: number | null;
  /** How much optimism bias lowers netPublicValue. In pounds. 0 if the scenario does not ask for it. */
  readonly optimismBias: number;
}

/**
 * The financial case (cash alone) of each strategy beside its economic case (public value): fiscal + economic + social
 * + outcomes − countedTwice, as in the Greater Manchester and HM Treasury cost benefit model (2014). Capacity that
 * others fill, and freed capacity of services that state none, count at their cost, which is an assumption. If the
 * scenario asks for optimism bias, it raises costs and cuts benefits by the grade of their evidence.
 * @param simulation from `simulate`
 * @returns rows by strategy: each agency and body, the place, the public purse, and society. Only society includes the
 * value that no agency enjoys.
 * @example publicValue(simulate(gritting, { draws: 256 })).map((row) => row.countedTwice)[0] // => 0
 */
export function publicValue<N extends Names>(simulation: Simulation<N>): readonly PublicValueRow<N>[];
export function publicValue(simulation: Simulation): readonly PublicValueRow[] {
  const reader = readerFor(simulation);
  const { mean, rangeOf } = reader;
  const { scenario, drawn } = simulation;
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const corrections = correctionsOf(scenario, drawn, index);
    const cases = casesOf(simulation, index, corrections);
    const plain = corrections === uncorrected ? cases : casesOf(simulation, index, uncorrected);
    return partiesIn(scenario).map((party): PublicValueRow => {
      const whole = sumOf(simulation, cases, party);
      const net = netOf(whole);
      const nets = netsOf(scenario, drawn, index, party);
      const [costs, cash, value, netPublicValue] = [whole.costs, whole.cash, whole.value, net].map(mean);
      const [fiscal, economic, social, outcomes] = [whole.fiscal, whole.economic, whole.social, whole.outcomes].map(
        mean,
      );
      const { p5, p95 } = rangeOf(net);
      const ahead = shareAhead(net, reader);
      const upperBound = isUpperBound(scenario, strategy);
      return {
        strategy,
        level: party.level,
        agency: party.agency,
        name: party.name,
        costs,
        cash,
        net: mean(nets("net")),
        cashRatio: benefitCostRatio(cash, costs),
        paybackYear: paybackOf(
          yearsOf(scenario).map((year) => nets("net", year)),
          reader,
        ).year,
        fiscal,
        economic,
        social,
        outcomes,
        countedTwice: fiscal + economic + social + outcomes - value,
        publicValue: value,
        netPublicValue,
        netPublicValueP5: p5,
        netPublicValueP95: p95,
        chance: p5 !== null && !upperBound ? ahead : null,
        publicValueRatio: benefitCostRatio(value, costs),
        netWeighted: weightedNet(scenario, cases, party, reader),
        optimismBias: mean(netOf(sumOf(simulation, plain, party))) - netPublicValue,
        upperBound,
      };
    });
  });
}

/**
 * The public value and the net public value of a strategy (its index in the book) for some parties together, in pounds
 * of present value per draw, after optimism bias. `society` among the parties adds the outcomes that no agency enjoys.
 */
export const publicValueOf = (
  scenario: Scenario,
  drawn: Book,
  strategy: StrategyIndex,
  agencies: readonly string[],
): { readonly publicValue: Float64Array; readonly netPublicValue: Float64Array } => {
  const cases = casesOf({ scenario, drawn }, strategy, correctionsOf(scenario, drawn, strategy));
  const whole = sumOf({ drawn }, cases, { agencies });
  return { publicValue: whole.value, netPublicValue: netOf(whole) };
};

/** The mean of what each agency saves in the social layer under a strategy, as in the rows of `publicValue`. */
export const socialSavings = (
  { scenario, drawn, settings }: Simulation,
  strategy: string,
): Readonly<Record<string, number>> => {
  const index = strategyNamed(settings.strategies, strategy);
  const context = { scenario, book: drawn, strategy: index, corrections: correctionsOf(scenario, drawn, index) };
  return recordOf(Object.keys(scenario.agencies), (agency) => mean(savingsIn(context, agency, "social")));
};

/** The party that enjoys outcomes which no agency enjoys. */
const society = "society";

/** The parties of the rows. Society is always one of them, because it alone enjoys some outcomes. */
const partiesIn = (scenario: Scenario): readonly Party[] => [
  ...partiesOf(scenario).filter(({ level }) => level !== society),
  { level: society, agency: "", name: "Society", agencies: [...Object.keys(scenario.agencies), society] },
];

/** The case of each agency under a strategy (its index in the book), and the outcomes that society alone enjoys. */
const casesOf = (
  { scenario, drawn }: Pick<Simulation, "scenario" | "drawn">,
  strategy: number,
  corrections: Corrections,
): ReadonlyMap<string, Case> => {
  const context: CaseContext = { scenario, book: drawn, strategy, corrections };
  const ofAgencies = Object.keys(scenario.agencies).map((agency) => {
    const result = caseOf(context, agency);
    addCase(result, outcomeCaseOf(context, agency));
    return [agency, result] as const;
  });
  return new Map([...ofAgencies, [society, outcomeCaseOf(context, society)]]);
};

const sumOf = (
  { drawn }: Pick<Simulation, "drawn">,
  cases: ReadonlyMap<string, Case>,
  { agencies }: Pick<Party, "agencies">,
): Case => {
  const whole = emptyCase(drawn);
  for (const agency of agencies) addCase(whole, must(cases, agency));
  return whole;
};

const netOf = ({ value, costs }: Case): Float64Array => {
  const net = Float64Array.from(value);
  addScaled(net, -1, costs);
  return net;
};

/**
 * Net public value × each agency's weight, (reference / income) ^ elasticity (HM Treasury, The Green Book 2022, A3).
 */
const weightedNet = (
  { money }: Scenario,
  cases: ReadonlyMap<string, Case>,
  { agencies }: Party,
  { mean }: DrawsReader,
): number | null => {
  const { weights } = money.valuation;
  if (weights === null) return null;
  return sum(agencies.map((agency) => (weights[agency] ?? 1) * mean(netOf(must(cases, agency)))));
};
