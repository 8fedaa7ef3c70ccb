import { type Cube, drawsAt } from "../base/cube.js";
import { kept } from "../base/kept.js";
import { mean } from "../base/statistics.js";
import type { RandomInput } from "../quantity/random-input.js";
import type { Scenario } from "../scenario/scenario.js";
import { addValueAt, isWritten } from "./accounts.js";
import { type Book, emptyBook } from "./book.js";
import { centralWidth, fillCentral, leastAtOnce, randomInputsIn } from "./inputs.js";
import { buildMachine, type Machine } from "./machine.js";
import { addPassed, type PassedBounds } from "./passed-bounds.js";
import { pricedSeparately } from "./pricing.js";
import { servicesWithQueue } from "./queue-figures.js";
import { businessAsUsual, withUsualFirst } from "./strategy-index.js";
import { addUsualSpending } from "./usual-spending.js";
import { sidesOf, type YearlyCube } from "./yearly-cube.js";

/**
 * The central run, as a book of one draw: every range at its central value, splits equal, and the mean over all traces.
 * Each strategy is run with the traces that it can read, so what other strategies read changes no bit of it. Without
 * traces all strategies run at once.
 */
export const runCentral = (scenario: Scenario, strategies: readonly string[]): Book =>
  buildCentral(scenario, strategies)();

/**
 * The same on a machine that was built for draws. With traces it builds others, since each strategy has its own. With
 * queues it builds one of few draws, since a block of queues takes longer than that.
 */
export const runCentralOn = (machine: Machine, scenario: Scenario, strategies: readonly string[]): Book =>
  hasTraces(scenario) || servicesWithQueue(scenario).length > 0
    ? runCentral(scenario, strategies)
    : centreOn(machine, scenario, strategies)();

/**
 * Builds the central run of a scenario, to run it again with other settings of some random inputs. `own` take the place
 * of those of the scenario.
 */
export const buildCentral = (scenario: Scenario, strategies: readonly string[], own?: InputsByStream): RunCentre => {
  if (!hasTraces(scenario)) return buildCentre(scenario, strategies, own);
  const runUsual = buildCentre(scenario, [], own);
  const runs = strategies.map((strategy) => buildCentre(scenario, [strategy], own));
  const passing = emptyBook(scenario, strategies, 1, pricedSeparately(scenario));
  return (changed, isPassing) => {
    const book = isPassing ? passing : emptyBook(scenario, strategies, 1, pricedSeparately(scenario));
    book.passed.clear();
    const usual = runUsual(changed, isPassing);
    const { plain, present } = book.usualSpending.idle;
    plain.data.set(usual.usualSpending.idle.plain.data);
    present.data.set(usual.usualSpending.idle.present.data);
    const usualPlace = withUsualFirst(businessAsUsual);
    copyArm(usual, usualPlace, book, usualPlace);
    for (const [index, run] of runs.entries()) {
      const own = run(changed, isPassing);
      for (const volume of own.accounts.written) book.accounts.written.add(volume);
      copySlice(own.accounts.volumes.plain, 0, book.accounts.volumes.plain, index);
      copySlice(own.accounts.volumes.present, 0, book.accounts.volumes.present, index);
      copySlice(own.enrolled, 0, book.enrolled, index);
      copyArm(own, withUsualFirst(0), book, withUsualFirst(index));
    }
    return book;
  };
};

/**
 * Runs the centre. `changed` are inputs, by stream, that take the place of those of the scenario. A book that is
 * passing is written anew by the next run whose book is.
 */
type RunCentre = (changed?: InputsByStream, isPassing?: boolean) => Book;

type InputsByStream = ReadonlyMap<string, RandomInput>;

/** Copies business as usual or a strategy, in all cubes that have business as usual on their first axis. */
const copyArm = (from: Book, at: number, into: Book, place: number): void => {
  copySlice(from.activity.plain, at, into.activity.plain, place);
  copySlice(from.activity.present, at, into.activity.present, place);
  copySlice(from.underWay, at, into.underWay, place);
  copySlice(from.people, at, into.people, place);
  copySlice(from.queues, at, into.queues, place);
  copySlice(from.budgets, at, into.budgets, place);
  for (const [address, { bound, draws }] of from.passed)
    if (draws[at] > 0) addPassed(into.passed, place, { address, bound, draws: draws[at] });
};

/** Copies one slice along the first axis into another cube. */
const copySlice = (from: Cube, at: number, into: Cube, place: number): void => {
  const size = from.data.length / from.axes[0].labels.length;
  into.data.set(from.data.subarray(at * size, (at + 1) * size), place * size);
};

/** The most numbers of cycles that are kept for the next runs. */
const mostNoted = 5_000_000;

const hasTraces = kept((scenario: Scenario): boolean => centralWidth(randomInputsIn(scenario)) > 1);

const buildCentre = (scenario: Scenario, strategies: readonly string[], own?: InputsByStream): RunCentre => {
  const inputs = inputsRead(scenario, strategies, own);
  const machine = buildMachine(scenario, strategies, inputs, Math.max(leastAtOnce, centralWidth(inputs)));
  return centreOn(machine, scenario, strategies, own);
};

const inputsRead = (scenario: Scenario, strategies: readonly string[], own?: InputsByStream): readonly RandomInput[] =>
  randomInputsIn(
    scenario,
    strategies.flatMap((name) => scenario.strategies[name].of),
  ).map((input) => own?.get(input.stream) ?? input);

/** The centre on a machine that reads these inputs. Its draws are the settings of the centre, by turns. */
const centreOn = (
  machine: Machine,
  scenario: Scenario,
  strategies: readonly string[],
  own?: InputsByStream,
): RunCentre => {
  const randomInputs = inputsRead(scenario, strategies, own);
  const run = own ? machine.inTurns([...own.keys()], mostNoted) : machine.run;
  const empty = () => ({
    book: emptyBook(scenario, strategies, centralWidth(randomInputs)),
    means: emptyBook(scenario, strategies, 1, pricedSeparately(scenario)),
  });
  let kept: ReturnType<typeof empty> | undefined;
  return (changed, isPassing = false) => {
    const inputs = randomInputs.map((input) => changed?.get(input.stream) ?? input);
    const { book, means } = (isPassing ? kept : undefined) ?? empty();
    if (isPassing) kept = { book, means };
    book.passed.clear();
    fillCentral(machine.inputs, inputs, machine.inputs.width);
    run(book, 0);
    return meanBook(book, means);
  };
};

/** A book of one draw: the mean of another's draws. `empty` is a book of zeros whose entries are priced separately. */
const meanBook = (book: Book, empty: Book): Book => {
  writeMeanValues(book, empty);
  writeMeanSpending(book, empty);
  return {
    ...empty,
    activity: meanOfYears(book.activity),
    underWay: meanOf(book.underWay),
    people: meanOf(book.people),
    enrolled: meanOf(book.enrolled),
    budgets: meanOf(book.budgets),
    queues: meanOf(book.queues),
    passed: meanOfPassed(book),
  };
};

const meanOfPassed = ({ passed, draws: width }: Book): PassedBounds =>
  new Map([...passed].map(([address, { bound, draws }]) => [address, { bound, draws: draws.map((n) => n / width) }]));

const meanOf = (cube: Cube): Cube => ({
  ...cube,
  draws: 1,
  data: Float64Array.from({ length: cube.data.length / cube.draws }, (_, place) =>
    mean(cube.data.subarray(place * cube.draws, (place + 1) * cube.draws)),
  ),
});

const meanOfYears = (cube: YearlyCube): YearlyCube => {
  const plain = meanOf(cube.plain);
  return { ...cube, plain, present: cube.isStoredSeparately ? meanOf(cube.present) : plain };
};

/** Writes the mean value of every entry. Priced separately, an entry and its volume have one index. */
const writeMeanValues = (book: Book, { accounts: { volumes, written } }: Book): void => {
  const { draws, accounts } = book;
  for (const { side, cube } of sidesOf(volumes))
    for (const strategy of cube.axes[0].labels.keys())
      for (const entry of accounts.prices.keys())
        if (isWritten(accounts, entry)) {
          written.add(entry);
          for (const year of cube.axes[2].labels.keys()) {
            const value = new Float64Array(draws);
            addValueAt(value, book, { entry, strategy, year }, side);
            drawsAt(cube, strategy, entry, year)[0] = mean(value);
          }
        }
};

/** Writes the mean spending of business as usual, all of it as pounds of idle capacity. */
const writeMeanSpending = (book: Book, { usualSpending: { idle } }: Book): void => {
  for (const { side, cube } of sidesOf(idle))
    for (const [place, agency] of cube.axes[0].labels.entries())
      for (const year of cube.axes[1].labels.keys()) {
        const spent = new Float64Array(book.draws);
        addUsualSpending(spent, book, { agency, year }, side);
        drawsAt(cube, place, year)[0] = mean(spent);
      }
};
