import { largestOf } from "../../base/mathematics/largest.js";
import { blockSize } from "../../base/random/random.js";
import { fixedInput, type RandomInput, randomInputsOf } from "../../quantity/random-input.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type NumbersByAddress, withRanges } from "../../scenario/settings/moved.js";
import { blocksOf } from "../blocks.js";
import { type Books, emptyBook } from "../book/book.js";
import { addDraws, drawsOf } from "../book/book-draws.js";
import { emptyCentral, settingsOf, writeCentral } from "../central.js";
import { buildMachine, notePassed } from "../machine.js";
import { drawBlock, fillCentral, randomInputsIn } from "../values/inputs.js";
import { inTurns } from "./replay.js";

/** Runs with some numbers. Books that are passing are only read for money, and written anew by the next run. */
export type Rerun = (numbers: NumbersByAddress, isPassing?: boolean) => Books;

/**
 * Builds a scenario to run with other numbers at the addresses of `first`. Each call gets them all, fixed or drawn as
 * in `first`. Machines are built and drawn once; business as usual runs once, unless it reads one of the numbers. A
 * fixed number stays a single one, so that all sums are as in a machine that was built with it, to the last bit. The
 * settings of the centre are run as draws after the last.
 */
export const buildReruns = (
  scenario: Scenario,
  first: NumbersByAddress,
  {
    strategies,
    draws,
    seed,
  }: { readonly strategies: readonly string[]; readonly draws: number; readonly seed: string },
): Rerun => {
  const ready = withRanges(scenario, new Set(first.keys()));
  const own = inputsOf(first);
  const interventions = strategies.flatMap((name) => scenario.strategies[name].of);
  const inputs = randomInputsIn(ready, interventions).map((input) => own.get(input.stream) ?? input);
  const streams = new Set(inputs.map(({ stream }) => stream));
  const settings = settingsOf(ready, strategies);
  const ofCentre = largestOf(settings);
  const last = blocksOf(draws) - 1;
  const inBlock = draws - last * blockSize;
  const widths = [...Array.from({ length: last }, () => blockSize), inBlock + ofCentre];
  const machines = widths.map((width) => buildMachine(ready, strategies, inputs, width));
  const fill = (some: readonly RandomInput[]): void => {
    for (const [block, machine] of machines.entries()) drawBlock(machine.inputs, some, seed, block);
    fillCentral(machines[last].inputs, some, ofCentre, inBlock);
  };
  fill(inputs);
  const runs = machines.map((machine) => inTurns(machine, [...own.keys()], mostNoted / machines.length));
  const whole = emptyBook(ready, strategies, draws + ofCentre);
  const passing = { central: emptyCentral(ready, strategies), drawn: { ...whole, draws } };
  const centre = { settings, book: whole, machine: machines[last], inBook: draws, inBlock };
  return (numbers, isPassing = false) => {
    fill([...inputsOf(numbers).values()].filter(({ stream }) => streams.has(stream)));
    whole.passed.clear();
    for (const [block, run] of runs.entries()) {
      run(whole, block * blockSize);
      notePassed(machines[block], passing.drawn, block * blockSize);
    }
    const books = isPassing
      ? passing
      : { central: emptyCentral(ready, strategies), drawn: emptyBook(ready, strategies, draws) };
    writeCentral(books.central, centre);
    if (!isPassing) addDraws(books.drawn, drawsOf(whole), 0);
    return books;
  };
};

const inputsOf = (numbers: NumbersByAddress): ReadonlyMap<string, RandomInput> =>
  new Map(
    [...numbers]
      .flatMap(([address, number]) =>
        typeof number === "number" ? [fixedInput(address, number)] : randomInputsOf(number, 1),
      )
      .map((input) => [input.stream, input]),
  );

/** The most numbers of cycles that are kept for the next runs: a sixth of a gigabyte. */
const mostNoted = 20_000_000;

/** The addresses of numbers that decide which mechanisms and accounts there are: such a number needs a new machine. */
export const shapingNumbers = ({ services }: Scenario): ReadonlySet<string> =>
  new Set(
    Object.values(services).flatMap(({ costs, capacity }) => [
      ...costs.flatMap(({ variable, shareOfRise }) => [variable.address, shareOfRise.address]),
      ...(capacity !== null && "places" in capacity ? [capacity.stay.address] : []),
    ]),
  );
