import type { Intervention } from "../interventions/intervention.js";

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
): readonly (readonly string[])[] =>
  enrolling.reduce<readonly (readonly string[])[]>((groups, name) => {
    const tied = groups.filter((group) => group.some((other) => !areAlongside(name, other, interventions)));
    if (tied.length === 0) return groups.concat([[name]]);
    const [first, ...others] = tied;
    const merged = enrolling.filter((each) => each === name || tied.some((group) => group.includes(each)));
    return groups.filter((group) => !others.includes(group)).map((group) => (group === first ? merged : group));
  }, []);
