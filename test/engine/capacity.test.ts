import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lawOf } from "../support/law.js";
import {
  bookOf,
  close,
  cost,
  cumulated,
  expectEachByItsFlows,
  fall,
  limits,
  money,
  others,
  share,
  step,
  sum,
  unitOf,
} from "./ward.js";

describe("what is avoided at a service", () => {
  lawOf(
    "is cash, idle or backfilled, each by its own flows, whatever happens there",
    fc.record({ limits, fall, others, step, most: fc.integer({ min: 1, max: 39 }), isShut: fc.boolean() }),
    ({ limits, fall, others, step, most, isShut }) => {
      const shut = isShut ? close(Math.min(step * most, 10), limits) : {};
      const small = { ...limits, step: `${Math.min(step, 10)} ${unitOf(limits)}` };
      const book = bookOf({ limits: small, effects: { ...fall, ...shut }, demand: others });
      expectEachByItsFlows(book);
    },
    15,
  );

  lawOf(
    "is cash for no more than there is of it by then, and never less than none, where demand falls and nothing is shut",
    fc.record({ limits, fall, others }),
    ({ limits, fall, others }) => {
      const book = bookOf({ limits, effects: fall, demand: others });
      const [avoided, cash] = [money(book, "avoided"), money(book, "cash")].map(cumulated);
      for (const [year, pounds] of cash.entries()) {
        expect(pounds).toBeGreaterThan(-1e-6);
        expect(pounds).toBeLessThan(avoided[year] + 1e-6);
      }
    },
    15,
  );

  test("may be less than the cash of a single year, in which a list that has become shorter is no longer served", () => {
    // 10 wait, 10 arrive in the first year and none in the second; 10 are served per year. Without those 10 the list
    // ends a year earlier.
    const book = bookOf({
      limits: { cashable: 1, capacity: { contacts: 10, every: "year" }, waiting: { start: 10 } },
      effects: { less: { cut: { ward: 1 } } },
      demand: { ill: { to: "ward", contacts: "year == 1 ? 10 : 0", per: "everyone", every: "year" } },
      years: 2,
      cycle: "year",
    });
    expect(money(book, "avoided")).toEqual([1000, 0]);
    expect(money(book, "cash")).toEqual([0, 1000]);
  });

  lawOf(
    "is no cash at all where no cost is variable and no room changes",
    fc.record({ limits, fall, others, isLimited: fc.boolean() }),
    ({ limits, fall, others, isLimited }) => {
      const { split: _, ...ofRoom } = limits;
      const fixed = { split: { variable: 0, semiFixed: isLimited ? 0.6 : 0 }, ...(isLimited ? ofRoom : {}) };
      const onlyLimited = isLimited ? others : {};
      const book = bookOf({ limits: fixed, effects: fall, demand: onlyLimited });
      for (const pounds of money(book, "cash")) expect(Math.abs(pounds)).toBe(0);
    },
    10,
  );

  test("costs its rising share where more come and nothing limits them", () => {
    const book = bookOf({ limits: { cashable: 0 }, effects: { more: { raise: { ward: 0.5 } } }, years: 1 });
    expect(money(book, "cash")[0]).toBeCloseTo(-200 * cost, 9);
  });
});

describe("a service that is shut in steps", () => {
  lawOf(
    "saves nothing by one place less than a step, and the step's cost by one more",
    fc
      .record({ places: fc.integer({ min: 11, max: 100 }), step: fc.integer({ min: 2, max: 10 }), semiFixed: share })
      .filter(({ semiFixed }) => semiFixed > 0),
    ({ places, step, semiFixed }) => {
      // The ward is full, so its peak falls by the cut.
      const cash = (fewer: number) =>
        money(
          bookOf({
            limits: {
              split: { variable: 0, semiFixed },
              capacity: { places, stay: "1 quarter" },
              step: `${step} places`,
            },
            effects: { less: { cut: { ward: fewer / places } }, shut: { close: { ward: `${step} places` } } },
            demand: { ill: { to: "ward", contacts: places, per: "everyone", every: "quarter" } },
          }),
          "cash",
        );
      for (const pounds of cash(step - 1)) expect(Math.abs(pounds)).toBe(0);
      const [first, second, third] = cash(step);
      expect(Math.abs(first)).toBe(0);
      for (const pounds of [second, third]) expect(pounds).toBeCloseTo(semiFixed * cost * 4 * step, 6);
    },
    10,
  );

  lawOf(
    "never costs more by its room where more of it may be shut",
    fc.record({
      limits,
      fall,
      others,
      step,
      most: fc.integer({ min: 1, max: 4 }),
      more: fc.integer({ min: 0, max: 4 }),
    }),
    ({ limits, fall, others, step, most, more }) => {
      const { split: _, ...ofRoom } = limits;
      const size = Math.min(step, 5);
      const fixed = { ...ofRoom, split: { variable: 0, semiFixed: 0.6 }, step: `${size} ${unitOf(limits)}` };
      const may = (steps: number) => {
        const effects = { ...fall, ...close(Math.min(size * steps, 10), limits) };
        return money(bookOf({ limits: fixed, effects, demand: others }), "cash");
      };
      const [few, many] = [may(most), may(most + more)];
      for (const [year, pounds] of few.entries()) expect(many[year]).toBeGreaterThan(pounds - 1e-6);
    },
    10,
  );

  test("may cost the place more the more of it is shut, since those turned away cost elsewhere", () => {
    // One night less in the first year shuts the second of two places. In the next year two arrive, and one goes where
    // it costs £1000.
    const net = (effects: object): number => {
      const book = bookOf({
        limits: { split: { variable: 0, semiFixed: 1 }, capacity: { contacts: 2, every: "year" }, step: "1 contact" },
        services: { hotel: { unit: "night", cost: { council: 1000 }, cashable: 1 } },
        effects: { less: { cut: { ward: 0.5 }, until: "1 year" }, ...effects },
        demand: {
          ill: { to: "ward", contacts: 2, per: "everyone", every: "year" },
          away: { to: "hotel", unmet: "ward", contacts: 1 },
        },
        years: 2,
        cycle: "year",
      });
      return sum([...money(book, "cash"), ...money(book, "cash", "hotel")]);
    };
    expect(net({})).toBe(0);
    expect(net({ shut: { close: { ward: "1 contact" } } })).toBe(100 - 1000);
  });
});
