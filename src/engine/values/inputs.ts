import { type Column, emptyColumns } from "../../base/columns/kernels.js";
import { blockSize } from "../../base/random/random.js";
import type { RandomInput } from "../../quantity/random-input.js";
import { randomInputsOf } from "../../quantity/random-input.js";
import { quantitiesOf, quantitiesReached } from "../../scenario/quantities.js";
import type { Scenario } from "../../scenario/scenario.js";
import { noSharedValues, type SharedValues } from "./shared-values.js";

/**
 * The columns of every random input, by stream: one number per draw of the block. All strategies read the same ones.
 */
export interface Inputs {
  /** The number of draws in a block. */
  readonly width: number;
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly shared: SharedValues;
}

/**
 * The random inputs of a scenario, sorted by stream; or only those that some interventions and business as usual read.
 */
export const randomInputsIn = (scenario: Scenario, interventions?: readonly string[]): readonly RandomInput[] => {
  const quantities = interventions === undefined ? quantitiesOf(scenario) : quantitiesReached(scenario, interventions);
  const byStream = new Map<string, RandomInput>();
  for (const { expression } of quantities.values())
    for (const input of randomInputsOf(expression, scenario.time.years))
      if (!byStream.has(input.stream)) byStream.set(input.stream, input);
  return [...byStream.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
};

/** Empty columns for every random input. */
export const emptyInputs = (randomInputs: readonly RandomInput[], width: number): Inputs => ({
  width,
  columns: new Map(
    randomInputs.map(({ stream, central, isFixed }) => [stream, emptyColumns(central[0].length, isFixed ? 1 : width)]),
  ),
  shared: noSharedValues(),
});

/** The fewest draws that are run at once. A column of one number would be the same in every draw. */
export const leastAtOnce = 2;

/** The number of draws that are run at once: a block, or fewer if fewer are asked for. */
export const drawsAtOnce = (draws: number): number => Math.max(leastAtOnce, Math.min(blockSize, draws));

/** Fills the columns with one block of draws (blocks from 0), or with its first draws if the columns are shorter. */
export const drawBlock = (
  { width, columns }: Inputs,
  randomInputs: readonly RandomInput[],
  seed: string,
  block: number,
): void => {
  for (const input of randomInputs) {
    const own = columns.get(input.stream) ?? [];
    const whole = width === blockSize || input.isFixed ? own : emptyColumns(own.length, blockSize);
    input.draw(whole, seed, block);
    if (whole !== own) for (const [place, column] of own.entries()) column.set(whole[place].subarray(0, width));
  }
};

/** All draws of a random input, as a run of some draws has them: one column per number. */
export const drawnColumns = (input: RandomInput, seed: string, draws: number): readonly Column[] => {
  const blocks = Math.ceil(draws / blockSize);
  const whole = emptyColumns(input.central[0].length, blocks * blockSize);
  for (let block = 0; block < blocks; block++)
    input.draw(
      whole.map((column) => column.subarray(block * blockSize, (block + 1) * blockSize)),
      seed,
      block,
    );
  return whole.map((column) => column.subarray(0, draws));
};

/**
 * The number of draws of the central run: 1 without traces. With traces it is the least common multiple of their
 * counts, at most 4,096, so that each trace of a set meets each trace of the others equally often.
 */
export const centralWidth = (randomInputs: readonly RandomInput[]): number =>
  Math.min(
    mostCentral,
    randomInputs.reduce((width, { central }) => leastCommonMultiple(width, central.length), 1),
  );

const mostCentral = 4096;

const leastCommonMultiple = (a: number, b: number): number => {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
};

/**
 * Fills `width` draws, from draw `from` on, with the central run: every random input at its central value, traces in
 * turn.
 */
export const fillCentral = (
  { columns }: Inputs,
  randomInputs: readonly RandomInput[],
  width: number,
  from = 0,
): void => {
  for (const { stream, central } of randomInputs) fillSettings(columns.get(stream) ?? [], central, width, from);
};

/** Writes settings of a random input by turns, one number per column, into `width` draws from draw `from` on. */
export const fillSettings = (
  columns: readonly Column[],
  settings: readonly (readonly number[])[],
  width: number,
  from: number,
): void => {
  for (const [part, column] of columns.entries())
    for (let draw = 0; draw < width && from + draw < column.length; draw++)
      column[from + draw] = settings[draw % settings.length][part];
};
