import { addProduct, type Column, clear, emptyColumns } from "../base/kernels.js";
import type { Scenario } from "../scenario/scenario.js";
import { cohortOf, isByPeople } from "../scenario/services/demand.js";
import { tallyLabel } from "./axes.js";
import { type Book, writeDraws } from "./book.js";
import { brought, type Flow, scaleOf } from "./demand.js";
import type { People } from "./people.js";
import type { Program } from "./program.js";

/** The contacts that those enrolled in an intervention cause at a service, by year: without its effect on them, and with it. */
export interface Tally {
  readonly label: string;
  readonly makers: readonly { readonly scale: number; readonly sides: readonly Flow["parts"][number][] }[];
  readonly sides: readonly (readonly Column[])[];
}

/** Builds the tallies of a strategy. */
export const buildTallies = (
  scenario: Scenario,
  program: Program,
  people: People,
  cyclesPerYear: number,
): readonly Tally[] => {
  const years = (): readonly Column[] => emptyColumns(scenario.time.years, program.width);
  const causes = Object.values(scenario.demand);
  return people.enrolments.flatMap(({ intervention, reach }) => {
    const makers = causes.flatMap((cause) => {
      const { by, to } = cause;
      if (!isByPeople(by) || cohortOf(by) !== reach.cohort) return [];
      const of = { enrolledIn: intervention };
      const without = brought(cause, by, program, people, { of, movesOf: { taker: undefined } });
      const within = brought(cause, by, program, people, { of, rateOf: intervention });
      return [{ to, scale: scaleOf(by, cyclesPerYear), sides: [without, within] }];
    });
    return [...new Set(makers.map(({ to }) => to))].map((service) => ({
      label: tallyLabel(intervention, service),
      makers: makers.filter(({ to }) => to === service),
      sides: [years(), years()],
    }));
  });
};

/** Empties the tallies before a block. */
export const startTallies = (tallies: readonly Tally[]): void => {
  for (const { sides } of tallies) for (const years of sides) clear(years);
};

/** One cycle: what the enrolled bring is added to its year. */
export const stepTallies = (tallies: readonly Tally[], year: number): void => {
  for (const { makers, sides } of tallies)
    for (const { scale, sides: parts } of makers)
      for (const [side, { driver, rate }] of parts.entries()) addProduct(sides[side][year - 1], scale, driver, rate);
};

/** Writes a strategy's tallies into the book. */
export const writeTallies = (book: Book, strategy: number, from: number, tallies: readonly Tally[]): void => {
  const labels = book.enrolled.axes[1].labels;
  for (const { label, sides } of tallies)
    for (const [side, years] of sides.entries())
      for (const [year, column] of years.entries())
        writeDraws(book.enrolled, [strategy, labels.indexOf(label), side, year], from, column);
};
