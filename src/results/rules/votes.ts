import { mean, sum } from "../../base/mathematics/statistics.js";
import { checkArgument, listOf, ofKind, type StopSignal } from "../../base/problems/options.js";
import { pairsOf } from "../../base/records.js";
import { halfPenny } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import { soundRegime } from "../../funding/outcome-checks.js";
import type { Regime } from "../../funding/regime.js";
import type { Names, OtherText, RegimeName, Some } from "../../scenario/define/names.js";
import { regimeNamed, regimeNames } from "../../scenario/regimes/regime.js";
import type { Scenario } from "../../scenario/scenario.js";
import { checkCall } from "../sums/option-checks.js";
import { agenciesAt } from "../sums/parties.js";
import { deciderNames } from "../sums/party-names.js";
import { optionsOf } from "../sums/strategies.js";
import type { Measure } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import { gainsOver, type Stakes, stakesOf, unruledStakes } from "./decide-stakes.js";
import { type MoneyMoves, movesOf } from "./moves.js";
import { bookOf, settledIn } from "./settle.js";
import { refuseSlow } from "./settle-arms.js";

/** Regimes by name (of the scenario, or standard ones), or as values with names of their own. */
export type RegimeChoices<N extends Names = Names> =
  | readonly RegimeName<N>[]
  | (Readonly<Record<string, Regime>> & { readonly [Symbol.iterator]?: never });

/**
 * How the deciders look at a strategy: one number for all parties, or numbers by party. `all` and `treasury` are the
 * parties that vote for all agencies.
 */
export interface DecideOptions<N extends Names = Names> {
  /** How many years they count, from 1. Default: all. */
  readonly horizonYears?: number | Some<Decider<N>, number>;
  /** The extra weight of a pound put into a strategy by which all agencies together lose, 0 or more. Default: 0. */
  readonly blame?: number | Some<Decider<N>, number>;
  /** What they count as a gain: what budgets gain (`net`), or also what is freed (`netAvoided`). Default: net. */
  readonly figure?: Measure;
  /** Stops between draws when the signal is aborted, and throws the signal's reason. */
  readonly signal?: StopSignal;
}

/** An agency, or the party that votes for all: `all` for all agencies together, `treasury` for the public purse. */
export type Decider<N extends Names = Names> = N["agency"] | keyof typeof deciderNames;

/** One party's vote on a strategy under a regime: means of pounds of present value over the years it counts. */
export interface VoteRow<N extends Names = Names> extends MoneyMoves, StrategyRow<N> {
  /** The regime's name: one of the scenario, or one that every scenario has, such as `own`. */
  readonly regime: RegimeName<N> | OtherText;
  /** An agency, or the party that votes for all: `all` for all agencies together, `treasury` for the public purse. */
  readonly party: Decider<N>;
  /** The name for readers. */
  readonly name: string;
  /** True if it pays for the strategy, or rules request money from it. */
  readonly isAsked: boolean;
  /** True if the strategy needs its consent. */
  readonly isNeeded: boolean;
  /** True if a permit lets it spend its budget on the strategy. Always true if the scenario gives it no budget. */
  readonly maySpend: boolean;
  /** What it expects to gain. In pounds. */
  readonly gain: number;
  /** What it commits: what it pays, and what rules request. What it borrows and repays counts once. */
  readonly outlay: number;
  /** The least gain it wants: blame × what it puts in, over the draws in which all agencies together lose. */
  readonly hurdle: number;
  /** True if its gain is at least the hurdle. */
  readonly agrees: boolean;
  /** `yes` or `no` if its consent is needed, `indifferent` if its gain is the hurdle to the penny; else `not asked`. */
  readonly vote: "yes" | "no" | "indifferent" | "not asked";
  /** The smallest payment that would make it agree. In pounds. 0 if it agrees. */
  readonly sidePayment: number;
}

/** A strategy under a regime: the votes by options, and the gain of all agencies together. */
export interface Ballot {
  readonly regime: string;
  readonly strategy: string;
  readonly decides: Regime["decides"];
  readonly votes: (options: DecideOptions) => readonly VoteRow[];
  readonly stakes: readonly Stakes[];
  /** What a party gains over the first `years`, draw by draw: pounds of present value. */
  readonly gains: (party: string, years: number) => Float64Array;
  /** What all agencies together gain over all years, by the figure that they count: pounds of present value. */
  readonly net: number;
  /** The parties that end with less under the rules, those outside the agencies too. The largest loss is first. */
  readonly losses: ReturnType<typeof lossesIn>;
  readonly moves: MoneyMoves;
  readonly upperBound: boolean;
}

/** The chosen regimes with their names. Default: all of the scenario, or every standard one if it has none. */
const regimesChosen = (
  scenario: Scenario,
  choices: RegimeChoices = regimeNames(scenario),
): readonly (readonly [string, Regime])[] => {
  checkArgument("regimes", choices, (given, option) =>
    typeof given === "object" && given !== null && !Array.isArray(given)
      ? undefined
      : listOf(ofKind("string"))(given, option),
  );
  return isNames(choices)
    ? choices.map((name) => [name, regimeNamed(scenario, name)])
    : pairsOf(choices).map(([name, regime]) => [name, soundRegime(regime)]);
};

const isNames = (choices: RegimeChoices): choices is readonly string[] => Array.isArray(choices);

/**
 * The ballots on every strategy but readings under each regime. Each is settled once and can be voted on with many
 * options.
 */
export const ballotsOf = (
  simulation: Simulation,
  choices: RegimeChoices | undefined,
  options: DecideOptions = {},
): readonly Ballot[] => {
  checkCall(simulation, options, ["horizonYears", "blame", "figure", "signal"]);
  const { figure = "net", signal } = options;
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const regimes = regimesChosen(scenario, choices);
  refuseSlow(scenario, drawn.draws, optionsOf(simulation).length, regimes.length);
  const strategies = optionsOf(simulation).map(([index, strategy]) => {
    return { index, strategy, unruled: unruledStakes(simulation, index, figure) };
  });
  return regimes.flatMap(([name, regime]) => {
    const settled = settledIn(simulation, drawn, regime, signal);
    return strategies.map(({ index, strategy, unruled }): Ballot => {
      const arms = settled(index);
      const stakes = stakesOf(scenario, unruled, arms);
      const moves = movesOf(arms, regime, stakes.length);
      const upperBound = isUpperBound(scenario, strategy);
      return {
        regime: name,
        strategy,
        decides: regime.decides,
        net: mean(unruled.all),
        losses: lossesIn(scenario, stakes),
        moves,
        upperBound,
        stakes,
        gains: gainsOver(scenario, unruled, arms),
        votes: (options) =>
          votersOf(scenario, regime.decides, stakes).map((voter) => ({
            regime: name,
            strategy,
            ...voteOf(voter, options, scenario.time.years),
            ...moves,
            upperBound,
          })),
      };
    });
  });
};

const lossesIn = (scenario: Scenario, stakes: readonly Stakes[]) =>
  stakes
    .map(({ party, gains }) => ({ party, pounds: -sum(gains) }))
    .filter(({ pounds }) => pounds > toleranceOf(scenario.time.years))
    .sort((a, b) => b.pounds - a.pounds);

/** Rules pay whole pence, so a gain can miss its hurdle by a penny per year. */
export const toleranceOf = (years: number): number => 0.01 * years;

/** True if every party whose consent is needed agrees, and every agency that pays may spend its budget on it. */
export const goesAhead = (votes: readonly VoteRow[]): boolean =>
  votes.every(({ isNeeded, agrees, maySpend }) => maySpend && (agrees || !isNeeded));

interface Voter extends Omit<Stakes, "refused"> {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly maySpend: boolean;
}

/** All agencies, and last the party that votes for all of them, if the regime has one. */
const votersOf = (scenario: Scenario, decides: Regime["decides"], stakes: readonly Stakes[]): readonly Voter[] => {
  const agencies = agenciesAt(scenario, "society");
  const each = stakes
    .filter(({ party }) => agencies.includes(party))
    .map((voter) => ({
      ...voter,
      name: scenario.agencies[voter.party].name,
      isNeeded: decides === "each" && isAsked(voter),
      maySpend: scenario.agencies[voter.party].budget === null || !isRefused(voter),
    }));
  if (decides === "each") return each;
  const purse = decides === "all" ? agencies : [...agenciesAt(scenario, "public"), "treasury", "pool"];
  const members = stakes.filter(({ party }) => purse.includes(party));
  const sumOf = (stake: "gains" | "pays" | "paysLost") =>
    members[0][stake].map((_, year) => sum(members.map((member) => member[stake][year])));
  const [pays, paysLost] = [sumOf("pays"), sumOf("paysLost")];
  return [
    ...each,
    {
      party: decides,
      name: deciderNames[decides],
      gains: sumOf("gains"),
      // Transfers among them are no outlay of all together.
      outlays: pays,
      pays,
      outlaysLost: paysLost,
      paysLost,
      isNeeded: true,
      maySpend: true,
    },
  ];
};

const isAsked = ({ outlays }: Pick<Stakes, "outlays">): boolean => isMoney(sum(outlays));

/** True if it pays for the strategy, and in some year may not spend its budget on it. */
const isRefused = ({ pays, refused }: Stakes): boolean => pays.some(isMoney) && refused.some(isMoney);

const isMoney = (pounds: number): boolean => pounds > halfPenny;

const voteOf = (
  voter: Voter,
  { horizonYears, blame }: DecideOptions,
  years: number,
): Omit<VoteRow, "regime" | "strategy" | keyof MoneyMoves | "upperBound"> => {
  const { party, name, isNeeded, maySpend } = voter;
  const horizon = optionOf(horizonYears, party, years);
  const counted = (byYear: readonly number[]): number => sum(byYear.slice(0, horizon));
  const gain = counted(voter.gains);
  const hurdle = optionOf(blame, party, 0) * counted(voter.outlaysLost);
  const tolerance = toleranceOf(years);
  const agrees = gain - hurdle >= -tolerance;
  const answer = !agrees ? "no" : gain - hurdle <= tolerance ? "indifferent" : "yes";
  return {
    party,
    name,
    isAsked: isAsked(voter),
    isNeeded,
    maySpend,
    gain,
    outlay: counted(voter.outlays),
    hurdle,
    agrees,
    vote: isNeeded ? answer : "not asked",
    sidePayment: agrees ? 0 : hurdle - gain,
  };
};

/** An option's number for a party. */
const optionOf = (option: DecideOptions["blame"], party: string, byDefault: number): number =>
  typeof option === "object" ? (option[party] ?? byDefault) : (option ?? byDefault);
