import { addProduct, type Column, clear, emptyColumns } from "../../base/columns/kernels.js";
import type { Scenario } from "../../scenario/scenario.js";
import { cohortOf, isByPeople } from "../../scenario/services/demand.js";
import type { Destination } from "../book/book.js";
import { type TallyName, tallyIndex } from "../book/tally-names.js";
import { writeDraws } from "../book/yearly-cube.js";
import type { People } from "../people/people.js";
import { eachOf, type Program, together } from "../values/program.js";
import { brought, type CausePart, scaleOf } from "./causes.js";

/** The contacts of those enrolled in an intervention at a service. Sides: 0 without its effect on them, 1 with it. */
export interface Tally {
  readonly name: TallyName;
  readonly causes: readonly { readonly scale: number; readonly sides: readonly CausePart[] }[];
  /** Contacts by side and year from 0. One side is both, where the intervention acts on none of them. */
  readonly sides: readonly (readonly Column[])[];
}

/** Builds the tallies of a strategy. */
export const buildTallies = (scenario: Scenario, program: Program, people: People): readonly Tally[] => {
  const years = (): readonly Column[] => emptyColumns(scenario.time.years, program.width);
  const all = Object.values(scenario.demand);
  const context = { program, people };
  return people.enrolments.flatMap(({ intervention, reach }) => {
    const causes = all.flatMap((cause) => {
      const { by, to } = cause;
      if (!isByPeople(by) || cohortOf(by) !== reach.cohort) return [];
      return people
        .enrolling(reach.cohort)
        .filter((several) => eachOf(several).includes(intervention))
        .map((several) => {
          const of = { enrolledIn: intervention, among: [several] };
          const others = together(eachOf(several).filter((name) => name !== intervention));
          const without = brought(cause, by, context, { of, rateOf: others, movesOf: { intervention: others } });
          const within = brought(cause, by, context, { of, rateOf: several });
          return { to, scale: scaleOf(by, program), sides: [without, within] };
        });
    });
    return [...new Set(causes.map(({ to }) => to))].map((service) => {
      const own = causes.filter(({ to }) => to === service);
      const isUnchanged = own.every(
        ({ sides: [without, within] }) => without.driver === within.driver && without.rate === within.rate,
      );
      return { name: { intervention, service }, causes: own, sides: isUnchanged ? [years()] : [years(), years()] };
    });
  });
};

/** Empties the tallies before a block. */
export const startTallies = (tallies: readonly Tally[]): void => {
  for (const { sides } of tallies) for (const years of sides) clear(years);
};

/** One cycle: adds the contacts of the enrolled to their model year (1 and on). */
export const stepTallies = (tallies: readonly Tally[], year: number): void => {
  for (const { causes, sides } of tallies)
    for (const { scale, sides: parts } of causes)
      for (let side = 0; side < sides.length; side++)
        addProduct(sides[side][year - 1], scale, parts[side].driver, parts[side].rate);
};

/** Writes a strategy's tallies into the book. */
export const writeTallies = ({ book, strategy, from }: Destination, tallies: readonly Tally[]): void => {
  for (const { name, sides } of tallies)
    for (const side of [0, 1])
      for (const [year, column] of (sides.at(side) ?? sides[0]).entries())
        writeDraws(book.enrolled, [strategy, tallyIndex(book.tallies, name), side, year], from, column);
};
