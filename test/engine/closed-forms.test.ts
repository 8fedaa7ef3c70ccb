import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import { cyclesPerYear } from "../../src/base/time.js";
import type { Book } from "../../src/engine/book/book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { lawOf } from "../support/law.js";
import { read } from "../support/read.js";

type Parts = Partial<ScenarioForm>;
type Cycle = keyof typeof cyclesPerYear;

const book = (parts: Parts): Book =>
  simulate(read(bare({ interventions: { idle: { reaches: "everyone" } }, ...parts })), { draws: 1 }).central;

const time = (years: number, cycle: Cycle, timing: "start" | "mid" | "end" = "start"): Parts => ({
  time: { start: "2025-04-01", years, cycle, timing },
});

/** The people of a group in each year, in the first strategy that is named. */
const people = ({ people, groups }: Book, of: { state?: string; intervention?: string }): number[] => {
  const group = groups.findIndex(
    ({ state, intervention }) => state === (of.state ?? null) && intervention === (of.intervention ?? null),
  );
  return people.axes[2].labels.map((_, year) => drawsAt(people, 1, group, year)[0]);
};

/** The contacts averted at the only service, by year. */
const averted = ({ activity: { plain: activity } }: Book): number[] =>
  activity.axes[2].labels.map((_, year) => drawsAt(activity, 0, 0, year)[0] - drawsAt(activity, 1, 0, year)[0]);

const cycles = fc.constantFrom<Cycle>("week", "month", "quarter", "year");
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const served: Parts = {
  services: { ward: { unit: "stay", cost: { council: 1 } } },
  demand: { ill: { to: "ward", contacts: 1, per: "person", every: "year" } },
};

const taking = (reaches: object, parts: object = {}): Parts => ({
  interventions: {
    help: {
      reaches: { people: 100, who: "anyone", stay: "to the end", ...reaches },
      deadweight: 0,
      effects: { less: { cut: { ward: 1 } } },
      ...parts,
    } as ScenarioForm["interventions"][string],
  },
});

describe("people who leave a state at a hazard", () => {
  lawOf(
    "are as many as the exponential says, whatever the cycle",
    fc.record({ hazard: between(0.001, 3), cycle: cycles }),
    ({ hazard, cycle }) => {
      const cohorts = { residents: { size: 1000, states: ["well", "ill"], moves: { "well -> ill": { hazard } } } };
      const found = people(book({ ...time(3, cycle, "end"), cohorts }), { state: "well" });
      const perYear = cyclesPerYear[cycle];
      const ends = (year: number) => Array.from({ length: perYear }, (_, index) => year + (index + 1) / perYear);
      for (const [year, mean] of found.entries()) {
        const exact = ends(year).reduce((sum, t) => sum + 1000 * Math.exp(-hazard * t), 0) / perYear;
        expect(Math.abs(mean / exact - 1)).toBeLessThan(1e-11);
      }
    },
    10,
  );

  lawOf(
    "by two ways divide as the hazards do",
    fc.record({ one: between(0.01, 2), other: between(0.01, 2), cycle: cycles }),
    ({ one, other, cycle }) => {
      const moves = { "well -> ill": { hazard: one }, "well -> dead": { hazard: other } };
      const cohorts = { residents: { size: 1000, states: ["well", "ill", "dead"], moves } };
      const run = book({ ...time(2, cycle, "end"), cohorts });
      const [ill, dead] = ["ill", "dead"].map((state) => people(run, { state }));
      for (const [year, mean] of ill.entries()) expect(mean / dead[year]).toBeCloseTo(one / other, 9);
    },
    10,
  );

  lawOf(
    "are counted halfway as the mean of before and after",
    fc.record({ hazard: between(0.01, 2), cycle: cycles }),
    ({ hazard, cycle }) => {
      const cohorts = { residents: { size: 1000, states: ["well", "ill"], moves: { "well -> ill": { hazard } } } };
      const [start, mid, end] = (["start", "mid", "end"] as const).map((timing) =>
        people(book({ ...time(2, cycle, timing), cohorts }), { state: "well" }),
      );
      for (const [year, mean] of mid.entries()) expect(mean).toBeCloseTo((start[year] + end[year]) / 2, 9);
    },
    5,
  );
});

describe("people who move there and back at hazards", () => {
  lawOf(
    "are where the exponential of the matrix says, and move as often, whatever the cycle",
    fc.record({ out: between(0.01, 3), back: between(0.01, 3), ill: between(0, 1), cycle: cycles }),
    ({ out, back, ill, cycle }) => {
      const moves = { "well -> ill": { hazard: out }, "ill -> well": { hazard: back } };
      const cohorts = { residents: { size: 1000, states: { well: 1 - ill, ill }, moves } };
      const demand = { onset: { to: "ward", move: "well -> ill", contacts: 1 } };
      const run = book({ ...time(2, cycle, "end"), cohorts, ...served, demand });
      const [both, perYear, lasting] = [out + back, cyclesPerYear[cycle], out / (out + back)];
      const illAt = (t: number): number => 1000 * (lasting + (ill - lasting) * Math.exp(-both * t));
      for (const [year, mean] of people(run, { state: "ill" }).entries()) {
        const ends = Array.from({ length: perYear }, (_, index) => illAt(year + (index + 1) / perYear));
        expect(mean).toBeCloseTo(ends.reduce((sum, each) => sum + each, 0) / perYear, 8);
        // They fall ill `out` times a year, for the years that they live well.
        const livedIll = 1000 * lasting + (illAt(year) - illAt(year + 1)) / both;
        expect(drawsAt(run.activity.plain, 0, 0, year)[0]).toBeCloseTo(out * (1000 - livedIll), 8);
      }
    },
    20,
  );

  test("bring nearly the contacts of the integral, if they are counted halfway", () => {
    const cohorts = {
      residents: {
        size: 1000,
        states: { well: "70%", ill: "30%" },
        moves: { "well -> ill": { hazard: 0.3 }, "ill -> well": { hazard: 0.5 } },
      },
    };
    const counted = { to: "ward", per: "person", every: "year" } as const;
    const demand = { ill: { ...counted, while: "ill", contacts: 4 }, all: { ...counted, contacts: 1 } };
    const contacts = (["start", "mid", "end"] as const).map((timing) => {
      const { activity } = book({ ...time(4, "year", timing), cohorts, ...served, demand });
      return activity.plain.axes[2].labels.reduce((sum, _, year) => sum + drawsAt(activity.plain, 0, 0, year)[0], 0);
    });
    const yearsIll = 0.375 * 4 + ((0.3 - 0.375) * -Math.expm1(-0.8 * 4)) / 0.8;
    const exact = 1000 * (4 * yearsIll + 4);
    expect(contacts.map((each) => Number((each / exact - 1).toFixed(3)))).toEqual([-0.017, -0.002, 0.013]);
  });
});

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
