import fc from "fast-check";
import type { Project } from "../../funding/rule.js";
import { anySize, mostPence, nameStart, namesFrom } from "./amounts.js";
import { listsOf, mapped, thousands, type Worlds, whole, worldsOf } from "./worlds.js";

type YearOfProject = { readonly cost: number; readonly saves: number; readonly outcomes: number };

const projectOf = (list: readonly YearOfProject[], doer = "council"): Project => ({
  doer,
  costs: list.map(({ cost }) => cost),
  saves: list.map(({ saves }) => saves),
  outcomes: list.map(({ outcomes }) => outcomes),
});

const round = mapped(
  listsOf(worldsOf({ cost: thousands(0, 20), saves: thousands(0, 20), outcomes: whole(0, 20) }), 1, 5),
  (list) => projectOf(list),
);

/** What is odd in a scheme: nothing is saved, paid or counted, or only the first year costs, and may save nothing. */
const shapes: readonly ((year: YearOfProject, at: number) => YearOfProject)[] = [
  (year) => year,
  (year) => year,
  (year) => ({ ...year, saves: 0 }),
  (year) => ({ ...year, cost: 0 }),
  (year) => ({ ...year, outcomes: 0 }),
  (year) => ({ ...year, saves: 0, outcomes: 0 }),
  (year, at) => (at === 0 ? year : { ...year, cost: 0 }),
  (year, at) => ({ ...year, cost: at === 0 ? year.cost : 0, saves: 0 }),
];

const wide: fc.Arbitrary<Project> = fc
  .record({
    list: fc.array(
      fc.record({
        cost: fc.integer({ min: -5, max: 20 }),
        saves: fc.integer({ min: -5, max: 30 }),
        outcomes: fc.integer({ min: -5, max: 40 }),
      }),
      { minLength: 1, maxLength: 15, size: "max" },
    ),
    size: anySize,
    many: fc.constantFrom(1, 1, 100, 10_000),
    odd: fc.oneof(fc.constant(0), fc.nat({ max: 999 })),
    start: nameStart,
    shape: fc.constantFrom(...shapes),
  })
  .map(({ list, size, many, odd, start, shape }) =>
    projectOf(
      list.map(({ cost, saves, outcomes }, at) =>
        shape(
          {
            cost: Math.max(0, cost) * size + (cost > 0 ? odd : 0),
            saves: Math.max(0, saves) * size,
            outcomes: Math.max(0, outcomes) * many,
          },
          at,
        ),
      ),
      namesFrom(start, 1)[0],
    ),
  );

const isProject = ({ costs, saves, outcomes }: Project): boolean =>
  costs.length >= 1 &&
  saves.length === costs.length &&
  outcomes.length === costs.length &&
  [...costs, ...saves].every((pence) => Number.isInteger(pence) && pence >= 0 && pence <= mostPence) &&
  outcomes.every((count) => count >= 0);

/**
 * A scheme: its cost, the cash it saves the doer and its outcomes, by year. Half of them are of the council, one to
 * five years long, in whole thousands of pounds; the others are of anybody, up to 15 years, and of any size.
 * @example [...projects.small(0)].every(({ costs, saves }) => costs.length === saves.length) // => true
 */
export const projects: Worlds<Project> = {
  random: fc.oneof(round.random, wide),
  small: round.small,
  has: isProject,
};
