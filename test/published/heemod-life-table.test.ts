import { expect, test } from "vitest";
import { type Central, centralOf } from "../support/central.js";
import { read } from "../support/read.js";
import published from "./heemod-life-table.json" with { type: "json" };

/** A record with one value for each move to another state. */
const moves = <Written>(write: (probability: number, key: string) => Written): Readonly<Record<string, Written>> =>
  Object.fromEntries(
    published.states.flatMap((from, row) =>
      published.states.flatMap((to, column) => {
        const probability = published.probabilities[row][column];
        return row === column || probability === 0
          ? []
          : [[`${from} -> ${to}`, write(probability, `${from} -> ${to}`)]];
      }),
    ),
  );

const alive = Object.entries(published.careInAYear);
const fewer = 1 - published.relativeRisk;
const perYear = { per: "person", every: "year" } as const;

const { cost, outcome }: Central = centralOf(
  read({
    title: "The HIV model of heemod's first vignette",
    question: "Both drugs for life: what does a year of life cost, where people are counted as in a life table?",
    time: { start: "2015-01-01", years: published.years, cycle: "year", timing: "mid" },
    money: {
      priceYear: "2015",
      discount: { costs: { schedule: published.discount, by: "cycle", from: "start" }, outcomes: "none" },
    },
    agencies: { nhs: { name: "NHS", kind: "national", cashable: "100%" } },
    cohorts: {
      patients: {
        size: published.people,
        states: published.states,
        gone: ["D"],
        moves: moves((probability) => ({ probability, cycle: "year" })),
      },
    },
    services: {
      ...Object.fromEntries(alive.map(([state, pounds]) => [`care${state}`, { unit: "year", cost: { nhs: pounds } }])),
      drugs: { unit: "year", cost: { nhs: published.drugsInAYear.mono } },
      lifeYear: { unit: "life year", worth: "society" },
    },
    demand: {
      ...Object.fromEntries(
        alive.map(([state]) => [`in${state}`, { to: `care${state}`, while: state, contacts: 1, ...perYear }]),
      ),
      treated: { to: "drugs", contacts: 1, ...perYear },
      alive: { to: "lifeYear", contacts: 1, ...perYear },
    },
    interventions: {
      comb: {
        reaches: "everyone",
        deadweight: 0,
        costs: { more: { pays: { nhs: published.drugsInAYear.comb - published.drugsInAYear.mono }, ...perYear } },
        effects: {
          slower: {
            cut: Object.fromEntries(
              Object.keys(moves((probability) => probability)).map((key) => [`cohorts.patients.moves.${key}`, fewer]),
            ),
          },
        },
      },
    },
  }),
);

const options = { mono: "without", comb: "comb" } as const;
const a = (total: number): number => total / published.people;
const more = {
  cost: cost(options.comb) - cost(options.mono),
  lifeYears: outcome(options.comb, "lifeYear") - outcome(options.mono, "lifeYear"),
};

test.each(["mono", "comb"] as const)("%s costs and gives life years as heemod prints them", (option) => {
  expect(Math.abs(cost(options[option]) / published.cost[option] - 1)).toBeLessThan(1e-7);
  expect(Math.abs(outcome(options[option], "lifeYear") / published.lifeYears[option] - 1)).toBeLessThan(1e-7);
});

test("the differences per person, and the cost of a life year", () => {
  expect(a(more.cost)).toBeCloseTo(published.differenceAPerson.cost, 2);
  expect(a(more.lifeYears)).toBeCloseTo(published.differenceAPerson.lifeYears, 6);
  expect(more.cost / more.lifeYears).toBeCloseTo(published.costOfALifeYear, 2);
});

test.each(published.aheadAPerson)(
  "where a life year is worth £$worthOfALifeYear, $strategy is ahead by £$by",
  (row) => {
    const combAhead = a(row.worthOfALifeYear * more.lifeYears - more.cost);
    const ahead = row.strategy === "comb" ? combAhead : -combAhead;
    // The source prints seven digits.
    expect(Number(ahead.toPrecision(7))).toBe(row.by);
  },
);
