import { type Cube, drawsAt } from "../base/cube.js";
import type { Column } from "../base/kernels.js";
import { type Problem, ScenarioError } from "../base/problem.js";
import { mean } from "../base/statistics.js";
import type { Scenario } from "../scenario/scenario.js";
import { yearLabel } from "../scenario/time.js";
import { budgetFigures } from "./axes.js";
import type { Book } from "./book.js";
import type { Plan } from "./plan.js";

/** What becomes of a draw whose numbers are not finite, or breed without end: it stops the run, or its own results are no numbers. */
export type WhenUnsound = "stop" | "mark";

// Past this a sum of a few such numbers, or a product of three, would no longer be one.
const largest = 1e100;

const isSound = (column: Column): boolean => {
  for (let draw = 0; draw < column.length; draw++) if (!(Math.abs(column[draw]) < largest)) return false;
  return true;
};

/** The addresses of what a finished run found not to be finite: services, then lines of money. */
export const unsoundIn = ({ costs, lines }: Plan): readonly string[] => [
  ...costs
    .filter(
      ({ plain, bearers }) =>
        !plain.served.every(isSound) ||
        !plain.arrivals.every(isSound) ||
        !bearers.every(({ years }) => years.every(({ cost }) => isSound(cost))),
    )
    .map(({ name }) => `services.${name}`),
  ...lines.postings.filter(({ money }) => !money.every(isSound)).map(({ address }) => address),
];

/** The addresses of the numbers that are not finite in a cycle. */
export const unsoundNow = ({ program }: Plan): readonly string[] =>
  [...program.values].filter(([, { column }]) => !isSound(column)).map(([address]) => address);

/** Stops a run whose numbers are not finite, naming where they come from. */
export const notFinite = (addresses: readonly string[], when: string): ScenarioError =>
  new ScenarioError(
    addresses.slice(0, 3).map((address) => ({
      severity: "error",
      address,
      what: `This is not a finite number ${when}: it divides by 0, takes the root or logarithm of what has none, or grows past all bounds.`,
      mend: "Hold it within bounds, as with max(x, 1).",
    })),
  );

/** The most draws, as a share, in which the probabilities out of a state may pass 1 and be scaled to it. */
const mostCrowded = 0.01;

/**
 * States whose probabilities out of them passed 1: in the central run, or in more than 1 % of the draws, the numbers cannot be right and the run
 * stops; in a few draws the ranges reach a little too far, which a reader should know.
 */
export const crowdedProblems = (central: Book, drawn: Book): readonly Problem[] =>
  central.crowded.axes[1].labels.flatMap((address, row): Problem[] => {
    const share = Math.max(...shareOf(drawn.crowded, row));
    if (Math.max(...shareOf(central.crowded, row)) > 0)
      return [
        { severity: "error", address, what: "The probabilities of leaving this state sum to more than 100%.", mend },
      ];
    if (share === 0) return [];
    const draws = `In ${Number((share * 100).toPrecision(2))}% of draws the probabilities of leaving this state sum to more than 100%`;
    return share > mostCrowded
      ? [{ severity: "error", address, what: `${draws}.`, mend }]
      : [{ severity: "warning", address, what: `${draws}; there they are scaled to it.`, mend }];
  });

const mend = "Lower them, narrow their ranges, or write hazards, which compete.";

/** The share of draws marked at a place of the second axis, for each place of the first. */
const shareOf = (cube: Cube, place: number): readonly number[] =>
  cube.axes[0].labels.map((_, first) => mean(drawsAt(cube, first, place)));

/** Agencies that ration, and in some draws overspend all the same: for these, turning everybody away is not enough. */
export const overspendingProblems = ({ time }: Pick<Scenario, "time">, { budgets }: Book): readonly Problem[] => {
  const [strategies, agencies, , years] = budgets.axes;
  return agencies.labels.flatMap((name, agency): Problem[] => {
    const shares = years.labels.map((_, year) => {
      const inYear = strategies.labels.map((_, strategy) => {
        const lacking = drawsAt(budgets, strategy, agency, budgetFigures.indexOf("lacking"), year);
        return lacking.filter((pounds) => pounds > halfPenny).length / budgets.draws;
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
        what: `${draws} it is not enough that ${name} turns everybody away: there it overspends.`,
        mend: "Only the variable share of a cost stops with those turned away: look at its budget, and at cashable or split of what it bears.",
      },
    ];
  });
};

const halfPenny = 0.005;
