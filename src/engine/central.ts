import { type Cube, drawsAt, rowIn } from "../base/columns/cube.js";
import { kept } from "../base/kept.js";
import { largestOf } from "../base/mathematics/largest.js";
import { mean, meanBetween } from "../base/mathematics/statistics.js";
import type { RandomInput } from "../quantity/random-input.js";
import type { Scenario } from "../scenario/scenario.js";
import { addValueAt, isWritten } from "./book/accounts.js";
import { type Book, emptyBook } from "./book/book.js";
import { pricedSeparately } from "./book/pricing.js";
import { servicesWithQueue } from "./book/queue-figures.js";
import { businessAsUsual, type StrategyIndex, withUsualFirst } from "./book/strategy-index.js";
import { addUsualSpending } from "./book/usual-spending.js";
import { sidesOf } from "./book/yearly-cube.js";
import { buildMachine, type Machine } from "./machine.js";
import { centralWidth, fillCentral, leastAtOnce, randomInputsIn } from "./values/inputs.js";
import { addPassed } from "./values/passed-bounds.js";
import { passedIn } from "./write-plan.js";

/**
 * The central run, as a book of one draw: every range at its central value, splits equal, and the mean over all traces.
 * What other strategies read changes no bit of a strategy.
 */
export const runCentral = (scenario: Scenario, strategies: readonly string[]): Book => {
  const inputs = inputsRead(scenario, strategies);
  const width = largestOf(settingsOf(scenario, strategies), leastAtOnce);
  return runOn(buildMachine(scenario, strategies, inputs, width), scenario, strategies, inputs);
};

/**
 * The same on a machine that was built for draws of some random inputs. With traces and with queues it builds one of
 * few draws, since a block takes longer than that.
 */
export const runCentralOn = (
  machine: Machine,
  scenario: Scenario,
  strategies: readonly string[],
  randomInputs: readonly RandomInput[],
): Book =>
  hasTraces(scenario) || servicesWithQueue(scenario).length > 0
    ? runCentral(scenario, strategies)
    : runOn(machine, scenario, strategies, randomInputs);

const runOn = (
  machine: Machine,
  scenario: Scenario,
  strategies: readonly string[],
  randomInputs: readonly RandomInput[],
): Book => {
  const settings = settingsOf(scenario, strategies);
  const book = emptyBook(scenario, strategies, largestOf(settings));
  fillCentral(machine.inputs, randomInputs, machine.inputs.width);
  machine.run(book, 0);
  const central = emptyCentral(scenario, strategies);
  writeCentral(central, { book, machine, settings, inBook: 0, inBlock: 0 });
  return central;
};

/** A central book of zeros. */
export const emptyCentral = (scenario: Scenario, strategies: readonly string[]): Book =>
  emptyBook(scenario, strategies, 1, pricedSeparately(scenario));

/**
 * How many settings of the centre business as usual and each strategy read: 1 without traces. All of them run the most
 * that one reads, of which the first are those of the others.
 */
export const settingsOf = (scenario: Scenario, strategies: readonly string[]): readonly number[] =>
  [[], ...strategies.map((name) => [name])].map((names) =>
    hasTraces(scenario) ? centralWidth(inputsRead(scenario, names)) : 1,
  );

const hasTraces = kept((scenario: Scenario): boolean => centralWidth(randomInputsIn(scenario)) > 1);

const inputsRead = (scenario: Scenario, strategies: readonly string[]): readonly RandomInput[] =>
  randomInputsIn(
    scenario,
    strategies.flatMap((name) => scenario.strategies[name].of),
  );

/** Settings of the centre that were run as draws. */
interface RanCentre {
  /** How many of them business as usual and each strategy read. */
  readonly settings: readonly number[];
  readonly book: Book;
  readonly machine: Machine;
  /** Where the first of them is: in the book, and in the last block of the machine. */
  readonly inBook: number;
  readonly inBlock: number;
}

/** Writes the means of business as usual and of each strategy into a book of one draw. */
export const writeCentral = (central: Book, { settings, book, machine, inBook, inBlock }: RanCentre): void => {
  central.passed.clear();
  for (const [arm, plan] of machine.plans.entries()) {
    const draws = settings[arm];
    writeMeans({ book, strategy: arm - 1, from: inBook, draws }, central);
    for (const past of passedIn(plan, machine.plans[0], inBlock, inBlock + draws))
      addPassed(central.passed, arm, { ...past, draws: past.draws / draws });
  }
};

/** Business as usual or a strategy of a book, and some of its draws. */
interface Arm {
  readonly book: Book;
  readonly strategy: StrategyIndex;
  readonly from: number;
  readonly draws: number;
}

/** Writes the means of an arm into a book of one draw whose entries are priced separately. */
const writeMeans = (arm: Arm, means: Book): void => {
  const { book, strategy } = arm;
  const at = withUsualFirst(strategy);
  for (const { side, cube } of sidesOf(book.activity)) writeMeansOf(arm, cube, means.activity[side], at);
  for (const cube of ["underWay", "people", "budgets", "queues"] as const)
    writeMeansOf(arm, book[cube], means[cube], at);
  if (strategy === businessAsUsual) writeMeanSpending(arm, means);
  else {
    writeMeansOf(arm, book.enrolled, means.enrolled, strategy);
    writeMeanValues(arm, means);
  }
};

/** Writes the means over the draws of an arm, which is at a place on the first axis of a cube. */
const writeMeansOf = ({ from, draws }: Arm, cube: Cube, means: Cube, at: number): void => {
  for (const item of means.axes[1].labels.keys()) {
    const [row, into] = [rowIn(cube, at, item), rowIn(means, at, item)];
    for (let place = 0, first = from; first < row.length; place++, first += cube.draws)
      into[place] = meanBetween(row, first, first + draws);
  }
};

/** Writes the mean value of every entry. Priced separately, an entry and its volume have one index. */
const writeMeanValues = ({ book, strategy, from, draws }: Arm, means: Book): void => {
  const { volumes, written } = means.accounts;
  const value = new Float64Array(draws);
  for (const { side, cube } of sidesOf(volumes))
    for (const entry of book.accounts.prices.keys())
      if (isWritten(book.accounts, entry)) {
        written.add(entry);
        for (const year of cube.axes[2].labels.keys()) {
          value.fill(0);
          addValueAt(value, book, { entry, strategy, year }, side, { from });
          drawsAt(cube, strategy, entry, year)[0] = mean(value);
        }
      }
};

/** Writes the mean spending of business as usual, all of it as pounds of idle capacity. */
const writeMeanSpending = ({ book, from, draws }: Arm, { usualSpending: { idle } }: Book): void => {
  const spent = new Float64Array(draws);
  for (const { side, cube } of sidesOf(idle))
    for (const [place, agency] of cube.axes[0].labels.entries())
      for (const year of cube.axes[1].labels.keys()) {
        spent.fill(0);
        addUsualSpending(spent, book, { agency, year }, side, from);
        drawsAt(cube, place, year)[0] = mean(spent);
      }
};
