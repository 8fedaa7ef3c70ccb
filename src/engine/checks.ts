import { drawsAt } from "../base/columns/cube.js";
import type { Column } from "../base/columns/kernels.js";
import { largestOf } from "../base/mathematics/largest.js";
import { mostCounted } from "../base/money.js";
import { type Problem, ScenarioError } from "../base/problems/problem.js";
import { must } from "../base/records.js";
import type { Scenario } from "../scenario/scenario.js";
import { yearLabel } from "../scenario/time/time.js";
import type { Book } from "./book/book.js";
import { budgetedIn, budgetFigures } from "./book/budget-figures.js";
import type { CostParts } from "./money/costs.js";
import type { Plan } from "./plan.js";
import { halfPenny } from "./rounding.js";
import type { Bound } from "./values/passed-bounds.js";

/** What happens to a draw with a number that is not finite: it stops the run, or its own results are NaN. */
export type WhenUnsound = "stop" | "mark";

// A sum of a few numbers above this, or a product of three, would pass the largest number there is.
const largest = 1e100;

const isBelow = (column: Column, most: number): boolean => {
  // If the sum of all numbers is below, each is; it is quicker to add than to ask.
  if (isSumBelow(column, most)) return true;
  for (let draw = 0; draw < column.length; draw++) if (!(Math.abs(column[draw]) < most)) return false;
  return true;
};

/** Adds numbers without their signs, four at a time. V8 would box what begins in an array literal, or is returned. */
const isSumBelow = (column: Column, most: number): boolean => {
  let w = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  let draw = 0;
  for (; draw + 3 < column.length; draw += 4) {
    w += Math.abs(column[draw]);
    x += Math.abs(column[draw + 1]);
    y += Math.abs(column[draw + 2]);
    z += Math.abs(column[draw + 3]);
  }
  for (; draw < column.length; draw++) w += Math.abs(column[draw]);
  return w + x + (y + z) < most;
};

/** The parts of a plan whose numbers are looked at. */
type Checked = Pick<Plan, "accounts" | "lines" | "people">;

/** The addresses of cohorts, services and money lines with a number that is not finite, or not below `most`. */
const past = ({ accounts, lines, people }: Checked, most: number): readonly string[] => {
  const isFine = (column: Column): boolean => isBelow(column, most);
  const isFineCost = ({ cost }: CostParts): boolean => isFine(cost);
  return [
    ...new Set(
      people.groups.filter(({ years }) => !years.every(isFine)).map(({ group: { cohort } }) => `cohorts.${cohort}`),
    ),
    ...accounts
      .filter(
        ({ plain, payers }) =>
          !plain.served.every(isFine) ||
          !(plain.arrivals === plain.served || plain.arrivals.every(isFine)) ||
          !payers.every(({ now, years, varying }) =>
            varying.includes("cost") ? years.every(isFineCost) : isFineCost(now),
          ),
      )
      .map(({ name }) => `services.${name}`),
    ...lines.postings.filter(({ plain }) => !plain.every(isFine)).map(({ address }) => address),
  ];
};

/** The addresses of cohorts, services and money lines with a number that no run may have. */
export const unsoundIn = (plan: Checked): readonly string[] => past(plan, mostCounted);

/** The error of a run with numbers that are too large to count, or that no single quantity makes not finite. */
export const unsoundError = (plan: Plan): ScenarioError => {
  const infinite = past(plan, largest);
  if (infinite.length > 0) return notFinite(infinite, "in some cycle");
  return new ScenarioError(
    unsoundIn(plan)
      .slice(0, 3)
      .map((address) => ({
        severity: "error",
        code: "too-large",
        address,
        what: "Here people, contacts or pounds pass 10 million million, so money is no longer in whole pence.",
        mend: "Look for a growth, a price or a number of contacts that is not what it should be.",
      })),
  );
};

/** The addresses of the quantities that are not finite in this cycle. */
export const unsoundNow = ({ program }: Plan): readonly string[] => [
  ...new Set(program.compiled.filter(({ column }) => !isBelow(column, largest)).map(({ address }) => address)),
];

/** The error of a run with numbers that are not finite, for at most three addresses. `when` ends the phrase. */
export const notFinite = (addresses: readonly string[], when: string): ScenarioError =>
  new ScenarioError(
    addresses.slice(0, 3).map((address) => ({
      severity: "error",
      code: "not-finite",
      address,
      what:
        `This is not a finite number ${when}: it divides by 0, takes the root or logarithm of a number that ` +
        "has none, or grows past all bounds.",
      mend: "Limit it, as with max(x, 1).",
    })),
  );

/** The largest share of draws in which a number may pass its bound. */
const mostPast = 0.01;

/**
 * Numbers that passed a bound, where a run takes the bound in their place. In the central run, or in more than 1% of
 * draws, that is an error. In fewer draws the ranges reach a little too far, which is a warning.
 */
export const passedProblems = (central: Book, drawn: Pick<Book, "passed" | "draws">): readonly Problem[] => {
  const strategies = central.people.axes[0].labels;
  return [...new Set([...central.passed.keys(), ...drawn.passed.keys()])].sort().map((address): Problem => {
    const inCentre = central.passed.get(address);
    const { bound, draws } = inCentre ?? must(drawn.passed, address);
    const { past, counts, mend } = sentences[bound];
    const most = draws.reduce((top, count, place) => (count > (draws[top] ?? 0) ? place : top), 0);
    const under = most === 0 ? "" : ` under ${strategies[most]}`;
    if (inCentre) return { severity: "error", code, address, what: `In the central run${under} ${past}.`, mend };
    const share = draws[most] / drawn.draws;
    const what = `In ${Number((share * 100).toPrecision(2))}% of draws${under} ${past}`;
    return share > mostPast
      ? { severity: "error", code, address, what: `${what}.`, mend }
      : { severity: "warning", code, address, what: `${what}; there ${counts}.`, mend };
  });
};

const code = "passed-bound";

/** The problem of a number that passed a bound: the bound, the value that a run takes instead, and how to mend it. */
const sentences: Readonly<Record<Bound, { readonly past: string; readonly counts: string; readonly mend: string }>> = {
  share: {
    past: "this share is outside 0% to 100%",
    counts: "it counts as the nearer end",
    mend: "Narrow its range, or use a distribution that stays within, such as beta. Limit a formula with max and min.",
  },
  positive: {
    past: "this number is below 0",
    counts: "it counts as 0",
    mend: "Narrow its range, or use a distribution above 0, such as gamma. Limit a formula with max(x, 0).",
  },
  cut: {
    past: "this cuts more than 100%",
    counts: "it cuts 100%",
    mend: "Narrow its range, or cut by 1 - a ratio that is above 0. Limit a formula with min(x, 1).",
  },
  raise: {
    past: "this takes away more than 100%",
    counts: "it takes away 100%",
    mend: "Narrow its range, or raise by a ratio above 0 - 1. Limit a formula with max(x, -1).",
  },
  row: {
    past: "the probabilities of leaving this state sum to more than 100%",
    counts: "they are scaled to 100%",
    mend: "Lower them, narrow their ranges, or write hazards, which compete.",
  },
};

/** In how many draws agencies overspend: by strategy (business as usual first), agency with a budget, year from 0. */
export type Overspent = readonly (readonly (readonly number[])[])[];

/** Counts the draws of a book in which agencies overspend even if they turn every contact away. */
export const overspentIn = ({ budgets }: Book): Overspent => {
  const [strategies, agencies, , years] = budgets.axes;
  return strategies.labels.map((_, strategy) =>
    agencies.labels.map((_, agency) =>
      years.labels.map((_, year) => {
        const shortfall = drawsAt(budgets, strategy, agency, budgetFigures.indexOf("shortfall"), year);
        return shortfall.filter((pounds) => pounds > halfPenny).length;
      }),
    ),
  );
};

/** Warns of agencies that overspend in some draws even if they turn every contact away. */
export const overspendingProblems = (
  scenario: Pick<Scenario, "time" | "agencies">,
  overspent: Overspent,
  draws: number,
): readonly Problem[] =>
  budgetedIn(scenario).flatMap((name, agency): Problem[] => {
    const ofYears = overspent[0][agency].map((_, year) => largestOf(overspent.map((each) => each[agency][year])));
    const byYear = ofYears.map((count) => count / draws);
    const most = largestOf(byYear);
    if (most === 0) return [];
    const first = yearLabel(scenario.time, 1 + byYear.findIndex((share) => share > 0));
    const inDraws = `In up to ${Number((most * 100).toPrecision(2))}% of draws, from ${first} on,`;
    return [
      {
        severity: "warning",
        code: "overspends",
        address: `agencies.${name}.whenShort`,
        what: `${inDraws} ${scenario.agencies[name].name} overspends even if it turns every contact away.`,
        mend:
          "Only the variable share of a cost stops when a contact is turned away. " +
          "Look at the agency's budget, and at cashable or split of the costs it pays.",
      },
    ];
  });
