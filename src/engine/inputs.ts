import type { Column } from "../base/kernels.js";
import { type Chance, chancesOf } from "../quantity/chance.js";
import { quantitiesOf } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";

/** What is drawn for a run: for each stream its columns, one number a draw. Every strategy reads the same ones. */
export interface Inputs {
  readonly width: number;
  readonly columns: ReadonlyMap<string, readonly Column[]>;
}

/** Everything a scenario draws, once each, sorted by stream. */
export const chancesIn = (scenario: Scenario): readonly Chance[] => {
  const chances = [...quantitiesOf(scenario).values()].flatMap(({ expression }) =>
    chancesOf(expression, scenario.time.years),
  );
  const byStream = new Map(chances.toReversed().map((chance) => [chance.stream, chance]));
  return [...byStream.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
};

/** Empty columns for every chance. */
export const emptyInputs = (chances: readonly Chance[], width: number): Inputs => ({
  width,
  columns: new Map(chances.map(({ stream, central }) => [stream, central[0].map(() => new Float64Array(width))])),
});

/** Fills the columns with one block of draws. */
export const drawBlock = ({ columns }: Inputs, chances: readonly Chance[], seed: string, block: number): void => {
  for (const chance of chances) {
    const drawn = chance.draw(seed, block);
    for (const [index, column] of (columns.get(chance.stream) ?? []).entries()) column.set(drawn[index]);
  }
};

/** How many columns the central run takes: one for each trace of the first set of traces, else one. */
export const centralWidth = (chances: readonly Chance[]): number =>
  chances.find(({ central }) => central.length > 1)?.central.length ?? 1;

/** Fills the columns `from` to `from + centralWidth` with the central run: every chance at its central value, every trace in turn. */
export const fillCentral = ({ columns }: Inputs, chances: readonly Chance[], from = 0): void => {
  for (let place = 0; place < centralWidth(chances); place++)
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
