import type { Simulation } from "../../../engine/simulate.js";
import { type PeopleRow, people } from "../../../results/people/people.js";
import type { PeriodOptions } from "../../../results/sums/periods.js";
import { wordsOf } from "../../../scenario/names.js";
import { strategyNameIn } from "../../finding/words.js";
import { countText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type Table, yearColumns } from "../../table.js";
import { oneLine } from "../../words.js";

/** The rows, with `everyone` in cells that are empty because they mean everyone. */
const rowsOfPeople = (simulation: Simulation, options: PeriodOptions): readonly PeopleRow[] =>
  people(simulation, options).map(({ state, intervention, ...row }) => ({
    ...row,
    state: state ?? "everyone",
    intervention: intervention ?? "everyone",
  }));

/** Years across; a line for each strategy, cohort, state and intervention, and its percentiles where they differ. */
const yearsAcross = (rows: readonly PeopleRow[], simulation: Simulation): Table => {
  const labels = [...new Set(rows.map(({ label }) => label))];
  const starts = rows.filter(({ year }) => year === 1);
  return {
    columns: yearColumns(labels, "count", false),
    rows: starts.flatMap((start) => {
      const { strategy, cohort, state, intervention } = start;
      const years = rows.filter(
        (row) =>
          row.strategy === strategy &&
          row.cohort === cohort &&
          row.state === state &&
          row.intervention === intervention,
      );
      const interventionName = simulation.scenario.interventions[intervention ?? ""]?.name ?? "everyone";
      const who = [wordsOf(state ?? "everyone"), interventionName].filter((each) => each !== "everyone");
      const name = oneLine([`${strategyNameIn(simulation, strategy)}: ${wordsOf(cohort)}`, ...who].join(", "));
      const isUncertain = years.some(({ peopleP5, peopleP95 }) => peopleP5 !== peopleP95);
      return [
        [name, ...years.map(({ people: mean }) => mean)],
        ...(isUncertain
          ? [
              ["5th", ...years.map(({ peopleP5 }) => peopleP5)],
              ["95th", ...years.map(({ peopleP95 }) => peopleP95)],
            ]
          : []),
      ];
    }),
  };
};

export const peopleOutput = output<PeopleRow>({
  title: "People",
  answers: "How many people there are in each state and each intervention, without and with, in each year or cycle.",
  takes: ["period"],
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    cohort: ["cohort", "text", 0.5],
    state: ["state", "text", 0.5],
    intervention: ["in", "text", 0.5],
    year: ["year", "year", 2],
    cycle: ["cycle", "count", dataOnly],
    label: ["from", "text"],
    people: ["people", "count"],
    peopleP5: ["5th", "count"],
    peopleP95: ["95th", "count"],
  },
  ofUsual: true,
  summary: (rows, { period }, simulation) =>
    rows.length > 0 && period !== "cycle" ? yearsAcross(rows, simulation) : undefined,
  finding: (rows) => {
    const whole = rows.filter((row) => row.state === "everyone" && row.intervention === "everyone");
    const usual = whole.filter(({ strategy }) => strategy === whole[0].strategy);
    return [...new Set(usual.map(({ cohort }) => cohort))].map((cohort) => {
      const years = usual.filter((row) => row.cohort === cohort);
      const [first, last] = [years[0], years[years.length - 1]];
      const [start, end] = [first, last].map(({ people, label }) => `${countText(people)} in ${label}`);
      const isSame = years.length > 1 && years.every(({ people }) => countText(people) === countText(first.people));
      const says = isSame
        ? `${countText(first.people)} in each year`
        : years.length === 1
          ? start
          : `${start}, and ${end}`;
      return `Business as usual, ${wordsOf(cohort)}: ${says}.`;
    });
  },
  rows: rowsOfPeople,
  empty: "there are no people",
});
