import { linkedGroups } from "../../base/mathematics/linked-groups.js";
import type { Intervention } from "./intervention.js";

type Interventions = Readonly<Record<string, Pick<Intervention, "reach">>>;

/** True if people may be in both interventions at once: one of them is `alongside` the other. */
export const areAlongside = (one: string, other: string, interventions: Interventions): boolean =>
  interventions[one].reach?.alongside.includes(other) === true ||
  interventions[other].reach?.alongside.includes(one) === true;

/**
 * Interventions in groups: a person is in at most one of a group at a time, and may be in one of each group. Two that
 * are not alongside each other are in one group, as are those that others tie to them.
 */
export const exclusiveGroups = (
  enrolling: readonly string[],
  interventions: Interventions,
): readonly (readonly string[])[] => linkedGroups(enrolling, (one, other) => !areAlongside(one, other, interventions));
