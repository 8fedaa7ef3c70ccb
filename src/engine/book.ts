import { type Cube, drawsFrom, emptyCube } from "../base/cube.js";
import { cycleFactors, type Discounting } from "../base/discounting.js";
import type { Column } from "../base/kernels.js";
import type { Scenario } from "../scenario/scenario.js";
import { withoutName } from "../scenario/strategy.js";
import {
  budgetedIn,
  budgetFigures,
  crowdedRows,
  type Entry,
  entriesOf,
  exitAddress,
  type Group,
  groupsOf,
  queueFigures,
  queuesOf,
  talliesOf,
} from "./axes.js";
import { type Price, pricingOf } from "./worth.js";

/**
 * Present value: the cube, times the factor of a volume, agency or service (outer) in a year (inner). Discounted by the year it is the plain cube with
 * the year's factors; by the cycle, a cube of its own whose factors are 1, since a year's sum no longer knows its cycles.
 */
export interface Present {
  readonly cube: Cube;
  readonly factors: readonly (readonly number[])[];
}

/**
 * The numbers of a run. `money` by strategy, volume and year, plain and in present value, as differences from business as usual, of which each entry
 * is priced (see `worthOf`): a volume of contacts times the `unitCosts` of the year, or pounds as they are. In pounds
 * `spend` what business as usual spends on services, by agency and year. By strategy (business as usual first) and year: `activity` in contacts served
 * by service, and `outcomes` their present value; `people` in the mean number of each group over the year; `underWay` in contacts caused but not yet
 * arrived at the end.
 */
export interface Book {
  readonly draws: number;
  readonly entries: readonly Entry[];
  readonly prices: readonly Price[];
  /** What business as usual bears of a contact, in pounds, by unit cost and year: one number a draw, or the same for all. */
  readonly unitCosts: readonly (readonly Column[])[];
  readonly money: Cube;
  /** The volumes that somebody wrote: all others are nothing, and need no reading. */
  readonly written: Set<number>;
  readonly present: Present;
  readonly spend: Cube;
  readonly spendPresent: Present;
  readonly activity: Cube;
  readonly outcomes: Present;
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
  { volumes, unitCosts, prices } = pricingOf(scenario),
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
  const agency = axis("agency", Object.keys(scenario.agencies));
  const spend = emptyCube([agency, year], draws);
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
      discounting,
      volumes.map(({ address }) => once.has(address)),
    ),
    spend,
    spendPresent: presentOf(
      spend,
      discounting,
      agency.labels.map(() => false),
    ),
    activity,
    outcomes: presentOf(
      activity,
      outcomes,
      service.labels.map(() => false),
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

/** The present value of a cube whose last axis is years; `happensOnce` says which places of the axis before it fall at one moment. */
const presentOf = (plain: Cube, discounting: Discounting, happensOnce: readonly boolean[]): Present => {
  const years = plain.axes[plain.axes.length - 1].labels.length;
  if (discounting.by === "cycle")
    return {
      cube: emptyCube(plain.axes, plain.draws),
      factors: happensOnce.map(() => Array.from({ length: years }, () => 1)),
    };
  const { flow, once } = cycleFactors(discounting, 1, years);
  return { cube: plain, factors: happensOnce.map((isOnce) => [...(isOnce ? once : flow)]) };
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

/** The cubes of money there are to write: plain pounds, and their present value where it is kept apart. */
export const sidesOf = ({ money, present, spend, spendPresent }: Book) =>
  present.cube === money
    ? ([{ side: "plain", cube: money, spend }] as const)
    : ([
        { side: "plain", cube: money, spend },
        { side: "present", cube: present.cube, spend: spendPresent.cube },
      ] as const);
