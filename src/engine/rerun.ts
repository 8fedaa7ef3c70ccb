import { blockSize } from "../base/random.js";
import { fixedInput, type RandomInput, randomInputsOf } from "../quantity/random-input.js";
import { type NumbersByAddress, withRanges } from "../scenario/moved.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Books, emptyBook } from "./book.js";
import { addDraws, drawsOf } from "./book-draws.js";
import { buildCentral } from "./central.js";
import { drawBlock, drawsAtOnce, randomInputsIn } from "./inputs.js";
import { buildMachine } from "./machine.js";

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
): ((numbers: NumbersByAddress) => Books) => {
  const ready = withRanges(scenario, new Set(first.keys()));
  const own = inputsOf(first);
  const inputs = randomInputsIn(ready).map((input) => own.get(input.stream) ?? input);
  const runCentre = buildCentral(ready, strategies, own);
  const machines = Array.from({ length: Math.ceil(draws / blockSize) }, (_, block) => {
    const machine = buildMachine(ready, strategies, inputs, drawsAtOnce(draws));
    drawBlock(machine.inputs, inputs, seed, block);
    return machine;
  });
  const isUsualMoved = randomInputsIn(ready, []).some(({ stream }) => first.has(stream));
  const usual = emptyBook(ready, strategies, draws);
  if (!isUsualMoved) for (const [block, { runUsual }] of machines.entries()) runUsual(usual, block * blockSize);
  return (numbers) => {
    const changed = inputsOf(numbers);
    const central = runCentre(changed);
    const drawn = emptyBook(ready, strategies, draws);
    if (!isUsualMoved) addDraws(drawn, drawsOf(usual), 0);
    for (const [block, machine] of machines.entries()) {
      drawBlock(machine.inputs, [...changed.values()], seed, block);
      machine[isUsualMoved ? "run" : "runStrategies"](drawn, block * blockSize);
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

/** The addresses of numbers that decide which mechanisms and accounts there are: such a number needs a new machine. */
export const shapingNumbers = ({ services }: Scenario): ReadonlySet<string> =>
  new Set(
    Object.values(services).flatMap(({ costs, capacity }) => [
      ...costs.flatMap(({ variable, shareOfRise }) => [variable.address, shareOfRise.address]),
      ...(capacity !== null && "places" in capacity ? [capacity.stay.address] : []),
    ]),
  );
