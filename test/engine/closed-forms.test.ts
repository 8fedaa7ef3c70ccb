import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import { cyclesPerYear } from "../../src/base/time.js";
import { lawOf } from "../support/law.js";
import { between, book, cycles, people, served, time } from "./one-ward.js";

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
