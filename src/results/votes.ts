import { mean } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import type { Regime } from "../funding/regime.js";
import { regimeNamed, regimeNames } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Gained, type Stakes, stakesOf } from "./decide-stakes.js";
import { checkOption } from "./option-checks.js";
import { agenciesAt } from "./parties.js";
import { bookOf, settledIn } from "./settle.js";
import { strategiesOf } from "./strategies.js";
import { beforeRules, figuresOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** Regimes by name (of the scenario, or of those every place knows), or as values with names of their own. */
export type RegimeChoices = readonly string[] | Readonly<Record<string, Regime>>;

/** How those who decide look at a strategy: one number for everybody, or by party (`all` and `treasury` are those who vote for all). */
export interface DecideOptions {
  /** How many years they count, 1 and on. Default: all. */
  readonly horizonYears?: number | Readonly<Record<string, number>>;
  /** What a pound weighs, beyond itself, that is put into a strategy by which all together lose; 0 and on. Default: 0. */
  readonly blame?: number | Readonly<Record<string, number>>;
  /** What they count as gained: cash alone, or also what is freed but still paid for. Default: netCash. */
  readonly figure?: Gained;
}

/** Whether a party agrees to a strategy under a regime, and why: pounds of present value over the years it counts, means of the draws. */
export interface VoteRow {
  readonly regime: string;
  readonly strategy: string;
  /** An agency; `all` for one vote of them all, `treasury` for the public purse. */
  readonly party: string;
  readonly name: string;
  /** Whether it bears a cost of the strategy, or rules ask money of it. */
  readonly isAsked: boolean;
  /** Whether nothing happens without it. */
  readonly isNeeded: boolean;
  /** Whether a permit lets it spend what the strategy costs it; one whose budget is presumed is always let. */
  readonly maySpend: boolean;
  /** What it expects to end up with. */
  readonly gain: number;
  /** What it puts in. */
  readonly outlay: number;
  /** What it is afraid to be blamed for: blame × what it puts in, in the draws in which all agencies together lose. */
  readonly hurdle: number;
  /** Whether gain reaches the hurdle. */
  readonly agrees: boolean;
  /** The least it would have to be given to agree; 0 where it does. */
  readonly sidePayment: number;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/** A strategy under a regime: who votes, and what all agencies together gain. */
export interface Ballot {
  readonly regime: string;
  readonly strategy: string;
  readonly decides: Regime["decides"];
  readonly votes: (options: DecideOptions) => readonly VoteRow[];
  /** What all agencies gain together over all years, idle capacity included. */
  readonly net: number;
  readonly upperBound: boolean;
}

/** The regimes that are meant, by name; all of the scenario (or, where it names none, those every place knows) where nothing is said. */
export const regimesChosen = (scenario: Scenario, choices: RegimeChoices = regimeNames(scenario)) =>
  Array.isArray(choices)
    ? choices.map((name: string) => [name, regimeNamed(scenario, name)] as const)
    : Object.entries(choices as Readonly<Record<string, Regime>>);

/** The ballots on every strategy under each regime; each is settled once, whatever is asked of it then. */
export const ballotsOf = (
  simulation: Simulation,
  choices: RegimeChoices | undefined,
  figure: Gained = "netCash",
): readonly Ballot[] => {
  checkOption("figure", figure, ["netCash", "net"]);
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const agencies = agenciesAt(scenario, "society");
  return regimesChosen(scenario, choices).flatMap(([name, regime]) => {
    const settled = settledIn(simulation, drawn, regime);
    return strategiesOf(simulation).map(([index, strategy]): Ballot => {
      const stakes = stakesOf(simulation, index, settled(index), figure);
      const upperBound = isUpperBound(scenario, strategy);
      return {
        regime: name,
        strategy,
        decides: regime.decides,
        net: mean(beforeRules(figuresOf(drawn, index, { agencies }), "net")),
        upperBound,
        votes: (options) =>
          votersOf(scenario, regime.decides, stakes).map((voter) => ({
            regime: name,
            strategy,
            ...voteOf(voter, options, scenario.time.years),
            upperBound,
          })),
      };
    });
  });
};

/** Whether a strategy goes ahead: whoever is needed agrees, and whoever pays may spend it. Where nobody is asked, nothing stops it. */
export const goesAhead = (votes: readonly VoteRow[]): boolean =>
  votes.every(({ isNeeded, agrees, maySpend }) => maySpend && (agrees || !isNeeded));

interface Voter extends Omit<Stakes, "refused"> {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly maySpend: boolean;
}

/** Everybody who may have a say, and whether it is needed: the agencies, and whoever votes for all of them. */
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
  const sumOf = (of: "gains" | "pays" | "paysLost") =>
    members[0][of].map((_, year) => members.reduce((sum, member) => sum + member[of][year], 0));
  const [pays, paysLost] = [sumOf("pays"), sumOf("paysLost")];
  return [
    ...each,
    {
      party: decides,
      name: decides === "all" ? "All agencies together" : "The public purse",
      gains: sumOf("gains"),
      // What moves among them is nothing that they put in.
      outlays: pays,
      pays,
      outlaysLost: paysLost,
      paysLost,
      isNeeded: true,
      maySpend: true,
    },
  ];
};

const isAsked = ({ outlays }: Pick<Stakes, "outlays">): boolean =>
  isMoney(outlays.reduce((sum, pounds) => sum + pounds, 0));

/** Whether it bears a cost of the strategy, and in some year may not spend that. */
const isRefused = ({ pays, refused }: Stakes): boolean => pays.some(isMoney) && refused.some(isMoney);

const isMoney = (pounds: number): boolean => pounds > halfPenny;

const voteOf = (voter: Voter, { horizonYears, blame }: DecideOptions, years: number) => {
  const { party, name, isNeeded, maySpend } = voter;
  const horizon = said(horizonYears, party, years);
  const sum = (of: readonly number[]): number => of.slice(0, horizon).reduce((all, pounds) => all + pounds, 0);
  const gain = sum(voter.gains);
  const hurdle = said(blame, party, 0) * sum(voter.outlaysLost);
  // Whole pence a year are as near as rules can come.
  const agrees = gain - hurdle >= -0.01 * years;
  return {
    party,
    name,
    isAsked: isAsked(voter),
    isNeeded,
    maySpend,
    gain,
    outlay: sum(voter.outlays),
    hurdle,
    agrees,
    sidePayment: agrees ? 0 : hurdle - gain,
  };
};

const said = (option: DecideOptions["blame"], party: string, unless: number): number =>
  typeof option === "object" ? (option[party] ?? unless) : (option ?? unless);
