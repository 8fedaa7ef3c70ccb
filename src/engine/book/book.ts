import { type Cube, emptyCube } from "../../base/columns/cube.js";
import { fallsAtMoments } from "../../scenario/interventions/timing.js";
import { withoutName } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { maySpread } from "../../scenario/services/at-once.js";
import type { PassedBounds } from "../values/passed-bounds.js";
import type { StrategyAccounts } from "./accounts.js";
import { budgetedIn, budgetFigures } from "./budget-figures.js";
import { type CycleBook, emptyCycleBook } from "./cycle-book.js";
import { type AccountEntry, entriesOf, exitAddress } from "./entries.js";
import { type Group, groupsOf } from "./groups.js";
import { type Pricing, pricingOf, type Spender, volumeLabel } from "./pricing.js";
import { bookedFigures, bookedName } from "./queue-figures.js";
import { type BookRows, rowsFor } from "./rows.js";
import type { StrategyIndex } from "./strategy-index.js";
import { type TallyName, tallyNamesOf } from "./tally-names.js";
import { emptyYearlyCube, type YearlyCube } from "./yearly-cube.js";

/**
 * The numbers of a run, in cubes with the draws last. Results read them through `read-book.ts`, which knows their axes.
 * Years are from 0. The axis `strategy` of `enrolled` and of the accounts starts with the first strategy; that of every
 * other cube starts with business as usual (see `withUsualFirst`).
 */
export interface Book {
  /** The number of draws: the length of each column. */
  readonly draws: number;
  /** What is counted or paid: services and lines of money, each with its kind. */
  readonly entries: readonly AccountEntry[];
  /** The volume and the unit cost of every entry, by strategy and year. */
  readonly accounts: StrategyAccounts;
  /** What agencies spend in business as usual. */
  readonly usualSpending: UsualSpending;
  /** Contacts served, by strategy, service and year. */
  readonly activity: YearlyCube;
  /** Contacts caused but not yet arrived at the end, by strategy and service to which some come with a delay. */
  readonly underWay: Cube;
  /** The groups of people that are counted: a cohort, a state or those enrolled in an intervention. */
  readonly groups: readonly Group[];
  /** The mean number of people over the cycles of a year, by strategy, group and year. */
  readonly people: Cube;
  /** What is counted of the contacts of people whom an intervention enrolled. */
  readonly tallies: readonly TallyName[];
  /** Contacts of the enrolled, by strategy, tally, side (0 without the effect, 1 with it) and year. */
  readonly enrolled: Cube;
  /** By strategy, agency with a budget, figure and year. */
  readonly budgets: Cube;
  /** By strategy, figure of a queue and year. */
  readonly queues: Cube;
  /** The numbers that passed their bounds, with how many draws did. */
  readonly passed: PassedBounds;
  /** Null unless the run was asked to record its cycles. */
  readonly byCycle: CycleBook | null;
}

/** The books of a run: the central run, of one draw, and the draws. */
export interface Books {
  readonly central: Book;
  readonly drawn: Book;
}

/** What business as usual spends on services: contacts served × unit cost of each spender, and idle capacity. */
export interface UsualSpending {
  readonly spenders: readonly Spender[];
  /** Pounds for capacity that serves no contact, by agency and year. */
  readonly idle: YearlyCube;
}

const axis = (name: string, labels: readonly string[]) => ({ name, labels });

/**
 * A book of zeros. One that is `priced` in a way of its own holds means: a strategy has them over settings of its own,
 * so it shares none with business as usual.
 */
export const emptyBook = (
  scenario: Scenario,
  strategies: readonly string[],
  draws: number,
  priced?: Pricing,
  isByCycle = false,
): Book => {
  const pricing = priced ?? pricingOf(scenario);
  const rows = priced ? undefined : rowsFor(scenario, strategies);
  const [entries, groups, tallies] = [entriesOf(scenario), groupsOf(scenario), tallyNamesOf(scenario)];
  const year = axis("year", yearLabels(scenario));
  const strategy = axis("strategy", strategies);
  const usualAndStrategy = axis("strategy", [withoutName, ...strategies]);
  const service = axis("service", Object.keys(scenario.services));
  const group = axis(
    "group",
    groups.map(({ cohort, state, intervention }) => [cohort, state, intervention].map((part) => part ?? "").join(" ")),
  );
  const tally = axis(
    "enrolled",
    tallies.map((each) => `${each.intervention} ${each.service}`),
  );
  const { discounting, outcomes } = scenario.money;
  const discountedAs = Object.values(scenario.services).map(({ worth }) => ({
    discounting: worth === null ? discounting : outcomes,
  }));
  const delayed = servicesWithDelay(scenario);
  const figures = bookedFigures(scenario);
  return {
    draws,
    entries,
    accounts: emptyAccounts(scenario, pricing, [strategy, year], draws, rows),
    usualSpending: {
      spenders: pricing.spenders,
      idle: emptyYearlyCube(
        [axis("agency", pricing.idlePayers), year],
        draws,
        pricing.idlePayers.map(() => ({ discounting })),
      ),
    },
    activity: emptyYearlyCube([usualAndStrategy, service, year], draws, discountedAs, rows?.ofServices(service.labels)),
    underWay: emptyCube([usualAndStrategy, axis("service", delayed)], draws, rows?.ofServices(delayed)),
    groups,
    people: emptyCube([usualAndStrategy, group, year], draws, rows?.ofGroups(groups)),
    tallies,
    enrolled: emptyCube([strategy, tally, axis("side", ["without", "with"]), year], draws, rows?.ofTallies(tallies)),
    budgets: emptyCube(
      [usualAndStrategy, axis("agency", budgetedIn(scenario)), axis("figure", budgetFigures), year],
      draws,
    ),
    queues: emptyCube(
      [usualAndStrategy, axis("figure", figures.map(bookedName)), year],
      draws,
      rows?.ofServices(figures.map(({ service }) => service)),
    ),
    passed: new Map(),
    byCycle: isByCycle ? emptyCycleBook(scenario, strategies, groups, draws, rows) : null,
  };
};

const yearLabels = ({ time }: Scenario): readonly string[] =>
  Array.from({ length: time.years }, (_, index) => String(index + 1));

const servicesWithDelay = (scenario: Scenario): readonly string[] => {
  const delayed = Object.values(scenario.demand).filter((cause) => cause.afterCycles > 0 || maySpread(cause, scenario));
  return Object.keys(scenario.services).filter((name) => delayed.some(({ to }) => to === name));
};

const emptyAccounts = (
  scenario: Scenario,
  { prices, unitCosts, volumes }: Pricing,
  [strategy, year]: readonly Cube["axes"][number][],
  draws: number,
  rows: BookRows | undefined,
): StrategyAccounts => {
  const { discounting } = scenario.money;
  const once = new Set([
    ...Object.keys(scenario.services).map(exitAddress),
    ...Object.values(scenario.interventions).flatMap(({ lines }) =>
      lines.filter(({ timing }) => fallsAtMoments(timing)).map(({ address }) => address),
    ),
  ]);
  return {
    prices,
    unitCosts: unitCosts.map(({ isFixedNumber }) => {
      // A fixed number is the same in every year.
      const same = new Float64Array(1);
      return year.labels.map(() => (isFixedNumber ? same : new Float64Array(draws)));
    }),
    volumes: emptyYearlyCube(
      [strategy, axis("volume", volumes.map(volumeLabel)), year],
      draws,
      volumes.map(({ address }) => ({ discounting, isOnce: once.has(address) })),
      rows?.ofVolumes(volumes.length, entriesOf(scenario), prices),
    ),
    written: new Set(),
  };
};

/** Where a run writes the results of a strategy or business as usual: into a book, from draw `from` on. */
export interface Destination {
  readonly book: Book;
  readonly strategy: StrategyIndex;
  readonly from: number;
}
