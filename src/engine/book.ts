import { type Cube, drawsAt, emptyCube } from "../base/cube.js";
import { cycleFactors } from "../base/discounting.js";
import type { Scenario } from "../scenario/scenario.js";
import { withoutName } from "../scenario/strategy.js";

/**
 * What an entry of the accounts is. `pays`: what an agency finally bears of interventions. `avoided`: what it would have cost to do what is no longer asked.
 * `cash`: the part of it that leaves the budget. `cheaper`: what a lower unit cost saves on what is still done.
 */
export type EntryKind = "pays" | ServiceKind;

/** The kinds of entry a service has, in the order they stand. */
export const serviceKinds = ["avoided", "cash", "cheaper"] as const;

/** A kind of entry a service has. */
export type ServiceKind = (typeof serviceKinds)[number];

/** A row of the accounts: whose, of what, and which kind. Its address is a service or a line of an intervention. */
export interface Entry {
  readonly agency: string;
  readonly address: string;
  readonly kind: EntryKind;
}

/**
 * Present value: the cube, times the factor of an entry (outer) in a year (inner). Discounted by the year it is the plain cube with the
 * year's factors; by the cycle, a cube of its own whose factors are 1, since a year's sum no longer knows its cycles.
 */
export interface Present {
  readonly cube: Cube;
  readonly factors: readonly (readonly number[])[];
}

/**
 * The numbers of a run. `money` in pounds by strategy, entry and year, plain and in present value, as differences from business as usual;
 * `activity` in contacts served by strategy (business as usual first), service and year; `underWay` in contacts caused but not yet arrived
 * at the end.
 */
export interface Book {
  readonly draws: number;
  readonly entries: readonly Entry[];
  readonly money: Cube;
  readonly present: Present;
  readonly activity: Cube;
  readonly underWay: Cube;
}

/** Every entry a scenario's accounts may have, in a fixed order. */
export const entriesOf = ({ services, interventions }: Scenario): readonly Entry[] => [
  ...Object.entries(services).flatMap(([name, { costs }]) =>
    costs.flatMap(({ agency }) => serviceKinds.map((kind) => ({ agency, address: `services.${name}`, kind }))),
  ),
  ...Object.values(interventions)
    .flatMap(({ lines }) => lines)
    .flatMap(({ address, kind, amounts }) => {
      const kinds = kind === "pays" ? (["pays"] as const) : (["avoided", "cash"] as const);
      return amounts.flatMap(({ agency }) => kinds.map((entry) => ({ agency, address, kind: entry })));
    }),
];

/** Where an entry stands among the entries of a book. */
export const entryAt = ({ money }: Pick<Book, "money">, agency: string, address: string, kind: EntryKind): number =>
  money.axes[1].labels.indexOf(entryLabel({ agency, address, kind }));

const entryLabel = ({ agency, address, kind }: Entry): string => `${agency} ${address} ${kind}`;

/** An empty book. */
export const emptyBook = (scenario: Scenario, strategies: readonly string[], draws: number): Book => {
  const entries = entriesOf(scenario);
  const strategy = { name: "strategy", labels: strategies };
  const everyStrategy = { name: "strategy", labels: [withoutName, ...strategies] };
  const entry = { name: "entry", labels: entries.map(entryLabel) };
  const year = { name: "year", labels: Array.from({ length: scenario.time.years }, (_, index) => String(index + 1)) };
  const service = { name: "service", labels: Object.keys(scenario.services) };
  const money = emptyCube([strategy, entry, year], draws);
  return {
    draws,
    entries,
    money,
    present: presentOf(scenario, entries, money),
    activity: emptyCube([everyStrategy, service, year], draws),
    underWay: emptyCube([everyStrategy, service], draws),
  };
};

const presentOf = (scenario: Scenario, entries: readonly Entry[], money: Cube): Present => {
  const { discounting } = scenario.money;
  if (discounting.by === "cycle")
    return {
      cube: emptyCube(money.axes, money.draws),
      factors: entries.map(() => Array.from({ length: scenario.time.years }, () => 1)),
    };
  const { flow, once } = cycleFactors(discounting, 1, scenario.time.years);
  const happensOnce = new Set(
    Object.values(scenario.interventions).flatMap(({ lines }) =>
      lines.filter(({ timing }) => "atYears" in timing).map(({ address }) => address),
    ),
  );
  return {
    cube: money,
    factors: entries.map(({ address }) => [...(happensOnce.has(address) ? once : flow)]),
  };
};

/** Writes an entry's year, plain and (where it is kept apart) in present value. */
export const writeMoney = (
  { money, present }: Book,
  place: readonly number[],
  from: number,
  plain: Float64Array,
  discounted: Float64Array,
): void => {
  writeDraws(money, place, from, plain);
  if (present.cube !== money) writeDraws(present.cube, place, from, discounted);
};

/** Writes a column at one place of a cube, from draw `from` on, as far as there are draws. */
export const writeDraws = (cube: Cube, place: readonly number[], from: number, column: Float64Array): void => {
  const draws = drawsAt(cube, ...place);
  draws.set(column.length <= draws.length - from ? column : column.subarray(0, draws.length - from), from);
};
