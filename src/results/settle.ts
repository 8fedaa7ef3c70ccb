import { addScaled } from "../base/kernels.js";
import { mean, quantile, sorted } from "../base/statistics.js";
import type { Book } from "../engine/book.js";
import { randomInputsIn } from "../engine/inputs.js";
import type { Simulation } from "../engine/simulate.js";
import type { Regime } from "../funding/regime.js";
import { regimeNamed } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { yearLabel } from "../scenario/time.js";
import { yearsOf } from "./model-years.js";
import { type Arm, armOf, partiesIn, settlerOf, type Told } from "./settle-arms.js";
import { strategyNamed } from "./strategies.js";
import { figuresOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** A regime by its name (one of the scenario's, or of those every place knows), or as a value. */
export type RegimeChoice = string | Regime;

/** Which strategies are settled. */
export interface SettleOptions {
  /** Default: all that were run. */
  readonly strategies?: readonly string[];
}

/**
 * Where a party stands in a year under a regime: pounds of the year, undiscounted, means of the draws. What rules move is the difference the strategy makes:
 * with it less without it, both under the regime; over all parties it sums to 0.
 */
export interface SettleRow {
  readonly regime: string;
  readonly strategy: string;
  /** An agency, `treasury`, `pool` or `investor`. */
  readonly party: string;
  readonly name: string;
  readonly year: number;
  readonly label: string;
  /** What it is given for the year, with the strategy; null for a party that is no agency. */
  readonly budget: number | null;
  /** What it spends with the strategy; null for a party that is no agency. */
  readonly outturn: number | null;
  /** Cash its own bills fall by, less what it bears of the strategy: where it stands before any rule. */
  readonly netCash: number;
  /** What it saves that is no cash: freed, but still paid for. No rule moves it. */
  readonly idle: number;
  /** What it has of money that may be spent elsewhere than it was given. */
  readonly permit: number;
  readonly finance: number;
  readonly share: number;
  readonly pay: number;
  /** What goes back to the centre at the year's end is below 0. */
  readonly yearEnd: number;
  /** What its budget is above or below what it would be. */
  readonly allocate: number;
  /** All that rules move. */
  readonly transfers: number;
  /** netCash + transfers. */
  readonly position: number;
  readonly positionP5: number;
  readonly positionP95: number;
  /** What it carries over with the strategy, below £0 an overspend; null for a party that is no agency. */
  readonly reserve: number | null;
  /** What it spends with the strategy and may not, or nobody has; null for a party that is no agency. */
  readonly refused: number | null;
  /** Whether nothing says what it has, so that it is taken to have exactly what business as usual spends. */
  readonly presumed: boolean;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

const families = ["permit", "finance", "share", "pay", "yearEnd", "allocate"] as const;

/**
 * Every party's position by year under funding rules: what it is given, spends, gets from others and carries over. It replays the years of every draw with the
 * rules; where nobody has to ration, nothing else would have been different. An agency without a budget is taken to have exactly what business as usual
 * spends, so that all it saves is an underspend.
 * @param simulation from `simulate`
 * @param regime its name, or a regime as a value; each rule may be a plain function of whole pence
 * @returns rows by strategy, party (treasury, pool and investor last) and year, in pounds
 * @throws ScenarioError where a regime, party or service is not there
 * @example settle(simulate(fdac, { draws: 64 }), "treasury-pays").filter((row) => row.party === "treasury" && row.year === 1).map((row) => row.position < 0) // => [true]
 */
export const settle = (
  simulation: Simulation,
  regime: RegimeChoice,
  { strategies = simulation.settings.strategies }: SettleOptions = {},
): readonly SettleRow[] => {
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  const settled = settledIn(simulation, drawn, regime);
  return strategies.flatMap((strategy) => {
    const upperBound = isUpperBound(scenario, strategy);
    const index = strategyNamed(simulation.settings.strategies, strategy);
    const arms = settled(index);
    return partiesIn(scenario).flatMap((party, at) => {
      const figure = figuresOf(drawn, index, { agencies: [party], money: "plain" });
      return yearsOf(scenario).map(
        (year): SettleRow => ({
          regime: nameOf(regime),
          strategy,
          party,
          name: scenario.agencies[party]?.name ?? party,
          year,
          label: yearLabel(scenario.time, year),
          idle: mean(figure("idle", year)),
          ...yearOf(arms, at, year - 1, at < Object.keys(scenario.agencies).length),
          presumed: Object.hasOwn(scenario.agencies, party) && scenario.agencies[party].budget === null,
          upperBound,
        }),
      );
    });
  });
};

/** The numbers that rules are tried on: every draw, or one where nothing is uncertain, since all are the same. */
export const bookOf = ({ scenario, central, drawn }: Simulation): Book =>
  randomInputsIn(scenario).length === 0 ? central : drawn;

/** The regime that is meant. */
export const regimeChosen = (scenario: Scenario, choice: RegimeChoice): Regime =>
  typeof choice === "string" ? regimeNamed(scenario, choice) : choice;

/** What a regime is called among rows. */
export const nameOf = (regime: RegimeChoice): string => (typeof regime === "string" ? regime : "own");

/** A strategy beside business as usual, both under a regime. */
export interface Arms {
  readonly without: Arm;
  readonly with: Arm;
  readonly draws: number;
}

/** What settles the strategies of a book under a regime. */
export const settledIn = ({ scenario }: Simulation, book: Book, choice: RegimeChoice): ((strategy: number) => Arms) => {
  const settler = settlerOf(scenario, book, regimeChosen(scenario, choice));
  const without = armOf(scenario, book.draws, settler(-1));
  return (strategy) => ({ without, with: armOf(scenario, book.draws, settler(strategy)), draws: book.draws });
};

/** Pounds a strategy makes a difference of to what rules move to a party in a year (from 0), one number a draw. */
export const movedTo = (arms: Arms, party: number, year: number): Float64Array => {
  const pence = new Float64Array(arms.draws);
  for (const family of families) {
    if (arms.with.isTold(family, party, year)) addScaled(pence, 1, arms.with.told(family, party, year));
    if (arms.without.isTold(family, party, year)) addScaled(pence, -1, arms.without.told(family, party, year));
  }
  // Pence are whole and sum to whole ones; pounds are made of them once, so that £91,666.67 is that.
  return pence.map((whole) => whole / 100);
};

/** The mean of what an arm tells of a party's year, in pounds. */
const meanTold = ({ told, isTold }: Arm, what: Told, party: number, year: number): number =>
  isTold(what, party, year) ? mean(told(what, party, year)) / 100 : 0;

/** The mean difference a strategy makes to what is told of a party's year (from 0), in pounds. */
export const meanMade = (arms: Arms, what: Told, party: number, year: number): number =>
  meanTold(arms.with, what, party, year) - meanTold(arms.without, what, party, year);

/** Pounds an agency's own bills fall by, less what it bears of the strategy. */
const netCashOf = ({ years }: Arm, agency: number, year: number): Float64Array =>
  years[year].saves[agency].map((saves, draw) => (saves - years[year].pays[agency][draw]) / 100);

const yearOf = (arms: Arms, party: number, year: number, isAgency: boolean) => {
  const position = movedTo(arms, party, year);
  const transfers = mean(position);
  const netCash = isAgency ? netCashOf(arms.with, party, year) : undefined;
  if (netCash) addScaled(position, 1, netCash);
  const ascending = sorted(position);
  const moved = (family: (typeof families)[number]): number => meanMade(arms, family, party, year);
  const ofAgency = (what: Told): number | null => (isAgency ? meanTold(arms.with, what, party, year) : null);
  return {
    budget: ofAgency("budget"),
    outturn: isAgency ? mean(arms.with.years[year].outturn[party]) / 100 : null,
    netCash: netCash ? mean(netCash) : 0,
    permit: moved("permit"),
    finance: moved("finance"),
    share: moved("share"),
    pay: moved("pay"),
    yearEnd: moved("yearEnd"),
    allocate: moved("allocate"),
    transfers,
    position: mean(position),
    positionP5: quantile(ascending, 0.05),
    positionP95: quantile(ascending, 0.95),
    reserve: ofAgency("reserve"),
    refused: ofAgency("refused"),
  };
};
