import { type PeopleRow, people } from "../../results/people.js";
import { rowsPage } from "../output.js";

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
  people,
);
