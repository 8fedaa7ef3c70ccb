import { type Cube, drawsAt, emptyCube } from "../base/cube.js";
import type { Scenario } from "../scenario/scenario.js";

/**
 * What an entry of the accounts is. `pays`: what an agency finally bears of interventions. `avoided`: what it would have cost to do what is no longer asked.
 * `cash`: the part of it that leaves the budget. `cheaper`: what a lower unit cost saves on what is still done.
 */
export type EntryKind = "pays" | "avoided" | "cash" | "cheaper";

/** A row of the accounts: whose, of what, and which kind. Its address is a service or a line of an intervention. */
export interface Entry {
  readonly agency: string;
  readonly address: string;
  readonly kind: EntryKind;
}

/** The name of business as usual among the strategies of a book. */
export const withoutName = "without";

/**
 * The numbers of a run. `money` in pounds by strategy, entry and year, and `present` the same in present value, both as differences from
 * business as usual; `activity` in contacts served by strategy (business as usual first), service and year; `underWay` in contacts
 * caused but not yet arrived at the end.
 */
export interface Book {
  readonly draws: number;
  readonly entries: readonly Entry[];
  readonly money: Cube;
  readonly present: Cube;
  readonly activity: Cube;
  readonly underWay: Cube;
}

/** Every entry a scenario's accounts may have, in a fixed order. */
export const entriesOf = ({ services, interventions }: Scenario): readonly Entry[] => [
  ...Object.entries(services).flatMap(([name, { costs }]) =>
    costs.flatMap(({ agency }) =>
      (["avoided", "cash", "cheaper"] as const).map((kind) => ({ agency, address: `services.${name}`, kind })),
    ),
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
  return {
    draws,
    entries,
    money: emptyCube([strategy, entry, year], draws),
    present: emptyCube([strategy, entry, year], draws),
    activity: emptyCube([everyStrategy, service, year], draws),
    underWay: emptyCube([everyStrategy, service], draws),
  };
};

/** A book of one draw: the mean of the first draws of another. */
export const meanBook = (book: Book, draws: number): Book => {
  const mean = (cube: Cube): Cube => {
    const out = { ...cube, draws: 1, data: new Float64Array(cube.data.length / cube.draws) };
    for (let place = 0; place < out.data.length; place++) {
      let sum = 0;
      for (let draw = 0; draw < draws; draw++) sum += cube.data[place * cube.draws + draw];
      out.data[place] = sum / draws;
    }
    return out;
  };
  return {
    ...book,
    draws: 1,
    money: mean(book.money),
    present: mean(book.present),
    activity: mean(book.activity),
    underWay: mean(book.underWay),
  };
};

/** Writes a column at one place of a cube, from draw `from` on, as far as there are draws. */
export const writeDraws = (cube: Cube, place: readonly number[], from: number, column: Float64Array): void => {
  const draws = drawsAt(cube, ...place);
  draws.set(column.length <= draws.length - from ? column : column.subarray(0, draws.length - from), from);
};
