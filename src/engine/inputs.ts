import { type Column, emptyColumns } from "../base/kernels.js";
import type { RandomInput } from "../quantity/random-input.js";
import { randomInputsOf } from "../quantity/random-input.js";
import { quantitiesOf, quantitiesReached } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";

/** What is drawn for a run: for each stream its columns, one number a draw. Every strategy reads the same ones. */
export interface Inputs {
  readonly width: number;
  readonly columns: ReadonlyMap<string, readonly Column[]>;
}

/** Everything a scenario draws, once each, sorted by stream; or only what some interventions and business as usual can read. */
export const chancesIn = (scenario: Scenario, of?: readonly string[]): readonly RandomInput[] => {
  const quantities = of === undefined ? quantitiesOf(scenario) : quantitiesReached(scenario, of);
  const chances = [...quantities.values()].flatMap(({ expression }) => randomInputsOf(expression, scenario.time.years));
  const byStream = new Map(chances.toReversed().map((chance) => [chance.stream, chance]));
  return [...byStream.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
};

/** Empty columns for every chance. */
export const emptyInputs = (chances: readonly RandomInput[], width: number): Inputs => ({
  width,
  columns: new Map(chances.map(({ stream, central }) => [stream, emptyColumns(central[0].length, width)])),
});

/** Fills the columns with one block of draws. */
export const drawBlock = ({ columns }: Inputs, chances: readonly RandomInput[], seed: string, block: number): void => {
  for (const chance of chances) chance.draw(columns.get(chance.stream) ?? [], seed, block);
};

/**
 * How many columns the central run takes: so many that each trace of every set stands equally often beside those of the others (their least
 * common multiple), but no more than 4,096; one where there are no traces.
 */
export const centralWidth = (chances: readonly RandomInput[]): number =>
  Math.min(
    mostCentral,
    chances.reduce((width, { central }) => leastCommonMultiple(width, central.length), 1),
  );

const mostCentral = 4096;

const leastCommonMultiple = (a: number, b: number): number => {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
};

/** Fills so many columns (see `centralWidth`), `from` one on, with the central run: every chance at its central value, every trace in turn. */
export const fillCentral = ({ columns }: Inputs, chances: readonly RandomInput[], width: number, from = 0): void => {
  for (let place = 0; place < width; place++)
    for (const { stream, central } of chances)
      fillSetting(columns.get(stream), central[place % central.length], from + place);
};

/** Puts one setting of a chance, a number for each of its columns, at one place. */
export const fillSetting = (
  columns: readonly Column[] | undefined,
  setting: readonly number[],
  place: number,
): void => {
  columns?.forEach((column, index) => {
    column[place] = setting[index];
  });
};
