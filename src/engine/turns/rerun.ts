import { blockSize } from "../../base/random/random.js";
import { fixedInput, type RandomInput, randomInputsOf } from "../../quantity/random-input.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type NumbersByAddress, withRanges } from "../../scenario/settings/moved.js";
import { type Book, type Books, emptyBook } from "../book/book.js";
import { buildCentral } from "../central.js";
import { buildMachine } from "../machine.js";
import { drawBlock, drawsAtOnce, randomInputsIn } from "../values/inputs.js";
import { inTurns } from "./replay.js";

/** Runs with some numbers. Books that are passing are written anew by the next run whose books are. */
export type Rerun = (numbers: NumbersByAddress, isPassing?: boolean) => Books;

/**
 * Builds a scenario to run with other numbers at the addresses of `first`. Each call gets them all, fixed or drawn as
 * in `first`. Machines are built and drawn once; business as usual runs once, unless it reads one of the numbers. A
 * fixed number stays a single one, so that all sums are as in a machine that was built with it, to the last bit.
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
  const moved = [...own.keys()];
  const runCentre = buildCentral(ready, strategies, own, (machine) => inTurns(machine, moved, mostOfCentre));
  const machines = Array.from({ length: Math.ceil(draws / blockSize) }, (_, block) => {
    const machine = buildMachine(ready, strategies, inputs, drawsAtOnce(draws));
    drawBlock(machine.inputs, inputs, seed, block);
    return machine;
  });
  const each = mostNoted / machines.length;
  const runs = machines.map((machine) => inTurns(machine, moved, each));
  let kept: Book | undefined;
  return (numbers, isPassing = false) => {
    const changed = inputsOf(numbers);
    const central = runCentre(changed, isPassing);
    const drawnAnew = [...changed.values()].filter(({ stream }) => streams.has(stream));
    const drawn = (isPassing ? kept : undefined) ?? emptyBook(ready, strategies, draws);
    if (isPassing) kept = drawn;
    drawn.passed.clear();
    for (const [block, { inputs: columns }] of machines.entries()) {
      drawBlock(columns, drawnAnew, seed, block);
      runs[block](drawn, block * blockSize);
    }
    return { central, drawn };
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

/** The same, for the centre. */
const mostOfCentre = 5_000_000;

/** The addresses of numbers that decide which mechanisms and accounts there are: such a number needs a new machine. */
export const shapingNumbers = ({ services }: Scenario): ReadonlySet<string> =>
  new Set(
    Object.values(services).flatMap(({ costs, capacity }) => [
      ...costs.flatMap(({ variable, shareOfRise }) => [variable.address, shareOfRise.address]),
      ...(capacity !== null && "places" in capacity ? [capacity.stay.address] : []),
    ]),
  );
