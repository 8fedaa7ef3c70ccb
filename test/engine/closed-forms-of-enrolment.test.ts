import fc from "fast-check";
import { describe, expect } from "vitest";
import { cyclesPerYear } from "../../src/base/time.js";
import { lawOf } from "../support/law.js";
import { averted, between, book, type Cycle, people, served, taking, time } from "./one-ward.js";

describe("enrolment", () => {
  lawOf(
    "lasts as long as the stay, in the mean",
    fc.record({ months: fc.integer({ min: 1, max: 24 }), cycle: fc.constantFrom<Cycle>("month", "week") }),
    ({ months, cycle }) => {
      const years = 12 * Math.ceil(months / 4); // all but e^-36 of them have left by then
      const run = book({
        ...time(Math.min(125, years), cycle),
        cohorts: { residents: { size: 100 } },
        ...served,
        ...taking({ stay: `${months} months` }),
      });
      const inIt = people(run, { intervention: "help" });
      const cyclesEach = (inIt.reduce((sum, mean) => sum + mean, 0) * cyclesPerYear[cycle]) / 100;
      expect(cyclesEach / ((months / 12) * cyclesPerYear[cycle])).toBeCloseTo(1, 9);
    },
    6,
  );

  lawOf(
    "has an effect that halves every fade in those who left",
    fc.record({ years: fc.integer({ min: 1, max: 4 }), quarters: fc.integer({ min: 1, max: 4 }) }),
    ({ years, quarters }) => {
      // All leave after one quarter. The effect remains for all in quarter 2, and for the same share less in each later
      // one.
      const run = book({
        ...time(9, "quarter"),
        cohorts: { residents: { size: 100 } },
        ...served,
        ...taking({ stay: "1 quarter", fade: `${4 * years + quarters} quarters` }),
      });
      const half = 4 * years + quarters;
      const left = (quarter: number) => (quarter === 1 ? 1 : 0.5 ** ((quarter - 2) / half));
      for (const [year, contacts] of averted(run).entries()) {
        const exact = [1, 2, 3, 4].reduce((sum, quarter) => sum + 25 * left(4 * year + quarter), 0);
        expect(contacts).toBeCloseTo(exact, 9);
      }
    },
    5,
  );

  lawOf(
    "fills at its pace, a place that nobody leaves",
    fc.record({ perMonth: between(1, 30), places: fc.integer({ min: 10, max: 400 }) }),
    ({ perMonth, places }) => {
      const rate = Number(perMonth.toFixed(3));
      const run = book({
        ...time(2, "month"),
        cohorts: { residents: { size: 1000 } },
        ...served,
        ...taking({ people: places, join: `${rate} a month` }),
      });
      for (const [year, mean] of people(run, { intervention: "help" }).entries()) {
        const months = Array.from({ length: 12 }, (_, month) => Math.min(places, rate * (12 * year + month + 1)));
        expect(mean).toBeCloseTo(months.reduce((sum, each) => sum + each, 0) / 12, 8);
      }
    },
    5,
  );
});

describe("need", () => {
  // Only one segment makes contacts, so the contacts averted are those of its people among the enrolled.
  const ofOneSegment = (weights: readonly number[], whose: number, persistence: number, who: string, size: number) => {
    const segments = Object.fromEntries(
      weights.map((weight, index) => [`s${index}`, { weight, multiplier: index === whose ? 1 / weight : 0 }]),
    );
    const run = book({
      ...time(3, "year"),
      cohorts: { residents: { size: 1000, concentration: { segments, persistence } } },
      ...served,
      ...taking({ people: size, who }),
    });
    return averted(run).map((contacts) => (contacts * weights[whose]) / size);
  };

  lawOf(
    "is dealt anew at a year's end but for what persists",
    fc.record({
      top: fc.integer({ min: 5, max: 40 }),
      rest: fc.integer({ min: 1, max: 99 }),
      persistence: between(0, 1),
      size: fc.integer({ min: 10, max: 900 }),
    }),
    ({ top, rest, persistence, size }) => {
      const weights = [(1 - top / 100) * (1 - rest / 100), (1 - top / 100) * (rest / 100), top / 100];
      // The last has most need of all, so those with the highest need are its people first.
      for (const kept of [persistence, 1, 0]) {
        const [now, next, third] = ofOneSegment(weights, 2, kept, "highest-need", size);
        const picked = Math.min(1, (1000 * weights[2]) / size);
        expect(now).toBeCloseTo(picked, 9);
        expect(next).toBeCloseTo(kept * picked + (1 - kept) * weights[2], 9);
        expect(third).toBeCloseTo(kept * next + (1 - kept) * weights[2], 9);
      }
    },
    5,
  );

  lawOf(
    "of last year is what picks people, of whom a part have it still",
    fc.record({ persistence: between(0, 1), size: fc.integer({ min: 10, max: 900 }) }),
    ({ persistence, size }) => {
      const weights = [0.7, 0.3];
      const [now, next] = ofOneSegment(weights, 1, persistence, "last-year", size);
      // No other segment has contacts, so all people with contacts are of this one: 1 - e^-(1/0.3) of it.
      const had = 300 * -Math.expm1(-1 / 0.3);
      const beyond = Math.max(0, size - had);
      const picked = (Math.min(size, had) + (beyond * (300 - had)) / (1000 - had)) / size;
      expect(now).toBeCloseTo(persistence * picked + (1 - persistence) * 0.3, 9);
      expect(next).toBeCloseTo(persistence * now + (1 - persistence) * 0.3, 9);
    },
    10,
  );
});
