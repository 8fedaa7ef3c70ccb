import type { Simulation } from "../../engine/simulate.js";
import { type PeopleRow, people } from "../../results/people.js";
import { count } from "../numbers.js";
import { output } from "../output.js";

/** The rows, with `everyone` in cells that are empty because they mean everyone. */
const rowsOfPeople = (simulation: Simulation): readonly PeopleRow[] =>
  people(simulation).map(({ state, intervention, ...row }) => ({
    ...row,
    state: state ?? "everyone",
    intervention: intervention ?? "everyone",
  }));

export const peopleOutput = output<PeopleRow>({
  title: "People",
  answers: "How many people there are in each state and each intervention, without and with, in each year.",
  columns: {
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
  ofUsual: true,
  finding: (rows) => {
    const whole = rows.filter((row) => row.state === "everyone" && row.intervention === "everyone");
    const usual = whole.filter(({ strategy }) => strategy === whole[0].strategy);
    return [...new Set(usual.map(({ cohort }) => cohort))].map((cohort) => {
      const years = usual.filter((row) => row.cohort === cohort);
      const [first, last] = [years[0], years[years.length - 1]];
      const [start, end] = [first, last].map(({ people, label }) => `${count(people)} in ${label}`);
      return `Business as usual, ${cohort}: ${years.length === 1 ? start : `${start}, and ${end}`}.`;
    });
  },
  rows: rowsOfPeople,
});
