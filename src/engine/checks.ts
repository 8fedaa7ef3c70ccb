import { type Cube, drawsAt } from "../base/cube.js";
import type { Column } from "../base/kernels.js";
import { type Problem, ScenarioError } from "../base/problem.js";
import { mean } from "../base/statistics.js";
import type { Scenario } from "../scenario/scenario.js";
import { yearLabel } from "../scenario/time.js";
import type { Book } from "./book.js";
import { budgetFigures } from "./budget-figures.js";
import type { Plan } from "./plan.js";
import { halfPenny } from "./rounding.js";

/** What happens to a draw with a number that is not finite: it stops the run, or its own results are NaN. */
export type WhenUnsound = "stop" | "mark";

// A sum of a few numbers above this, or a product of three, would pass the largest number there is.
const largest = 1e100;

const isSound = (column: Column): boolean => {
  for (let draw = 0; draw < column.length; draw++) if (!(Math.abs(column[draw]) < largest)) return false;
  return true;
};

/** The addresses of services, then of money lines, with a number that is not finite after a run. */
export const unsoundIn = ({ accounts, lines }: Plan): readonly string[] => [
  ...accounts
    .filter(
      ({ plain, payers }) =>
        !plain.served.every(isSound) ||
        !plain.arrivals.every(isSound) ||
        !payers.every(({ years }) => years.every(({ cost }) => isSound(cost))),
    )
    .map(({ name }) => `services.${name}`),
  ...lines.postings.filter(({ plain }) => !plain.every(isSound)).map(({ address }) => address),
];

/** The addresses of the quantities that are not finite in this cycle. */
export const unsoundNow = ({ program }: Plan): readonly string[] => [
  ...new Set(program.compiled.filter(({ column }) => !isSound(column)).map(({ address }) => address)),
];

/** The error of a run with numbers that are not finite, for at most three addresses. `when` ends the phrase. */
export const notFinite = (addresses: readonly string[], when: string): ScenarioError =>
  new ScenarioError(
    addresses.slice(0, 3).map((address) => ({
      severity: "error",
      address,
      what:
        `This is not a finite number ${when}: it divides by 0, takes the root or logarithm of a number that ` +
        "has none, or grows past all bounds.",
      mend: "Limit it, as with max(x, 1).",
    })),
  );

/** The largest share of draws in which the probabilities out of a state may pass 1 and be scaled to 1. */
const mostCrowded = 0.01;

/**
 * States whose probabilities out of them passed 1. In the central run, or in more than 1% of draws, that is an error.
 * In fewer draws the ranges reach a little too far, which is a warning.
 */
export const crowdedProblems = (central: Book, drawn: Book): readonly Problem[] =>
  central.crowded.axes[1].labels.flatMap((address, row): Problem[] => {
    const share = Math.max(...shareOf(drawn.crowded, row));
    if (Math.max(...shareOf(central.crowded, row)) > 0)
      return [
        { severity: "error", address, what: "The probabilities of leaving this state sum to more than 100%.", mend },
      ];
    if (share === 0) return [];
    const draws = `In ${Number((share * 100).toPrecision(2))}% of draws`;
    const what = `${draws} the probabilities of leaving this state sum to more than 100%`;
    return share > mostCrowded
      ? [{ severity: "error", address, what: `${what}.`, mend }]
      : [{ severity: "warning", address, what: `${what}; there they are scaled to 100%.`, mend }];
  });

const mend = "Lower them, narrow their ranges, or write hazards, which compete.";

/** The share of draws marked at a position of the second axis, for each position of the first. */
const shareOf = (cube: Cube, place: number): readonly number[] =>
  cube.axes[0].labels.map((_, first) => mean(drawsAt(cube, first, place)));

/** Warns of agencies that overspend in some draws even if they turn every contact away. */
export const overspendingProblems = ({ time }: Pick<Scenario, "time">, { budgets }: Book): readonly Problem[] => {
  const [strategies, agencies, , years] = budgets.axes;
  return agencies.labels.flatMap((name, agency): Problem[] => {
    const shares = years.labels.map((_, year) => {
      const inYear = strategies.labels.map((_, strategy) => {
        const shortfall = drawsAt(budgets, strategy, agency, budgetFigures.indexOf("shortfall"), year);
        return shortfall.filter((pounds) => pounds > halfPenny).length / budgets.draws;
      });
      return Math.max(...inYear);
    });
    const most = Math.max(...shares);
    if (most === 0) return [];
    const first = yearLabel(time, 1 + shares.findIndex((share) => share > 0));
    const draws = `In up to ${Number((most * 100).toPrecision(2))}% of draws, from ${first} on,`;
    return [
      {
        severity: "warning",
        address: `agencies.${name}.whenShort`,
        what: `${draws} ${name} overspends even if it turns every contact away.`,
        mend:
          "Only the variable share of a cost stops when a contact is turned away. " +
          "Look at the agency's budget, and at cashable or split of the costs it pays.",
      },
    ];
  });
};
