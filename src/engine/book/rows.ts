import { noRow } from "../../base/columns/cube.js";
import { must } from "../../base/records.js";
import { serviceAddress } from "../../scenario/address.js";
import type { Scenario } from "../../scenario/scenario.js";
import { cohortAddress, type Reached, reachedBy } from "../reach.js";
import type { AccountEntry } from "./entries.js";
import type { Group } from "./groups.js";
import type { Price } from "./pricing.js";
import type { TallyName } from "./tally-names.js";

/** Rows of cubes by strategy and item, so that a book holds no number of which a strategy does not reach the item. */
export interface BookRows {
  /** With business as usual first: what a strategy does not reach is the row of business as usual. */
  readonly ofServices: (services: readonly string[]) => readonly number[];
  readonly ofGroups: (groups: readonly Group[]) => readonly number[];
  /** Without business as usual: what a strategy does not reach has no row. */
  readonly ofTallies: (tallies: readonly TallyName[]) => readonly number[];
  readonly ofVolumes: (count: number, entries: readonly AccountEntry[], prices: readonly Price[]) => readonly number[];
}

/** The rows of a book of some strategies. */
export const rowsFor = (scenario: Scenario, strategies: readonly string[]): BookRows => {
  const reached = reachedBy(scenario);
  const arms = strategies.map((name): Arm => ({ of: scenario.strategies[name].of, reached: must(reached, name) }));
  return {
    ofServices: (services) => shared(arms, services, ({ reached }, service) => reached.has(serviceAddress(service))),
    ofGroups: (groups) => shared(arms, groups, ({ reached }, { cohort }) => reached.has(cohortAddress(cohort))),
    ofTallies: (tallies) => own(arms, tallies, ({ of }, { intervention }) => of.includes(intervention)),
    ofVolumes: (count, entries, prices) => {
      const behind = Array.from({ length: count }, (_, volume) =>
        entries.filter((__, index) => prices[index].volume === volume),
      );
      return own(arms, behind, ({ of, reached }, several) =>
        several.some(({ service, intervention }) => {
          if (intervention !== undefined) return of.includes(intervention);
          return service === undefined || reached.has(serviceAddress(service));
        }),
      );
    },
  };
};

/** The interventions of a strategy, and what it reaches. */
interface Arm {
  readonly of: readonly string[];
  readonly reached: Reached;
}

const shared = <Item>(
  arms: readonly Arm[],
  items: readonly Item[],
  isReached: (arm: Arm, item: Item) => boolean,
): readonly number[] => {
  let next = items.length;
  return [...items.keys(), ...arms.flatMap((arm) => items.map((item, row) => (isReached(arm, item) ? next++ : row)))];
};

const own = <Item>(
  arms: readonly Arm[],
  items: readonly Item[],
  isReached: (arm: Arm, item: Item) => boolean,
): readonly number[] => {
  let next = 0;
  return arms.flatMap((arm) => items.map((item) => (isReached(arm, item) ? next++ : noRow)));
};
