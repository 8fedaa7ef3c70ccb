import { mean, sum } from "../../base/mathematics/statistics.js";
import { halfPenny } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Level } from "../../scenario/agencies/level.js";
import type { Names } from "../../scenario/define/names.js";
import { netsOf } from "../sums/nets.js";
import { checkCall } from "../sums/option-checks.js";
import { type AgencyOrBodyRow, agenciesAndBodies, agenciesAt } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { figuresOf, type Measure } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/** Which agencies, and what counts as saved. */
export interface WrongPocketsOptions {
  /** The agencies of the place, the public purse or society. Default: society. */
  readonly level?: Level;
  /** What budgets gain (`net`), or also what is freed and still paid for (`netAvoided`). Default: net. */
  readonly figure?: Measure;
}

/**
 * What one agency pays and saves, or a body that sums several, and which payments between the agencies would mend it.
 * Pounds of present value, means over the draws.
 */
export interface WrongPocketsRow<N extends Names = Names> extends StrategyRow<N>, AgencyOrBodyRow<N> {
  /** Whose agencies: the level that was asked about. */
  readonly of: Level;
  /** What it finally pays for the interventions, in pounds, raised by the optimism bias that is asked for. */
  readonly pays: number;
  /** All other consequences for it, less what costs it more. Freed capacity counts if `figure` is netAvoided. */
  readonly saves: number;
  /** saves − pays. In pounds. */
  readonly net: number;
  /** True if it loses while all agencies together gain. */
  readonly blocks: boolean;
  /**
   * What it pays the others (below 0: receives) so that savings are in proportion to payments: saves − its share of all
   * payments × all savings. Whole pence in pounds; over the agencies they sum to 0. Null if no agency pays.
   */
  readonly sidePayment: number | null;
  /**
   * What it pays (below 0: receives) in the least transfer. Each loser receives its loss, and each winner pays in
   * proportion to its gain. Whole pence in pounds; over the agencies they sum to 0. Null if the gains are too small.
   */
  readonly leastPayment: number | null;
  /** The same in every row of a strategy: the least total payment with which no agency loses, the sum of all losses. */
  readonly leastTransfer: number;
  /** The same in every row of a strategy: true if the gains cover all losses, so that all together do not lose. */
  readonly isFeasible: boolean;
  /**
   * The same in every row of a strategy: half the sum of differences between each agency's share of all burdens and its
   * share of all gains. 0 if the shares are equal, 1 if no agency with a burden gains. Null if there are no burdens or
   * no gains. What costs an agency more elsewhere is a burden too.
   */
  readonly index: number | null;
}

/**
 * Wrong pockets: how far the agencies that pay differ from those that save, which agencies lose by it, and which
 * payments between them would mend it. The index is the dissimilarity of the two shares (Duncan and Duncan 1955). All
 * figures are of means over the draws, as a contract would be.
 * @param simulation from `simulate`
 * @param options the level, and if freed capacity counts
 * @returns one row per strategy and agency of the level, and per body of several
 * @throws ScenarioError if there is no such level or figure
 * @example wrongPockets(simulate(gritting, { draws: 256 })).map((row) => row.index?.toFixed(2))[0] // => "0.23"
 */
export function wrongPockets<N extends Names>(
  simulation: Simulation<N>,
  options?: WrongPocketsOptions,
): readonly WrongPocketsRow<N>[];
export function wrongPockets(simulation: Simulation, options: WrongPocketsOptions = {}): readonly WrongPocketsRow[] {
  checkCall(simulation, options, ["level", "figure"]);
  const { level = "society", figure = "net" } = options;
  const { scenario, drawn } = simulation;
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const each = agenciesAt(scenario, level).map((agency): Pocket => {
      const nets = netsOf(scenario, drawn, index, { agencies: [agency] });
      const granted = mean(figuresOf(drawn, index, { agencies: [agency] })("granted"));
      const [pays, net] = [mean(nets("pays")) - granted, mean(nets(figure))];
      return { agency, pays, saves: net + pays, net };
    });
    const sidePayments = sidePaymentsOf(each);
    const { leastTransfer, isFeasible, payments } = leastTransferOf(each);
    const all = { leastTransfer, isFeasible, index: indexOf(each), upperBound: isUpperBound(scenario, strategy) };
    const together = sum(each.map(({ net }) => net));
    const names = each.map(({ agency }) => agency);
    return agenciesAndBodies(scenario, names).map(({ agencies, ...budget }) => {
      const places = agencies.map((agency) => names.indexOf(agency));
      const sumOf = (values: readonly number[]): number => sum(places.map((at) => values[at]));
      const net = sumOf(each.map((pocket) => pocket.net));
      return {
        strategy,
        of: level,
        ...budget,
        pays: sumOf(each.map(({ pays }) => pays)),
        saves: sumOf(each.map(({ saves }) => saves)),
        net,
        blocks: net < -halfPenny && together > halfPenny,
        sidePayment: sidePayments && sumOf(sidePayments),
        leastPayment: payments && sumOf(payments),
        ...all,
      };
    });
  });
}

interface Pocket {
  readonly agency: string;
  readonly pays: number;
  readonly saves: number;
  readonly net: number;
}

const above0 = (value: number): number => Math.max(0, value);

/**
 * The index of wrong pockets. A negative saving is a burden and a negative payment is a gain, so no share is below 0.
 */
const indexOf = (each: readonly Pocket[]): number | null => {
  const borne = each.map(({ pays, saves }) => above0(pays) + above0(-saves));
  const gained = each.map(({ pays, saves }) => above0(saves) + above0(-pays));
  const [allBorne, allGained] = [sum(borne), sum(gained)];
  if (allBorne <= halfPenny || allGained <= halfPenny) return null;
  return Math.min(1, sum(borne.map((pounds, at) => Math.abs(pounds / allBorne - gained[at] / allGained))) / 2);
};

const sidePaymentsOf = (each: readonly Pocket[]): readonly number[] | null => {
  const [paid, saved] = [sum(each.map(({ pays }) => pays)), sum(each.map(({ saves }) => saves))];
  return paid > halfPenny ? inPence(each.map(({ pays, saves }) => saves - (pays / paid) * saved)) : null;
};

const leastTransferOf = (each: readonly Pocket[]) => {
  const [leastTransfer, gains] = [sum(each.map(({ net }) => above0(-net))), sum(each.map(({ net }) => above0(net)))];
  const isFeasible = gains - leastTransfer >= -halfPenny;
  const share = gains > 0 ? leastTransfer / gains : 0;
  const payments = isFeasible ? inPence(each.map(({ net }) => (net > 0 ? net * share : net))) : null;
  return { leastTransfer, isFeasible, payments };
};

/** Rounds pounds that sum to 0 to whole pence that sum to 0: by largest remainder (Hamilton 1792). */
const inPence = (pounds: readonly number[]): readonly number[] => {
  const pence = pounds.map((amount) => Math.floor(amount * 100));
  const remainders = pounds.map((amount, at) => amount * 100 - pence[at]);
  const first = [...pounds.keys()]
    .sort((one, other) => remainders[other] - remainders[one])
    .slice(0, above0(-sum(pence)));
  return pence.map((amount, at) => (amount + (first.includes(at) ? 1 : 0)) / 100);
};
