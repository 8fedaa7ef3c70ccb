import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import type { Book } from "../../src/engine/book/book.js";
import { budgetFigures } from "../../src/engine/book/budget-figures.js";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { changed, columnsOf } from "../support/columns.js";
import { law, lawOf } from "../support/law.js";
import { read } from "../support/read.js";
import {
  bookOf,
  close,
  expectEachByItsFlows,
  fall,
  limits,
  money,
  near,
  others,
  queue,
  share,
  unitOf,
} from "./ward.js";

/** The council that pays for the ward, and rations it. */
const rationing = (perYear: number, rest: object = {}): ScenarioForm["agencies"] => ({
  council: { name: "Council", kind: "local", cashable: "100%", budget: { perYear, ...rest }, whenShort: "ration" },
});

/** A figure of the council's budget in each year: without the strategy, and with it. */
const budget = ({ budgets }: Book, figure: (typeof budgetFigures)[number]): readonly number[][] =>
  [0, 1].map((place) =>
    budgets.axes[3].labels.map((_, year) => drawsAt(budgets, place, 0, budgetFigures.indexOf(figure), year)[0]),
  );

/** A service whose contacts cost £100, all of it variable, with a yearly budget. */
const small = (perYear: number, effects: object, parts: object = {}): Book =>
  bookOf({
    limits: { cashable: 1 },
    agencies: rationing(perYear),
    demand: { ill: { to: "ward", contacts: 1, per: "everyone", every: "year" } },
    effects,
    cycle: "year",
    years: 2,
    ...parts,
  });

// A hundred nights a quarter at £100: £40,000 a year where all are served.
const pounds = fc.integer({ min: 0, max: 60 }).map((thousands) => 1000 * thousands);

describe("an agency that rations", () => {
  lawOf(
    "leaves what is avoided cash, idle or backfilled, each by its own flows, and spends what is left",
    fc.record({ limits, fall, others, pounds, isLimited: fc.boolean(), isShut: fc.boolean() }),
    ({ limits, fall, others, pounds, isLimited, isShut }) => {
      const { list: _, ...back } = others as Record<string, object>;
      const steps = { ...limits, step: `10 ${unitOf(limits)}` };
      const book = bookOf({
        limits: isLimited ? steps : { split: { variable: limits.split.variable, semiFixed: 0 } },
        agencies: rationing(pounds),
        effects: { ...fall, ...(isLimited && isShut ? close(10, limits) : {}) },
        demand: isLimited ? others : back,
      });
      expectEachByItsFlows(book);
      const [cash, [before, after]] = [money(book, "cash"), budget(book, "spending")];
      for (const year of [0, 1, 2]) near(before[year] - after[year], cash[year]);
      for (const shares of budget(book, "rationed"))
        for (const each of shares) expect(each >= 0 && each <= 1).toBe(true);
    },
    15,
  );

  law("is to the bit one that overspends, where the budget always reaches", (form) => {
    const rich = (whenShort: "ration" | "overspend") => {
      const agencies = Object.entries(form.agencies).map(([name, agency]) => [
        name,
        { ...agency, budget: { perYear: 1e12 }, whenShort },
      ]);
      return columnsOf(simulate(read({ ...form, agencies: Object.fromEntries(agencies) }), { draws: 64 }));
    };
    expect(changed(rich("overspend"), rich("ration"))).toEqual([]);
  });

  lawOf(
    "changes nothing by an intervention that changes nothing",
    fc.record({ limits, others, pounds }),
    ({ limits, others, pounds }) => {
      const effects = { none: { cut: { ward: 0 } } };
      const book = bookOf({ limits, agencies: rationing(pounds), effects, demand: others });
      for (const kind of ["avoided", "cash", "backfilled"] as const)
        for (const each of money(book, kind)) expect(Math.abs(each)).toBe(0);
      const [without, withIt] = budget(book, "rationed");
      expect(withIt).toEqual(without);
    },
    10,
  );

  lawOf(
    "turns no more away in the next year for having more to spend",
    fc.record({ limits, fall, pounds, more: fc.integer({ min: 0, max: 20_000 }) }),
    ({ limits, fall, pounds, more }) => {
      const [less, rest] = [pounds, pounds + more].map((perYear) =>
        budget(bookOf({ limits, agencies: rationing(perYear), effects: fall }), "rationed").map(([, second]) => second),
      );
      for (const [arm, each] of rest.entries()) expect(each).toBeLessThanOrEqual(less[arm]);
    },
    10,
  );

  lawOf(
    "keeps within its budget where as many come every year, all of the cost is variable and nothing else changes",
    fc.integer({ min: 0, max: 40_000 }),
    (perYear) => {
      const book = bookOf({
        limits: { cashable: 1 },
        agencies: rationing(perYear),
        effects: { none: { cut: { ward: 0 } } },
      });
      const [[first, second, third]] = budget(book, "spending");
      near(first, 40_000);
      near(second, perYear);
      near(third, perYear);
    },
    5,
  );
});

describe("what is not true any more of a service that is rationed", () => {
  test("that less demand never costs more in the end: who is not turned away next year may be more than did not come", () => {
    // One contact arrives, and two in the second year; £50 pay for half of them. With half in the first year, none is
    // turned away in the second.
    const two = { ill: { to: "ward", contacts: "1 + (year == 2)", per: "everyone", every: "year" } };
    const book = small(50, { less: { cut: { ward: 0.5 }, until: "1 year" } }, { demand: two });
    expect(money(book, "avoided")).toEqual([50, 0]);
    expect(money(book, "cash")).toEqual([50, -100]);
  });

  test("that nothing is cash where no less is asked for: what the agency pays, it takes from those it turns away", () => {
    const book = small(100, { fee: { costsMore: { council: 50 }, every: "year" } });
    expect([money(book, "avoided"), money(book, "cash"), money(book, "backfilled")]).toEqual([
      [0, 0],
      [0, 50],
      [0, -50],
    ]);
    expect(budget(book, "rationed")).toEqual([
      [0, 0],
      [0, 0.5],
    ]);
  });

  test("that a saving in the budget is one for the place: who is turned away may cost more elsewhere", () => {
    const spent = (whenShort: "ration" | "overspend"): number => {
      const [agency] = Object.values(rationing(50));
      const hospital = { name: "Hospital", kind: "local", cashable: 1 } as const;
      const book = small(
        50,
        { none: { cut: { ward: 0 } } },
        {
          agencies: { council: { ...agency, whenShort }, hospital },
          services: { bed: { unit: "night", cost: { hospital: 1000 } } },
          demand: {
            ill: { to: "ward", contacts: 1, per: "everyone", every: "year" },
            ...(whenShort === "ration" ? { away: { to: "bed", unmet: "ward", contacts: 1 } } : {}),
          },
        },
      );
      return spendingOf(book, ["council", "hospital"], { year: 2, money: "plain" })[0];
    };
    expect([spent("overspend"), spent("ration")]).toEqual([100, 50 + 500]);
  });
});

test("a share that is turned away is of those who come, and the rest are served as if nobody else had come", () => {
  fc.assert(
    fc.property(share, (part) => {
      const book = small(100 * part, { none: { cut: { ward: 0 } } });
      const [rationed] = queue(book, "rationed");
      near(rationed[1], 1 - part);
    }),
    { numRuns: 10 },
  );
});
