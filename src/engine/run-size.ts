import { withThousands } from "../base/number-text.js";
import type { Problem } from "../base/problem.js";
import { blockSize } from "../base/random.js";
import { cyclesPerYear } from "../base/time.js";
import { maySpread } from "../scenario/at-once.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Cause } from "../scenario/services/demand.js";
import { type Book, emptyBook } from "./book.js";
import type { YearlyCube } from "./yearly-cube.js";

/** The most numbers that a run may store: two gigabytes. */
export const mostNumbers = 250_000_000;

/** The problem of work on more numbers than a run may store: what it counts, and what to change. */
export const sizeProblem = (
  numbers: number,
  { address, parts, mend }: { readonly address: string; readonly parts: string; readonly mend: string },
): Problem => ({
  severity: "error",
  address,
  what:
    `This run would store ${millions(numbers)} million numbers (${parts}), ` +
    `more than ${millions(mostNumbers)} million.`,
  mend,
});

const millions = (numbers: number): string => withThousands(String(Math.round(numbers / 1e6)));

/** How many numbers the book of a run holds for each draw. */
export const numbersPerDraw = (scenario: Scenario, strategies: readonly string[], isByCycle = false): number => {
  const { accounts, usualSpending, activity, underWay, people, enrolled, budgets, queues, byCycle }: Book = emptyBook(
    scenario,
    strategies,
    1,
    undefined,
    isByCycle,
  );
  const cycles = byCycle ? [byCycle.people, byCycle.contacts] : [];
  const plain = [underWay, people, enrolled, budgets, queues, ...cycles].reduce(
    (sum, { data }) => sum + data.length,
    0,
  );
  const yearly = [accounts.volumes, usualSpending.idle, activity].reduce((sum, cube) => sum + sizeOf(cube), 0);
  const unitCosts = accounts.unitCosts.reduce((sum, years) => sum + years.length, 0);
  return plain + yearly + unitCosts;
};

const sizeOf = ({ plain, present, isStoredSeparately }: YearlyCube): number =>
  plain.data.length + (isStoredSeparately ? present.data.length : 0);

/** How many cycles of a cause's contacts are under way at once. What comes after the end of the run is not kept. */
export const cyclesUnderWay = (cause: Cause, scenario: Pick<Scenario, "interventions" | "time">): number => {
  const { years, cycle } = scenario.time;
  const cycles = years * cyclesPerYear[cycle];
  return maySpread(cause, scenario) ? cycles : Math.min(cause.afterCycles, cycles);
};

/** How many numbers the contacts under way take in a block of draws: one per cycle of each delay. */
export const numbersUnderWay = (scenario: Scenario, strategies: readonly string[], width: number = blockSize): number =>
  Object.values(scenario.demand).reduce((sum, cause) => sum + cyclesUnderWay(cause, scenario), 0) *
  (strategies.length + 1) *
  width;
