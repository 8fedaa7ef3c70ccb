import type { Scenario } from "../../scenario/scenario.js";

/** People who are counted together: of a cohort, in a state (null: in any that counts), enrolled (null: or not). */
export interface Group {
  readonly cohort: string;
  readonly state: string | null;
  readonly intervention: string | null;
}

/** Every group of people that a scenario counts: each cohort, its states, and those enrolled in each intervention. */
export const groupsOf = ({ cohorts, interventions }: Scenario): readonly Group[] =>
  Object.entries(cohorts).flatMap(([cohort, { dimensions }]) => {
    const enrolling = Object.entries(interventions).filter(([, { reach }]) => reach?.cohort === cohort);
    return [
      { cohort, state: null, intervention: null },
      ...dimensions.flatMap(({ states, timeIn }) =>
        (timeIn === undefined ? states : []).map((state) => ({ cohort, state, intervention: null })),
      ),
      ...enrolling.map(([intervention]) => ({ cohort, state: null, intervention })),
    ];
  });
