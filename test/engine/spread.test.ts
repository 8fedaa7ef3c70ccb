import { describe, expect, test } from "vitest";
import type { Book } from "../../src/engine/book/book.js";
import { contactsInCycle, contactsOf, entryValue, modelYearsOf, underWayAt } from "../../src/engine/book/read-book.js";
import { businessAsUsual } from "../../src/engine/book/strategy-index.js";
import { simulate } from "../../src/engine/simulate.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import type { ScenarioForm, Settings } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Time = ScenarioForm["time"];

/** Ten fractures a year at first, then none. Each brings 150 weeks of care at £10, when `delay` says. */
const fractures = (delay: object, parts: Partial<ScenarioForm> = {}, history: "empty" | "steady" = "empty") =>
  bare({
    time: { start: "2025-04-01", years: 4, cycle: "year" },
    services: {
      fracture: { unit: "fracture", cost: { council: 0 } },
      care: { unit: "week", cost: { council: 10 }, history },
    },
    demand: {
      falls: { to: "fracture", contacts: "year < 2 ? 10 : 0", per: "everyone", every: "year" },
      weeks: { to: "care", each: "fracture", contacts: 150, ...delay },
    },
    interventions: { idle: reaching({ effects: { less: { cut: { fracture: "20%" } } } }) },
    ...parts,
  });

const runOf = (form: ScenarioForm, set: Settings = {}): Book => simulate(read(form, set), { draws: 1 }).central;
const weeksIn = (book: Book, strategy: typeof businessAsUsual | 0 = businessAsUsual): number[] =>
  modelYearsOf(book).map((year) => contactsOf(book, strategy, "care", { year })[0]);
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 8));

describe("contacts over a length of time", () => {
  test.each<[object, number[]]>([
    [{}, [1500, 0, 0, 0]],
    [{ over: "3 years" }, [500, 500, 500, 0]],
    [{ over: "3 years", after: "1 year" }, [0, 500, 500, 500]],
    [{ over: "18 months" }, [1000, 500, 0, 0]],
    [{ over: { value: "2 years", low: "1 year", high: "4 years" } }, [750, 750, 0, 0]],
    [{ over: { value: 30, low: 12, high: 40, unit: "months" } }, [600, 600, 300, 0]],
    [{ over: "twoYears", after: "6 months" }, [375, 750, 375, 0]],
    [{ over: "5 years" }, [300, 300, 300, 300]],
    // Shorter than a cycle is all in one.
    [{ over: "3 weeks" }, [1500, 0, 0, 0]],
  ])("come evenly: %j", (delay, weeks) => {
    const book = runOf(fractures(delay, { quantities: { twoYears: 2 } }));
    expect(weeksIn(book)).toEqual(near(weeks));
    // All of them come, in the run or after it.
    const later = underWayAt(book, businessAsUsual, "care")[0];
    expect(weeks.reduce((sum, each) => sum + each, later)).toBeCloseTo(1500, 8);
  });

  test("cost in their years what they cost together, and less in present value", () => {
    const money = { priceYear: "2024/25", discount: { schedule: "10%", by: "year", from: "start" } } as const;
    const saved = (delay: object, which: "plain" | "present"): number => {
      const book = runOf(fractures(delay, { money }));
      const entry = book.entries.find(({ kind, address }) => kind === "avoided" && address === "services.care");
      return modelYearsOf(book).reduce((sum, year) => sum + entryValue(book, 0, entry!, { year, money: which })[0], 0);
    };
    // A fifth of 1,500 weeks at £10.
    expect(saved({}, "plain")).toBeCloseTo(3000, 6);
    expect(saved({ over: "3 years" }, "plain")).toBeCloseTo(3000, 6);
    expect(saved({}, "present")).toBeCloseTo(3000, 6);
    expect(saved({ over: "3 years" }, "present")).toBeCloseTo(1000 + 1000 / 1.1 + 1000 / 1.21, 6);
  });

  test("before the start were as many as in its first year, and go on", () =>
    expect(weeksIn(runOf(fractures({ over: "3 years" }, {}, "steady")))).toEqual(near([1500, 1000, 500, 0])));

  test("less than a cycle, bit for bit as if they came together", () =>
    expect(weeksIn(runOf(fractures({ over: "1 day" })))).toEqual(weeksIn(runOf(fractures({})))));

  test("change by an effect on it from the cycle in which they are caused", () => {
    const slower = reaching({ effects: { longer: { raise: { "demand.weeks.over": 1 } } } });
    expect(weeksIn(runOf(fractures({ over: "1 year" }, { interventions: { slower } })), 0)).toEqual(
      near([750, 750, 0, 0]),
    );
  });

  test("of a move come evenly, too", () => {
    const cohorts = {
      residents: {
        size: 12,
        states: ["well", "ill"],
        moves: { "well -> ill": { probability: 1, cycle: "year" as const } },
      },
    };
    const demand = { weeks: { to: "care", move: "well -> ill", contacts: 100, over: "3 years" } } as const;
    expect(weeksIn(runOf(fractures({}, { cohorts, demand })))).toEqual(near([400, 400, 400, 0]));
  });
});

describe("a delay that may change", () => {
  const monthly: Time = { start: "2025-04-01", years: 1, cycle: "month" };

  test.each<[object, number[]]>([
    [{ after: { value: "18 months", low: "1 month", high: "3 years" } }, [0, 750, 750, 0]],
    [{ after: "later" }, [0, 0, 1500, 0]],
    [{ after: "later / 8" }, [1125, 375, 0, 0]],
  ])("brings a part of the contacts in each of two cycles: %j", (delay, weeks) =>
    expect(weeksIn(runOf(fractures(delay, { quantities: { later: "2 years" } })))).toEqual(near(weeks)),
  );

  test("is set by its address, and cut by an effect", () => {
    expect(weeksIn(runOf(fractures({ after: "1 year" }), { "demand.weeks.after": "3 years" }))).toEqual(
      near([0, 0, 0, 1500]),
    );
    const sooner = reaching({ effects: { sooner: { cut: { "demand.weeks.after": "25%" } } } });
    const form = fractures({ after: "2 years" }, { interventions: { sooner } });
    expect(weeksIn(runOf(form), 0)).toEqual(near([0, 750, 750, 0]));
    // Nothing acts on it in business as usual.
    expect(weeksIn(runOf(form))).toEqual(near([0, 0, 1500, 0]));
  });

  test("in weeks and months of a calendar year", () => {
    const form = fractures({ after: { value: "6 weeks", low: "1 week", high: "1 quarter" } }, { time: monthly });
    // 42 of 365.25 days are 1.38 months: of the first month's 125 weeks, 62% come a month later, and 38% two.
    const { drawn, central } = simulate(read(form), { draws: 1, cycles: true });
    const months = (42 / 365.25) * 12;
    expect(weeksIn(central)).toEqual(near([125 * (12 - months)]));
    expect(contactsInCycle(drawn, businessAsUsual, "care", "served", 1)[0]).toBe(0);
  });

  test("and contacts over a length of time stand in sensitivity and switching values", () => {
    const range = { value: "18 months", low: "6 months", high: "3 years" };
    const money = { priceYear: "2024/25", discount: { schedule: "10%", by: "year", from: "start" } } as const;
    const scenario = read(fractures({ after: range, over: range }, { money }));
    const isLength = ({ address }: { readonly address: string }): boolean => /weeks\.(after|over)$/.test(address);
    const rows = sensitivity(scenario).filter(isLength);
    expect(rows.map(({ address }) => address).sort()).toEqual(["demand.weeks.after", "demand.weeks.over"]);
    for (const { swing } of rows) expect(swing).toBeGreaterThan(1);
    expect(switchingValues(scenario).filter(isLength)).toMatchObject([{ value: 1.5 }, { value: 1.5 }]);
  });
});
