import type { Scenario } from "../scenario/scenario.js";

/** The address of the moves out of a state. */
export const rowAddress = (cohort: string, state: string): string => `cohorts.${cohort}.moves.${state}`;

/** The addresses of the states with several probabilities out of them, whose sum may pass 1. */
export const crowdedRows = ({ cohorts }: Pick<Scenario, "cohorts">): readonly string[] =>
  Object.entries(cohorts).flatMap(([name, { dimensions }]) =>
    dimensions.flatMap(({ states, moves }) =>
      states
        .filter((state) => moves.filter(({ from, kind }) => from === state && kind === "probability").length > 1)
        .map((state) => rowAddress(name, state)),
    ),
  );
