import { type Cube, drawsFrom, emptyCube } from "../base/cube.js";
import { cycleFactors, type Discounting } from "../base/discounting.js";
import type { Column } from "../base/kernels.js";
import { withoutName } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import {
  type AccountEntry,
  budgetedIn,
  budgetFigures,
  crowdedRows,
  entriesOf,
  exitAddress,
  type Group,
  groupsOf,
  queueFigures,
  queuesOf,
  talliesOf,
} from "./axes.js";
import { type Price, pricingOf, type Spender } from "./worth.js";

/**
 * Present value: the cube, times the factor of a volume, agency or service (outer) in a year (inner). Discounted by the year it is the plain cube with
 * the year's factors; where any of it is by the cycle, a cube of its own whose factors are 1, since a year's sum no longer knows its cycles.
 */
export interface Present {
  readonly cube: Cube;
  readonly factors: readonly (readonly number[])[];
}

/**
 * The numbers of a run. `money` by strategy, volume and year, plain and in present value, as differences from business as usual, of which each entry
 * is priced (see `worthOf`): a volume of contacts times the `unitCosts` of the year, or pounds as they are. By strategy (business as usual first) and
 * year: `activity` in contacts served by service, plain and in present value; `people` in the mean number of each group over the year; `underWay` in
 * contacts caused but not yet arrived at the end. What business as usual spends on services (see `addSpend`) is what it serves times the unit costs of
 * each of the `spenders`, and what they spend without serving anybody: `idle`, in pounds by agency and year.
 */
export interface Book {
  readonly draws: number;
  readonly entries: readonly AccountEntry[];
  readonly prices: readonly Price[];
  /** What business as usual bears of a contact, in pounds, by unit cost and year: one number a draw, or the same for all. */
  readonly unitCosts: readonly (readonly Column[])[];
  readonly money: Cube;
  /** The volumes that somebody wrote: all others are nothing, and need no reading. */
  readonly written: Set<number>;
  readonly present: Present;
  readonly activity: Cube;
  readonly activityPresent: Present;
  readonly spenders: readonly Spender[];
  readonly idle: Cube;
  readonly idlePresent: Present;
  readonly underWay: Cube;
  readonly groups: readonly Group[];
  readonly people: Cube;
  /** Contacts of the enrolled by strategy, intervention and service, without and with its effect, and year. */
  readonly enrolled: Cube;
  /** What is told of each budget, by strategy (business as usual first), agency, figure and year. */
  readonly budgets: Cube;
  /** What the queue of each service that has one tells, by strategy (business as usual first), figure and year. */
  readonly queues: Cube;
  /** By strategy and state: 1 in a draw in which the probabilities out of it passed 1 in some cycle, and were scaled to it. */
  readonly crowded: Cube;
}

/** An empty book. */
export const emptyBook = (
  scenario: Scenario,
  strategies: readonly string[],
  draws: number,
  { volumes, unitCosts, prices, spenders, idle: idlers } = pricingOf(scenario),
): Book => {
  const [entries, groups] = [entriesOf(scenario), groupsOf(scenario)];
  const axis = (name: string, labels: readonly string[]) => ({ name, labels });
  const year = axis(
    "year",
    Array.from({ length: scenario.time.years }, (_, index) => String(index + 1)),
  );
  const everyStrategy = axis("strategy", [withoutName, ...strategies]);
  const service = axis("service", Object.keys(scenario.services));
  const volume = axis(
    "volume",
    volumes.map(({ label }) => label),
  );
  const money = emptyCube([axis("strategy", strategies), volume, year], draws);
  const idle = emptyCube([axis("agency", idlers), year], draws);
  const activity = emptyCube([everyStrategy, service, year], draws);
  const group = axis(
    "group",
    groups.map(({ cohort, state, intervention }) => [cohort, state, intervention].map((part) => part ?? "").join(" ")),
  );
  const { discounting, outcomes } = scenario.money;
  const once = new Set([
    ...Object.keys(scenario.services).map(exitAddress),
    ...Object.values(scenario.interventions).flatMap(({ lines }) =>
      lines.filter(({ timing }) => "atYears" in timing).map(({ address }) => address),
    ),
  ]);
  return {
    draws,
    entries,
    prices,
    unitCosts: unitCosts.map(({ isPlain }) => year.labels.map(() => new Float64Array(isPlain ? 1 : draws))),
    money,
    written: new Set(),
    present: presentOf(
      money,
      volumes.map(({ address }) => ({ discounting, isOnce: once.has(address) })),
    ),
    activity,
    activityPresent: presentOf(
      activity,
      Object.values(scenario.services).map(({ worth }) => ({ discounting: worth === null ? discounting : outcomes })),
    ),
    spenders,
    idle,
    idlePresent: presentOf(
      idle,
      idlers.map(() => ({ discounting })),
    ),
    underWay: emptyCube([everyStrategy, service], draws),
    groups,
    people: emptyCube([everyStrategy, group, year], draws),
    enrolled: emptyCube(
      [axis("strategy", strategies), axis("enrolled", talliesOf(scenario)), axis("side", ["without", "with"]), year],
      draws,
    ),
    budgets: emptyCube(
      [everyStrategy, axis("agency", budgetedIn(scenario)), axis("figure", budgetFigures), year],
      draws,
    ),
    queues: emptyCube([everyStrategy, axis("service", queuesOf(scenario)), axis("figure", queueFigures), year], draws),
    crowded: emptyCube([everyStrategy, axis("state", crowdedRows(scenario))], draws),
  };
};

/** The present value of a cube whose last axis is years; `places` says how each place of the axis before it is discounted, and which fall at one moment. */
const presentOf = (
  plain: Cube,
  places: readonly { readonly discounting: Discounting; readonly isOnce?: boolean }[],
): Present => {
  const years = plain.axes[plain.axes.length - 1].labels.length;
  if (places.some(({ discounting }) => discounting.by === "cycle"))
    return {
      cube: emptyCube(plain.axes, plain.draws),
      factors: places.map(() => Array.from({ length: years }, () => 1)),
    };
  const factors = places.map(({ discounting, isOnce = false }) => {
    const { flow, once } = cycleFactors(discounting, 1, years);
    return [...(isOnce ? once : flow)];
  });
  return { cube: plain, factors };
};

/** Writes a year's numbers, plain and (where it is kept apart) in present value. */
export const writeYear = (
  plainCube: Cube,
  present: Present,
  place: readonly number[],
  from: number,
  plain: Float64Array,
  discounted: Float64Array,
): void => {
  writeDraws(plainCube, place, from, plain);
  if (present.cube !== plainCube) writeDraws(present.cube, place, from, discounted);
};

/** Writes a column at one place of a cube, from draw `from` on, as far as there are draws. */
export const writeDraws = (cube: Cube, place: readonly number[], from: number, column: Float64Array): void => {
  const draws = drawsFrom(cube, from, column.length, place);
  draws.set(column.length === draws.length ? column : column.subarray(0, draws.length));
};

/** The cubes there are to write of what is told plain and in present value, which may be kept apart. */
export const sidesOf = (plain: Cube, { cube }: Present) =>
  cube === plain
    ? ([{ side: "plain", cube }] as const)
    : ([
        { side: "plain", cube: plain },
        { side: "present", cube },
      ] as const);
