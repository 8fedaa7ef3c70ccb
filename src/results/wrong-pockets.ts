import { mean } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { type Level, levels } from "../scenario/agencies/level.js";
import { checkOption } from "./option-checks.js";
import { agenciesAt } from "./parties.js";
import { strategiesOf } from "./strategies.js";
import { figuresOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** Between whom, and what counts as saved. */
export interface WrongPocketsOptions {
  /** The agencies of the place, the public purse or society. Default: society. */
  readonly level?: Level;
  /** `net` counts capacity that is freed but still paid for; `netCash` does not. Default: net. */
  readonly figure?: "net" | "netCash";
}

/** An agency among those of a level: what it pays and saves, and what payments between them would mend it. Present values, means of the draws. */
export interface WrongPocketsRow {
  readonly strategy: string;
  readonly level: Level;
  readonly agency: string;
  readonly name: string;
  /** What it finally bears of the interventions. */
  readonly pays: number;
  /** All consequences for it, net of what costs it more; in cash alone where that is asked for. */
  readonly saves: number;
  /** saves − pays. */
  readonly net: number;
  /** Whether it stands in the way: it loses while all together gain. */
  readonly blocks: boolean;
  /**
   * What it would pay the others (below 0: get), so that everybody's savings are in proportion to what they pay: saves − its share of all payments ×
   * all savings. Whole pennies, which sum to 0; null where nobody pays.
   */
  readonly sidePayment: number | null;
  /**
   * What it would pay (below 0: get) in the least transfer: who loses gets the loss, and who gains pays in proportion to the gain. Whole pennies, which
   * sum to 0; null where the gains do not reach.
   */
  readonly leastPayment: number | null;
  /** Of all of them: the least that must pass between them so that nobody loses, the sum of all losses. */
  readonly leastTransfer: number;
  /** Of all of them: whether the gains reach for it, which is so where all together do not lose. */
  readonly isFeasible: boolean;
  /**
   * Of all of them: half the sum of the differences between each one's share of what is borne and of what is gained. 0 where the shares are equal, 1 where
   * nobody who bears anything gains anything; null where nothing is borne, or nothing gained. What costs an agency more elsewhere is borne.
   */
  readonly index: number | null;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Wrong pockets: how far those who pay are not those who save, whom that leaves worse off, and what payments between them would mend it.
 * The index is the dissimilarity of the two shares (Duncan and Duncan 1955). All of it is of the means of the draws, as a contract would be.
 * @param simulation from `simulate`
 * @param options the level, and whether freed capacity counts
 * @returns a row a strategy and agency of the level; the columns of all of them say the same in each row of a strategy
 * @throws ScenarioError where there is no such level or figure
 * @example wrongPockets(simulate(gritting, { draws: 256 })).map((row) => row.index?.toFixed(2))[0] // => "0.10"
 */
export const wrongPockets = (
  simulation: Simulation,
  { level = "society", figure = "net" }: WrongPocketsOptions = {},
): readonly WrongPocketsRow[] => {
  checkOption("level", level, levels);
  checkOption("figure", figure, ["net", "netCash"]);
  const { scenario, drawn } = simulation;
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const each = agenciesAt(scenario, level).map((agency): Pocket => {
      const of = figuresOf(drawn, index, { agencies: [agency] });
      const [pays, net] = [mean(of("pays")), mean(of(figure))];
      return { agency, pays, saves: net + pays, net };
    });
    const sidePayments = sidePaymentsOf(each);
    const { leastTransfer, isFeasible, payments } = leastTransferOf(each);
    const all = { leastTransfer, isFeasible, index: indexOf(each), upperBound: isUpperBound(scenario, strategy) };
    const together = sum(each.map(({ net }) => net));
    return each.map(({ agency, pays, saves, net }, at) => ({
      strategy,
      level,
      agency,
      name: scenario.agencies[agency].name,
      pays,
      saves,
      net,
      blocks: net < -halfPenny && together > halfPenny,
      sidePayment: sidePayments?.[at] ?? null,
      leastPayment: payments?.[at] ?? null,
      ...all,
    }));
  });
};

interface Pocket {
  readonly agency: string;
  readonly pays: number;
  readonly saves: number;
  readonly net: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const above = (value: number): number => Math.max(0, value);

/** The index of wrong pockets; a saving below 0 is borne as a payment is, so that shares are shares. */
const indexOf = (each: readonly Pocket[]): number | null => {
  const borne = each.map(({ pays, saves }) => above(pays) + above(-saves));
  const gained = each.map(({ pays, saves }) => above(saves) + above(-pays));
  const [allBorne, allGained] = [sum(borne), sum(gained)];
  if (allBorne <= halfPenny || allGained <= halfPenny) return null;
  return Math.min(1, sum(borne.map((pounds, at) => Math.abs(pounds / allBorne - gained[at] / allGained))) / 2);
};

const sidePaymentsOf = (each: readonly Pocket[]): readonly number[] | null => {
  const [paid, saved] = [sum(each.map(({ pays }) => pays)), sum(each.map(({ saves }) => saves))];
  return paid > halfPenny ? inPence(each.map(({ pays, saves }) => saves - (pays / paid) * saved)) : null;
};

const leastTransferOf = (each: readonly Pocket[]) => {
  const [leastTransfer, gains] = [sum(each.map(({ net }) => above(-net))), sum(each.map(({ net }) => above(net)))];
  const isFeasible = gains - leastTransfer >= -halfPenny;
  const share = gains > 0 ? leastTransfer / gains : 0;
  const payments = isFeasible ? inPence(each.map(({ net }) => (net > 0 ? net * share : net))) : null;
  return { leastTransfer, isFeasible, payments };
};

/** Amounts that sum to 0, in whole pennies that do so too: what is over goes to those who lost most of a penny (the largest remainder). */
const inPence = (pounds: readonly number[]): readonly number[] => {
  const pence = pounds.map((amount) => Math.floor(amount * 100));
  const remainders = pounds.map((amount, at) => amount * 100 - pence[at]);
  const first = [...pounds.keys()]
    .sort((one, other) => remainders[other] - remainders[one])
    .slice(0, above(-sum(pence)));
  return pence.map((amount, at) => (amount + (first.includes(at) ? 1 : 0)) / 100);
};
