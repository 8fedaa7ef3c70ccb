import { describe, expect, test } from "vitest";
import { expectations } from "../../src/experiments/expectations.js";
import { waitingFinding } from "../../src/report/finding/waiting.js";
import { outputs } from "../../src/report/outputs.js";
import { activity } from "../../src/results/people/activity.js";
import { waiting } from "../../src/results/people/waiting.js";
import type { Settings } from "../../src/scenario/scenario.js";
import { scenarioIn } from "../support/read.js";
import { meant, readMeant } from "./meant.js";

/** The list at each month's end, by hand: 3% of the people who find no room give up. */
const listOf = (room: number, months: number): { readonly lists: readonly number[]; readonly gaveUp: number[] } => {
  let list = 200;
  const [lists, gaveUp]: [number[], number[]] = [[], []];
  for (let month = 0; month < months; month++) {
    const without = Math.max(0, list + 100 - room);
    gaveUp.push(0.03 * without);
    list = 0.97 * without;
    lists.push(list);
  }
  return { lists, gaveUp };
};

const inYear = (months: readonly number[], year: number): number =>
  months.slice(12 * (year - 1), 12 * year).reduce((total, each) => total + each, 0);

describe("a waiting list", () => {
  const simulation = meant("waiting-list");
  const rows = waiting(simulation);

  // Each year by hand: 238, 264, 282 wait without, 139, 96, 67 with; 82, 94, 102 and 61, 42, 29 give up.
  test.each([
    ["without", 90, [238, 264, 282], [82, 94, 102], 3.05],
    ["clinic", 100, [139, 96, 67], [61, 42, 29], 0.79],
  ] as const)("%s: who waits, who gives up and how long it takes", (strategy, room, atEnd, away, months) => {
    const own = rows.filter((row) => row.strategy === strategy);
    const { lists, gaveUp } = listOf(room, 36);
    expect(own.map((row) => Math.round(row.waiting))).toEqual(atEnd);
    expect(own.map((row) => Math.trunc(row.gaveUp + 0.4))).toEqual(away);
    for (const row of own) {
      expect(row.waiting).toBeCloseTo(lists[12 * row.year - 1], 9);
      expect(row.gaveUp).toBeCloseTo(inYear(gaveUp, row.year), 9);
      // Little (1961): the mean list ÷ the contacts seen a month.
      expect(row.monthsWaited).toBeCloseTo(inYear(lists, row.year) / 12 / room, 9);
      // 18 weeks are 4.14 of the twelve months of a year of 365.25 days.
      expect(row.shareWithin).toBeCloseTo(1 - Math.exp((-((18 * 7) / 365.25) * 12) / (row.monthsWaited ?? 0)), 9);
    }
    expect(own[2].monthsWaited).toBeCloseTo(months, 2);
  });

  test("is what the file expects", () => {
    expect(expectations(scenarioIn(readMeant("waiting-list"))).filter(({ holds }) => !holds)).toEqual([]);
  });

  test("is found in a sentence, also on the first screen", () => {
    const sentence =
      "At Operation about 67 wait at the end (282 without), 133 give up (278 without), in 2028/29 the mean wait is " +
      "0.79 months (3.0 without) and 99% are seen within 18 weeks (74% without).";
    expect(waitingFinding(rows, simulation)).toEqual([sentence]);
    expect(outputs.answer.page(simulation).finding).toContain(sentence);
  });
});

// Fong and others (2022): with a mean wait of a quarter of the target, 1 − e⁻⁴ = 98.2% are seen within it.
test("a mean wait of a quarter of the target", () => {
  // Nobody gives up, and as many come as are seen: the list stays at 45, which is half a month of 90.
  const [row] = waiting(
    meant("waiting-list", {
      "demand.referrals.contacts": 10.8,
      "services.operation.waiting.start": 45,
      "services.operation.waiting.leave": "0% a month",
      "services.operation.waiting.within": "2 months",
    }),
  );
  expect(row.monthsWaited).toBeCloseTo(0.5, 9);
  expect(row.shareWithin).toBeCloseTo(0.982, 3);
});

describe("a list of at most twenty", () => {
  const turnedAway = (set: Settings = {}) => {
    const rows = waiting(meant("waiting-room", set));
    const [without, care] = ["without", "care"].map((name) => rows.filter(({ strategy }) => strategy === name));
    return { without, care };
  };

  test("turns the others away, under a strategy that changes arrivals, too", () => {
    const { without, care } = turnedAway();
    expect(without.map((row) => row.turnedAway)).toEqual([52, 72].map((each) => expect.closeTo(each, 9)));
    expect(care.map((row) => row.turnedAway)).toEqual([30.4, 50.4].map((each) => expect.closeTo(each, 9)));
    expect(without.map((row) => row.waiting)).toEqual([20, 20].map((each) => expect.closeTo(each, 9)));
    const elsewhere = activity(meant("waiting-room")).filter(({ service }) => service === "neighbour");
    expect(elsewhere.map((row) => row.with)).toEqual([30.4, 50.4].map((each) => expect.closeTo(each, 9)));
  });

  // Of 500 people 360 are seen in year 1, and all 432 who come find the list full; then it runs down to 20.
  test("does not turn away people who wait already", () => {
    const { without } = turnedAway({ "services.ward.waiting.start": 500 });
    expect(without.map((row) => row.waiting)).toEqual([140, 20].map((each) => expect.closeTo(each, 9)));
    expect(without.map((row) => row.turnedAway)).toEqual([432, 192].map((each) => expect.closeTo(each, 9)));
  });
});

describe("urgent before routine", () => {
  const of = (priority: string | null, set: Settings = {}) =>
    waiting(meant("priority", set)).filter((row) => row.strategy === "without" && row.priority === priority);

  test("urgent patients do not wait, and the others do", () => {
    expect(of("1").map((row) => [row.waiting, row.gaveUp, row.monthsWaited, row.seen])).toEqual(
      [1, 2].map(() => [0, 0, 0, expect.closeTo(600, 9)]),
    );
    expect(of("others").map((row) => Math.round(row.waiting))).toEqual([135, 194]);
    // All together are as many as without priorities.
    const alike = of(null, { "demand.urgent.contacts": 0, "demand.routine.contacts": 38 });
    expect(of(null).map((row) => row.waiting)).toEqual(alike.map((row) => expect.closeTo(row.waiting, 9)));
  });

  test("is what the file expects of each priority", () => {
    expect(expectations(scenarioIn(readMeant("priority"))).filter(({ holds }) => !holds)).toEqual([]);
  });

  // 200 urgent ones a month leave no room: each month 50 more wait, of whom 2% give up, and no routine one is seen.
  test("urgent patients wait for one another where there are more than there is room", () => {
    const [urgent] = of("1", { "demand.urgent.contacts": 48 });
    const list = Array.from({ length: 12 }).reduce<number>((waits) => 0.98 * (waits + 50), 0);
    expect(urgent.waiting).toBeCloseTo(list, 9);
    expect(of("others", { "demand.urgent.contacts": 48 })[0]).toMatchObject({ seen: 0, monthsWaited: null });
  });
});
