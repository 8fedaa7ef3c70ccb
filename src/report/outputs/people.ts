import type { Simulation } from "../../engine/simulate.js";
import { type PeopleRow, people } from "../../results/people.js";
import { rowsPage } from "../output.js";

/** Rows whose empty cells, which mean everyone, say so. */
const peopleSaid = (simulation: Simulation): readonly PeopleRow[] =>
  people(simulation).map(({ state, intervention, ...row }) => ({
    ...row,
    state: state ?? "everyone",
    intervention: intervention ?? "everyone",
  }));

export const peoplePage = rowsPage<PeopleRow>(
  {
    strategy: ["strategy", "text", 0.5],
    cohort: ["cohort", "text", 0.5],
    state: ["state", "text", 0.5],
    intervention: ["in", "text", 0.5],
    year: ["year", "year", 2],
    label: ["from", "text"],
    people: ["people", "count"],
    peopleP5: ["5th", "count"],
    peopleP95: ["95th", "count"],
  },
  peopleSaid,
);
