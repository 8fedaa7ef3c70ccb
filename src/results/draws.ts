import { addScaled } from "../base/columns/kernels.js";
import { quantilesOf } from "../base/mathematics/order-statistics.js";
import { checkArgument, checkNumbers, numberBetween, wordFrom } from "../base/problems/options.js";
import type { Simulation } from "../engine/simulate.js";
import type { Names } from "../scenario/define/names.js";
import { yearLabel } from "../scenario/time/time.js";
import { answerLevelOf } from "./money/answer-level.js";
import type { DrawsReader } from "./sums/draws-reader.js";
import { type YearRow, yearsOf } from "./sums/model-years.js";
import { netsOf } from "./sums/nets.js";
import { checkCall, readerFor } from "./sums/option-checks.js";
import type { Subject } from "./sums/parties.js";
import { agenciesNamed } from "./sums/parties.js";
import { strategyAsked } from "./sums/strategies.js";
import { type Figure, figures, figuresOf, type Measure, measures } from "./sums/sums.js";

/** Which figure, whose, under which strategy, and in which pounds. */
export interface FigureOptions<N extends Names = Names> {
  /**
   * `pays`, `avoided`, `cash`, `freed`, `idle`, `backfilled`, `cheaper`, `transfers` (`granted` and `byRules`), `net`
   * or `netAvoided`: as in `whoSaves`. Default: net.
   */
  readonly figure?: Figure;
  /** A level (place, public, society), or an agency or body by name. Default: the level of the answer. */
  readonly of?: Subject<N>;
  /** Default: the first of the simulation. */
  readonly strategy?: N["strategy"];
  /** Pounds of present value, or undiscounted. Default: present. */
  readonly money?: "present" | "plain";
}

/** Which figure, and in which year. */
export interface DrawsOptions<N extends Names = Names> extends FigureOptions<N> {
  /** A model year, from 1. Default: all years together. */
  readonly year?: number;
}

/**
 * The draws of a figure: one number of pounds per draw. For a histogram, a quantile, or a function of your own. Draws
 * of one simulation belong together: draw 7 of one figure and draw 7 of another are of the same run.
 * @param simulation from `simulate`
 * @param options which figure, whose, under which strategy, in which year and in which pounds
 * @returns pounds per draw, in a new array, all 0 if the simulation has no strategy; `net` and `netAvoided` are after
 * the optimism bias that a file sets
 * @throws ScenarioError if an option names something that is not there
 * @example
 * const run = simulate(fdac, { draws: 256 });
 * quantiles(draws(run, { figure: "cash", of: "council" }), [0.05, 0.95]).map(Math.round) // => [607060, 1118809]
 */
export function draws<N extends Names>(simulation: Simulation<N>, options?: DrawsOptions<N>): Float64Array;
export function draws(simulation: Simulation, options: DrawsOptions = {}): Float64Array {
  checkCall(simulation);
  checkFigure(simulation, options, ["year"]);
  return checkedDraws(simulation, options);
}

/** The draws of a figure whose options were checked. */
export const checkedDraws = (simulation: Simulation, options: DrawsOptions): Float64Array =>
  askedIn(simulation, options)?.columns(options.year) ?? new Float64Array(simulation.settings.draws);

/**
 * The quantiles of some numbers: the value that a share of them is below. Type 7 of Hyndman and Fan (1996), the default
 * of R and NumPy, as in every 5th and 95th percentile here.
 * @param values in any unit, in any order; they do not change
 * @param shares shares of 0 to 1
 * @returns one quantile for each share, in the unit of the values
 * @throws ScenarioError if there is no value, or a value or a share is no finite number
 * @example quantiles([40, 10, 30, 20], [0, 0.5]) // => [10, 25]
 */
export const quantiles = (values: ArrayLike<number>, shares: readonly number[]): readonly number[] => {
  checkNumbers("values", values, 1);
  checkNumbers("shares", shares);
  for (const share of shares) checkArgument("shares", share, numberBetween(0, 1));
  return quantilesOf(values, shares);
};

/** A figure in one year, and summed up to it: pounds, means over the draws, with 5th and 95th percentiles. */
export interface FigureByYearRow<N extends Names = Names> extends YearRow {
  /** The strategy's name in the scenario. */
  readonly strategy: N["strategy"];
  /** Whose result it is: a level, or an agency or body by its name in the scenario. */
  readonly of: Subject<N>;
  /** The measure that is read: `net`, `netAvoided` or another. */
  readonly figure: Figure;
  /** Pounds in this year. */
  readonly pounds: number;
  /** The 5th percentile of `pounds`. */
  readonly poundsP5: number;
  /** The 95th percentile of `pounds`. */
  readonly poundsP95: number;
  /** Pounds from the start to the end of this year. */
  readonly toDate: number;
  /** The 5th percentile of `toDate`. */
  readonly toDateP5: number;
  /** The 95th percentile of `toDate`. */
  readonly toDateP95: number;
}

/**
 * A figure year by year, with its range, and the sum up to each year: a fan of cumulated net is one line of it.
 * @param simulation from `simulate`
 * @param options which figure, whose, under which strategy and in which pounds
 * @returns one row per model year; no rows if there is no strategy
 * @throws ScenarioError if an option names something that is not there
 * @example
 * const rows = figureByYear(simulate(fdac, { draws: 256 }), { of: "council", money: "plain" });
 * rows.map((row) => Math.round(row.toDate)) // => [-281215, -138020, 5176, 148371, 291566]
 */
export function figureByYear<N extends Names>(
  simulation: Simulation<N>,
  options?: FigureOptions<N>,
): readonly FigureByYearRow<N>[];
export function figureByYear(simulation: Simulation, options: FigureOptions = {}): readonly FigureByYearRow[] {
  const { mean, percentilesOf } = checkFigure(simulation, options, []);
  const asked = askedIn(simulation, options);
  if (asked === undefined) return [];
  const { columns, ...what } = asked;
  const { scenario, drawn } = simulation;
  const sum = new Float64Array(drawn.draws);
  return yearsOf(scenario).map((year): FigureByYearRow => {
    const column = columns(year);
    addScaled(sum, 1, column);
    const [range, rangeToDate] = [percentilesOf(column), percentilesOf(sum)];
    return {
      ...{ ...what, year, label: yearLabel(scenario.time, year) },
      ...{ pounds: mean(column), poundsP5: range.p5, poundsP95: range.p95 },
      ...{ toDate: mean(sum), toDateP5: rangeToDate.p5, toDateP95: rangeToDate.p95 },
    };
  });
}

/** Throws if a figure is asked for that there is not. Returns what reads its draws. */
export const checkFigure = (simulation: Simulation, options: object, more: readonly string[]): DrawsReader =>
  readerFor(simulation, options, ["of", "strategy", ...more], {
    own: { figure: wordFrom(figures), money: wordFrom(["present", "plain"]) },
  });

/** What is asked, with the defaults, and what sums the figure in a year or in all: pounds per draw. */
interface AskedFigure {
  readonly strategy: string;
  readonly of: string;
  readonly figure: Figure;
  readonly columns: (year?: number) => Float64Array;
}

/** What options ask for. Undefined without a strategy. */
const askedIn = (
  simulation: Simulation,
  { figure = "net", of = answerLevelOf(simulation), strategy, money = "present" }: FigureOptions,
): AskedFigure | undefined => {
  const { scenario, drawn } = simulation;
  const chosen = strategyAsked(simulation, strategy);
  if (chosen === undefined) return undefined;
  const { index } = chosen;
  const sum = { agencies: agenciesNamed(scenario, of), money };
  const asked = { strategy: chosen.strategy, of, figure };
  if (isMeasure(figure)) {
    const nets = netsOf(scenario, drawn, index, sum);
    return { ...asked, columns: (year) => nets(figure, year) };
  }
  const figureIn = figuresOf(drawn, index, sum);
  return { ...asked, columns: (year) => figureIn(figure, year) };
};

const isMeasure = (figure: Figure): figure is Measure => measures.some((each) => each === figure);
