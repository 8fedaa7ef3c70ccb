import { addScaled, sumOfColumns } from "../../base/columns/kernels.js";
import { mean, sum } from "../../base/mathematics/statistics.js";
import type { StopSignal } from "../../base/problems/options.js";
import { recordOf } from "../../base/records.js";
import type { Book } from "../../engine/book/book.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { randomInputsIn } from "../../engine/values/inputs.js";
import { soundRegime } from "../../funding/outcome-checks.js";
import type { Regime } from "../../funding/regime.js";
import type { Outsider } from "../../funding/rule.js";
import { outsiders, ruleFamilies } from "../../funding/rule.js";
import type { Names, OtherText, RegimeName } from "../../scenario/define/names.js";
import { regimeNamed } from "../../scenario/regimes/regime.js";
import type { Scenario } from "../../scenario/scenario.js";
import { yearLabel } from "../../scenario/time/time.js";
import { type YearRow, yearsOf } from "../sums/model-years.js";
import { checkCall } from "../sums/option-checks.js";
import { type AgencyOrBody, agenciesAndBodies } from "../sums/parties.js";
import { partyName } from "../sums/party-names.js";
import { percentilesOf } from "../sums/percentiles.js";
import { strategyNamed } from "../sums/strategies.js";
import { figuresOf } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import { type MoneyMoves, movesOf } from "./moves.js";
import {
  type AgencyFigure,
  type Arm,
  type ArmFigure,
  type Arms,
  armOf,
  partiesIn,
  refuseSlow,
  settlerOf,
} from "./settle-arms.js";

/** A regime by name (of the scenario, or a standard one), or as a value. */
export type RegimeChoice<N extends Names = Names> = RegimeName<N> | Regime;

/** Which strategies are settled. */
export interface SettleOptions<N extends Names = Names> {
  /** Default: all strategies of the simulation. */
  readonly strategies?: readonly N["strategy"][];
  /** Stops between draws when the signal is aborted, and throws the signal's reason. */
  readonly signal?: StopSignal;
}

/**
 * A party's position in a year under a regime: undiscounted pounds, means over the draws. Transfers are the difference
 * the strategy makes: with it less without it, both under the regime. Over all parties they sum to 0.
 */
export interface SettleRow<N extends Names = Names> extends MoneyMoves, StrategyRow<N>, YearRow {
  /** The regime's name: one of the scenario, or one that every scenario has, such as `own`. */
  readonly regime: RegimeName<N> | OtherText;
  /** `outsider` is the treasury, the pool or the investor. */
  readonly level: AgencyOrBody["level"] | "outsider";
  /** An agency, `treasury`, `pool` or `investor`. Empty if the row sums the agencies of a body. */
  readonly party: N["agency"] | Outsider | "";
  /** The name for readers. */
  readonly name: string;
  /** The budget it is given for the year, with the strategy. Null for a party that is not an agency. */
  readonly budget: number | null;
  /** What it spends, with the strategy. Null for a party that is not an agency. */
  readonly outturn: number | null;
  /** Cash its own bills fall by, less what it pays for the strategy: its net before any rule. */
  readonly netBeforeRules: number;
  /** Savings that are not cash and that no other contacts fill. No rule transfers them. */
  readonly idle: number;
  /**
   * Transfers to it by the permit rule, which lets money be spent by another agency than the one it was given to. In
   * pounds.
   */
  readonly permit: number;
  /** Transfers to it by the finance rule. In pounds. */
  readonly finance: number;
  /** Transfers to it by the share rule. */
  readonly share: number;
  /** Transfers to it by the pay rule. In pounds. */
  readonly pay: number;
  /** Transfers to it at the year's end: below 0 if money returns to the centre. */
  readonly yearEnd: number;
  /** The change of its budget from the planned one, which rules of the years before cause: below 0 is a cut. */
  readonly allocate: number;
  /** All transfers: the sum of the six columns before. */
  readonly transfers: number;
  /** Its net under the regime: netBeforeRules + transfers. */
  readonly position: number;
  /** The 5th percentile of position. */
  readonly positionP5: number;
  /** The 95th percentile of position. */
  readonly positionP95: number;
  /** What it carries over with the strategy; below 0, an overspend. Null for a party that is not an agency. */
  readonly reserve: number | null;
  /** Spending with the strategy that no permit allows or no budget covers. Null for a party that is not an agency. */
  readonly refused: number | null;
  /** True if the scenario gives it no budget: it is then assumed to have exactly what business as usual spends. */
  readonly presumed: boolean;
}

/**
 * Every party's position by year under funding rules: its budget, its spending, its transfers and what it carries over.
 * The rules are applied afterwards to the years of every draw, and the services stay as simulated. That is exact unless
 * the rules would make an agency ration. An agency without a budget is assumed to have exactly what business as usual
 * spends, so that all it saves is an underspend.
 * @param simulation from `simulate`
 * @param regime its name, or a regime as a value, whose rules may be plain functions of whole pence
 * @param options which strategies
 * @returns rows in pounds, by strategy, party (agencies and bodies; treasury, pool and investor last) and year
 * @throws ScenarioError if there is no such regime, strategy, party or service
 * @example
 * const rows = settle(simulate(fdac, { draws: 64 }), "treasury-pays");
 * rows.filter((row) => row.party === "treasury" && row.year === 1).map((row) => row.position < 0) // => [true]
 */
export function settle<N extends Names>(
  simulation: Simulation<N>,
  regime: RegimeChoice<N>,
  options?: SettleOptions<N>,
): readonly SettleRow<N>[];
export function settle(
  simulation: Simulation,
  regime: RegimeChoice,
  options: SettleOptions = {},
): readonly SettleRow[] {
  checkCall(simulation, options, ["strategies", "signal"]);
  const { strategies = simulation.settings.strategies, signal } = options;
  const { scenario } = simulation;
  const drawn = bookOf(simulation);
  refuseSlow(scenario, drawn.draws, strategies.length, 1);
  const settled = settledIn(simulation, drawn, regime, signal);
  return strategies.flatMap((strategy) => {
    const upperBound = isUpperBound(scenario, strategy);
    const index = strategyNamed(simulation.settings.strategies, strategy);
    const arms = settled(index);
    const moves = movesOf(arms, regimeChosen(scenario, regime), partiesIn(scenario).length);
    return settledParties(scenario).flatMap(({ level, party, name, members }) => {
      const figure = figuresOf(drawn, index, { agencies: members, money: "plain" });
      const places = members.map((member) => partiesIn(scenario).indexOf(member));
      return yearsOf(scenario).map(
        (year): SettleRow => ({
          regime: nameOf(regime),
          strategy,
          level,
          party,
          name,
          year,
          label: yearLabel(scenario.time, year),
          idle: mean(figure("idle", year)),
          ...yearOf(arms, places, year - 1, level !== "outsider"),
          presumed: level !== "outsider" && members.some((member) => scenario.agencies[member].budget === null),
          ...moves,
          upperBound,
        }),
      );
    });
  });
}

/** The agencies and bodies of a scenario, then those outside: each with the parties that its rows sum. */
const settledParties = (scenario: Scenario) => [
  ...agenciesAndBodies(scenario).map(({ level, agency, name, agencies }) => {
    return { level, party: agency, name, members: agencies };
  }),
  ...outsiders.map((party) => ({
    level: "outsider" as const,
    party,
    name: partyName(scenario, party),
    members: [party],
  })),
];

/**
 * The book that rules are tried on: every draw, or the central run if no number is random, since all draws are equal.
 */
export const bookOf = ({ scenario, central, drawn }: Simulation): Book =>
  randomInputsIn(scenario).length === 0 ? central : drawn;

/** The regime of a choice. */
export const regimeChosen = (scenario: Scenario, choice: RegimeChoice): Regime =>
  typeof choice === "string" ? regimeNamed(scenario, choice) : soundRegime(choice);

/** The name of a regime in rows: `own` for a regime that is given as a value. */
export const nameOf = (regime: RegimeChoice): string => (typeof regime === "string" ? regime : "own");

/** Returns a function that settles one strategy of a book, by its index, under a regime. */
export const settledIn = (
  { scenario }: Simulation,
  book: Book,
  choice: RegimeChoice,
  signal?: StopSignal,
): ((strategy: StrategyIndex) => Arms) => {
  const settler = settlerOf(scenario, book, regimeChosen(scenario, choice), signal);
  const without = armOf(scenario, book.draws, settler(businessAsUsual));
  return (strategy) => ({ without, with: armOf(scenario, book.draws, settler(strategy)), draws: book.draws });
};

/** How much the strategy changes what rules pay a party in a year (from 0): pounds, one number per draw. */
export const transfersTo = (arms: Arms, party: number, year: number): Float64Array => {
  const pence = new Float64Array(arms.draws);
  for (const family of ruleFamilies) {
    if (!arms.with.isZero(family, party, year)) addScaled(pence, 1, arms.with.pence(family, party, year));
    if (!arms.without.isZero(family, party, year)) addScaled(pence, -1, arms.without.pence(family, party, year));
  }
  return poundsOf(pence);
};

/** Pence as pounds, in place. Sums of whole pence are exact: dividing once at the end keeps £91,666.67 as it is. */
const poundsOf = (pence: Float64Array): Float64Array => {
  for (let draw = 0; draw < pence.length; draw++) pence[draw] /= 100;
  return pence;
};

/** The mean of a figure over the draws, in pounds. */
const meanOf = (arm: Arm, figure: ArmFigure, party: number, year: number): number =>
  arm.isZero(figure, party, year) ? 0 : mean(arm.pence(figure, party, year)) / 100;

/** The mean change a strategy makes to a figure of a party's year (from 0), in pounds. */
export const meanChange = (arms: Arms, figure: ArmFigure, party: number, year: number): number =>
  meanOf(arms.with, figure, party, year) - meanOf(arms.without, figure, party, year);

/** Cash an agency's own bills fall by in a year (from 0), less what it pays for the strategy: pounds per draw. */
const ownNetOf = ({ years }: Arm, agency: number, year: number): Float64Array => {
  const net = years[year].saves[agency].slice();
  addScaled(net, -1, years[year].pays[agency]);
  return poundsOf(net);
};

/** A year (from 0) of some parties together: draws are summed before their percentiles are taken. */
const yearOf = (arms: Arms, parties: readonly number[], year: number, areAgencies: boolean) => {
  const sumOf = (of: (party: number) => number): number => sum(parties.map(of));
  const position = sumOfColumns(parties.map((party) => transfersTo(arms, party, year)));
  const transfers = mean(position);
  const net = areAgencies ? sumOfColumns(parties.map((party) => ownNetOf(arms.with, party, year))) : undefined;
  if (net) addScaled(position, 1, net);
  const { p5, p95 } = percentilesOf(position);
  const ofAgency = (figure: AgencyFigure): number | null =>
    areAgencies ? sumOf((party) => arms.with.agencyMean(figure, party, year)) : null;
  return {
    budget: ofAgency("budgets"),
    outturn: areAgencies ? sumOf((party) => mean(arms.with.years[year].outturn[party]) / 100) : null,
    netBeforeRules: net ? mean(net) : 0,
    ...recordOf(ruleFamilies, (family) => sumOf((party) => meanChange(arms, family, party, year))),
    transfers,
    position: mean(position),
    positionP5: p5,
    positionP95: p95,
    reserve: ofAgency("reserves"),
    refused: ofAgency("refused"),
  };
};
