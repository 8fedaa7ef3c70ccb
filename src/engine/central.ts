import { type Cube, drawsAt, rowIn } from "../base/columns/cube.js";
import { kept } from "../base/kept.js";
import { mean } from "../base/mathematics/statistics.js";
import type { RandomInput } from "../quantity/random-input.js";
import type { Scenario } from "../scenario/scenario.js";
import { addValueAt, isWritten } from "./book/accounts.js";
import { type Book, emptyBook } from "./book/book.js";
import { pricedSeparately } from "./book/pricing.js";
import { servicesWithQueue } from "./book/queue-figures.js";
import { businessAsUsual, type StrategyIndex, withUsualFirst } from "./book/strategy-index.js";
import { addUsualSpending } from "./book/usual-spending.js";
import { sidesOf } from "./book/yearly-cube.js";
import { buildMachine, type Machine, type MachineRun } from "./machine.js";
import { centralWidth, fillCentral, leastAtOnce, randomInputsIn } from "./values/inputs.js";
import { addPassed } from "./values/passed-bounds.js";

/**
 * The central run, as a book of one draw: every range at its central value, splits equal, and the mean over all traces.
 * Each strategy is run with the traces that it can read, so what other strategies read changes no bit of it.
 */
export const runCentral = (scenario: Scenario, strategies: readonly string[]): Book =>
  buildCentral(scenario, strategies)();

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
    : centreOf(scenario, strategies, [armsOn(machine, scenario, strategies, randomInputs)])();

/**
 * Builds the central run of a scenario, to run it again with other settings of some random inputs. `own` take the place
 * of those of the scenario; `runOf` says how a machine is run, which may be in turns.
 */
export const buildCentral = (
  scenario: Scenario,
  strategies: readonly string[],
  own?: InputsByStream,
  runOf: (machine: Machine) => MachineRun = ({ run }) => run,
): RunCentre => {
  const widths = strategies.map((name) => settingsOf(scenario, [name]));
  const groups = [...new Set(widths)].map((width) => strategies.filter((_, place) => widths[place] === width));
  return centreOf(
    scenario,
    strategies,
    (groups.length > 0 ? groups : [[]]).map((names) => {
      const inputs = inputsRead(scenario, names, own);
      const machine = buildMachine(scenario, names, inputs, Math.max(leastAtOnce, centralWidth(inputs)));
      return armsOn(machine, scenario, names, inputs, runOf(machine));
    }),
  );
};

/**
 * Runs the centre. `changed` are inputs, by stream, that take the place of those of the scenario. A book that is
 * passing is written anew by the next run whose book is.
 */
type RunCentre = (changed?: InputsByStream, isPassing?: boolean) => Book;

type InputsByStream = ReadonlyMap<string, RandomInput>;

/** How many settings of the centre some strategies read: 1 without traces. */
const settingsOf = (scenario: Scenario, strategies: readonly string[]): number =>
  hasTraces(scenario) ? centralWidth(inputsRead(scenario, strategies)) : 1;

const hasTraces = kept((scenario: Scenario): boolean => centralWidth(randomInputsIn(scenario)) > 1);

const inputsRead = (scenario: Scenario, strategies: readonly string[], own?: InputsByStream): readonly RandomInput[] =>
  randomInputsIn(
    scenario,
    strategies.flatMap((name) => scenario.strategies[name].of),
  ).map((input) => own?.get(input.stream) ?? input);

/** Strategies that read equally many settings of the centre, and what runs them and business as usual. */
interface Arms {
  readonly strategies: readonly string[];
  readonly run: RunCentre;
}

/** The arms on a machine that reads some inputs. Its draws are the settings of the centre, by turns. */
const armsOn = (
  machine: Machine,
  scenario: Scenario,
  strategies: readonly string[],
  randomInputs: readonly RandomInput[],
  runMachine: MachineRun = machine.run,
): Arms => {
  let kept: Book | undefined;
  const run: RunCentre = (changed, isPassing = false) => {
    const inputs = randomInputs.map((input) => changed?.get(input.stream) ?? input);
    const book = (isPassing ? kept : undefined) ?? emptyBook(scenario, strategies, centralWidth(randomInputs));
    if (isPassing) kept = book;
    book.passed.clear();
    fillCentral(machine.inputs, inputs, machine.inputs.width);
    runMachine(book, 0);
    return book;
  };
  return { strategies, run };
};

/** The centre of some arms: a book of one draw, the mean of each arm over its settings. */
const centreOf = (scenario: Scenario, strategies: readonly string[], arms: readonly Arms[]): RunCentre => {
  const ofUsual = settingsOf(scenario, []);
  const empty = () => emptyBook(scenario, strategies, 1, pricedSeparately(scenario));
  let kept: Book | undefined;
  return (changed, isPassing = false) => {
    const means = (isPassing ? kept : undefined) ?? empty();
    if (isPassing) kept = means;
    means.passed.clear();
    for (const [group, { strategies: names, run }] of arms.entries()) {
      const book = run(changed, isPassing);
      // The first settings are all those that business as usual reads, in the order in which it reads them alone.
      if (group === 0) writeMeans({ book, strategy: businessAsUsual, draws: ofUsual }, means, businessAsUsual);
      for (const [strategy, name] of names.entries())
        writeMeans({ book, strategy, draws: book.draws }, means, strategies.indexOf(name));
    }
    return means;
  };
};

/** Business as usual or a strategy of a book, and how many draws of it count. */
interface Arm {
  readonly book: Book;
  readonly strategy: StrategyIndex;
  readonly draws: number;
}

/** Writes the means of an arm into a book of one draw whose entries are priced separately. */
const writeMeans = (arm: Arm, means: Book, into: StrategyIndex): void => {
  const { book, strategy, draws } = arm;
  const [at, to] = [withUsualFirst(strategy), withUsualFirst(into)];
  for (const { side, cube } of sidesOf(book.activity)) writeMeansOf(cube, at, means.activity[side], to, draws);
  for (const cube of ["underWay", "people", "budgets", "queues"] as const)
    writeMeansOf(book[cube], at, means[cube], to, draws);
  for (const [address, { bound, draws: passed }] of book.passed)
    if (passed[at] > 0) addPassed(means.passed, to, { address, bound, draws: passed[at] / book.draws });
  if (strategy === businessAsUsual) writeMeanSpending(arm, means);
  else {
    writeMeansOf(book.enrolled, strategy, means.enrolled, into, draws);
    writeMeanValues(arm, means, into);
  }
};

/** Writes the means over the first draws of one slice along the first axis of a cube. */
const writeMeansOf = (from: Cube, at: number, means: Cube, to: number, draws: number): void => {
  for (const item of means.axes[1].labels.keys()) {
    const [row, into] = [rowIn(from, at, item), rowIn(means, to, item)];
    for (let first = 0; first < row.length; first += from.draws)
      into[first / from.draws] = mean(row.subarray(first, first + draws));
  }
};

/** Writes the mean value of every entry. Priced separately, an entry and its volume have one index. */
const writeMeanValues = ({ book, strategy, draws }: Arm, means: Book, into: StrategyIndex): void => {
  const { volumes, written } = means.accounts;
  const value = new Float64Array(draws);
  for (const { side, cube } of sidesOf(volumes))
    for (const entry of book.accounts.prices.keys())
      if (isWritten(book.accounts, entry)) {
        written.add(entry);
        for (const year of cube.axes[2].labels.keys()) {
          value.fill(0);
          addValueAt(value, book, { entry, strategy, year }, side);
          drawsAt(cube, into, entry, year)[0] = mean(value);
        }
      }
};

/** Writes the mean spending of business as usual, all of it as pounds of idle capacity. */
const writeMeanSpending = ({ book, draws }: Arm, { usualSpending: { idle } }: Book): void => {
  const spent = new Float64Array(draws);
  for (const { side, cube } of sidesOf(idle))
    for (const [place, agency] of cube.axes[0].labels.entries())
      for (const year of cube.axes[1].labels.keys()) {
        spent.fill(0);
        addUsualSpending(spent, book, { agency, year }, side);
        drawsAt(cube, place, year)[0] = mean(spent);
      }
};
