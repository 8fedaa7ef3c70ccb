import { mean } from "../../base/mathematics/statistics.js";
import { penceOf } from "../../base/money.js";
import { yearFactors } from "../../engine/money/regime-run.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names, OtherText, RegimeName } from "../../scenario/define/names.js";
import { yearLabel } from "../../scenario/time/time.js";
import { checkCall } from "../sums/option-checks.js";
import { isSpread } from "../sums/percentiles.js";
import type { StrategyRow } from "../sums/upper-bounds.js";
import { type DealParty, dealTerms } from "./deal-terms.js";
import {
  type Ballot,
  ballotsOf,
  type DecideOptions,
  type Decider,
  goesAhead,
  type RegimeChoices,
  toleranceOf,
} from "./votes.js";

/** What the parties to a deal count. */
export interface DealOptions extends Pick<DecideOptions, "figure" | "signal"> {
  /** How many years they count, from 1. Default: all. */
  readonly horizonYears?: number;
}

/** A payment of a deal; or, where there is none to make, one row that says why. */
export interface DealRow<N extends Names = Names> extends StrategyRow<N> {
  /** The regime's name: one of the scenario, or one that every scenario has, such as `own`. */
  readonly regime: RegimeName<N> | OtherText;
  /** `agreed`: with these payments all sign. `not needed`: all sign without any. `none`: none bring all to sign. */
  readonly deal: "agreed" | "not needed" | "none";
  /** The agency that pays; empty if there is no payment. */
  readonly from: N["agency"] | "";
  /** The agency that is paid; empty if there is no payment. */
  readonly to: N["agency"] | "";
  /** The model year of the payment, from 1. Null if there is no payment. */
  readonly year: number | null;
  /** The year by its start. Empty if there is no payment. */
  readonly label: string;
  /** The payment, in pounds of the price year. Null if there is none. */
  readonly pounds: number | null;
  /** The same in present value. In pounds. */
  readonly presentValue: number | null;
  /** What the payer gains after all payments, over the years it counts: pounds of present value, mean of the draws. */
  readonly fromGain: number | null;
  /** The share of the draws in which the payer then gains 0 or more. Null if nothing uncertain matters. */
  readonly fromContent: number | null;
  /** What the agency that is paid gains after all payments. In pounds. */
  readonly toGain: number | null;
  /** The share of the draws in which the paid agency then gains 0 or more. Null if nothing uncertain matters. */
  readonly toContent: number | null;
  /** The parties that refuse without a deal. */
  readonly block: readonly Decider<N>[];
  /** If there is no deal: by how much it fails, in pounds of present value. 0 if money would not help. */
  readonly short: number;
}

/**
 * The deal that all would sign: the smallest payments between agencies, by year, after which no party whose consent is
 * needed expects to lose. A payer gives at most what it gains in that year on average, and keeps 0 or more over the
 * years it counts. Private bodies do not pay. All payers give up the same share of what they gain in a year, unless one
 * would then keep less than 0. The payments are fixed beforehand: they do not follow what happens.
 *
 * Where one party votes for all agencies, payments between them change nothing, so there is a deal only if none is
 * needed.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name: the rules under which the deal is made. Default: all of the
 * scenario, or `silo`.
 * @param options how many years the parties count, and what counts as a gain
 * @returns a row for each payment, by regime, strategy, payer, payee and year; one row where there is none to make
 * @throws ScenarioError if there is no such regime, or an option is not one of its values
 * @example
 * const rows = deal(simulate(gritting, { draws: 64 }), ["silo"]);
 * rows.map((row) => [row.deal, row.block]) // => [["none", ["hospital"]]]
 */
export function deal<N extends Names>(
  simulation: Simulation<N>,
  regimes?: RegimeChoices<N>,
  options?: DealOptions,
): readonly DealRow<N>[];
export function deal(simulation: Simulation, regimes?: RegimeChoices, options: DealOptions = {}): readonly DealRow[] {
  checkCall(simulation, options, ["horizonYears", "figure", "signal"]);
  return ballotsOf(simulation, regimes === undefined ? ownRegimes(simulation) : regimes, options).flatMap((ballot) => {
    const votes = ballot.votes(options);
    const blocking = votes.filter(({ isNeeded, agrees }) => isNeeded && !agrees);
    const row: DealRow = {
      strategy: ballot.strategy,
      regime: ballot.regime,
      deal: "not needed",
      ...noPayment,
      block: blocking.map(({ party }) => party),
      short: 0,
      upperBound: ballot.upperBound,
    };
    if (goesAhead(votes)) return [row];
    if (votes.some(({ maySpend }) => !maySpend)) return [{ ...row, deal: "none" }];
    if (ballot.decides !== "each")
      return [{ ...row, deal: "none", short: blocking.reduce((all, { sidePayment }) => all + sidePayment, 0) }];
    const needed = votes.filter(({ isNeeded }) => isNeeded).map(({ party }) => party);
    return dealRows(simulation, ballot, row, { needed, ...options });
  });
}

const ownRegimes = ({ scenario }: Simulation): RegimeChoices =>
  Object.keys(scenario.regimes).length > 0 ? Object.keys(scenario.regimes) : ["silo"];

const noPayment = {
  from: "",
  to: "",
  year: null,
  label: "",
  pounds: null,
  presentValue: null,
  fromGain: null,
  fromContent: null,
  toGain: null,
  toContent: null,
} as const;

/** The payments of the smallest deal of a ballot; one row with what is missing if there is no deal. */
const dealRows = (
  { scenario }: Simulation,
  ballot: Ballot,
  row: DealRow,
  { needed, horizonYears: years = scenario.time.years }: DealOptions & { readonly needed: readonly string[] },
): readonly DealRow[] => {
  const parties = ballot.stakes
    .filter(({ party }) => Object.hasOwn(scenario.agencies, party))
    .map(
      ({ party, gains }): DealParty => ({
        party,
        gains: gains.slice(0, years),
        signs: needed.includes(party),
        mayPay: scenario.agencies[party].kind !== "private",
      }),
    );
  const { payments, short } = dealTerms(parties);
  const tolerance = toleranceOf(years);
  if (short > tolerance || payments.length === 0) return [{ ...row, deal: "none", short }];
  const factors = yearFactors(scenario);
  const paid = payments.map(({ presentValue, ...payment }) => {
    const pounds = penceOf(presentValue / factors[payment.year - 1]) / 100;
    return { ...payment, pounds, presentValue: pounds * factors[payment.year - 1] };
  });
  const received = (party: string): number =>
    paid.reduce(
      (all, { from, to, presentValue }) =>
        all + (to === party ? presentValue : 0) - (from === party ? presentValue : 0),
      0,
    );
  const ends = (party: string): { readonly gain: number; readonly content: number | null } => {
    const drawn = ballot.gains(party, years).map((pounds) => pounds + received(party));
    const content = drawn.filter((pounds) => pounds >= -tolerance).length / drawn.length;
    const gain = mean(drawn);
    return {
      gain: Math.abs(gain) < tolerance ? 0 : gain,
      content: isSpread(drawn) && !ballot.upperBound ? content : null,
    };
  };
  return paid.map((payment) => {
    const [from, to] = [ends(payment.from), ends(payment.to)];
    return {
      ...row,
      deal: "agreed",
      ...payment,
      label: yearLabel(scenario.time, payment.year),
      fromGain: from.gain,
      fromContent: from.content,
      toGain: to.gain,
      toContent: to.content,
    };
  });
};
