import { type Cube, emptyCube } from "../../base/columns/cube.js";
import { cyclesPerYear } from "../../base/time.js";
import { withoutName } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Group } from "./groups.js";
import type { BookRows } from "./rows.js";

/** People and contacts of every cycle, in cubes with the draws last. A run records them only if it is asked to. */
export interface CycleBook {
  /** By strategy (business as usual first), group and cycle from 0. */
  readonly people: Cube;
  /** By strategy (business as usual first), service, figure and cycle from 0. */
  readonly contacts: Cube;
}

/** The contacts of a service in a cycle: served, and turned away for lack of capacity or money. */
export const cycleFigures = ["served", "turnedAway"] as const;

/** A figure of a service in a cycle. */
export type CycleFigure = (typeof cycleFigures)[number];

/** The number of cycles in a run. */
export const cyclesIn = ({ time }: Pick<Scenario, "time">): number => time.years * cyclesPerYear[time.cycle];

/** A book of zeros. */
export const emptyCycleBook = (
  scenario: Scenario,
  strategies: readonly string[],
  groups: readonly Group[],
  draws: number,
  rows: BookRows | undefined,
): CycleBook => {
  const axis = (name: string, labels: readonly string[]) => ({ name, labels });
  const strategy = axis("strategy", [withoutName, ...strategies]);
  const cycle = axis(
    "cycle",
    Array.from({ length: cyclesIn(scenario) }, (_, index) => String(index + 1)),
  );
  const group = axis("group", [...groups.keys()].map(String));
  const service = axis("service", Object.keys(scenario.services));
  return {
    people: emptyCube([strategy, group, cycle], draws, rows?.ofGroups(groups)),
    contacts: emptyCube(
      [strategy, service, axis("figure", cycleFigures), cycle],
      draws,
      rows?.ofServices(service.labels),
    ),
  };
};
