import { describe, expect, test } from "vitest";
import { runCentral } from "../../src/engine/central.js";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { centralOf } from "../support/central.js";
import { example, read } from "../support/read.js";
import published from "./delayed-discharge.json" with { type: "json" };

/** The cost of `contacts` nights in a year, in pounds, from a scenario with one agency. */
const costOf = (contacts: number, unitCost: number): number => {
  const scenario = read({
    title: "Nights in hospital",
    question: "What do they cost?",
    time: { start: "2025-04-01", years: 1, cycle: "month" },
    money: { priceYear: "2024/25", discount: "none" },
    agencies: { nhs: { name: "NHS", kind: "national" } },
    cohorts: { residents: { size: 1 } },
    services: { night: { unit: "night", cost: { nhs: unitCost }, cashable: "15%" } },
    demand: { nights: { to: "night", contacts, per: "everyone", every: "year" } },
    interventions: { none: { reaches: "everyone", costs: { pound: { pays: { nhs: 1 }, in: "year 1" } } } },
  });
  return centralOf(scenario).cost("without", { money: "plain" });
};

describe("what people who cannot leave hospital cost", () => {
  test.each(published.rows)("$what: £$published", ({ contacts, unitCost, published: pounds, tolerance }) => {
    expect(costOf(contacts, unitCost)).toBeCloseTo(contacts * unitCost, 4);
    expect(Math.abs(costOf(contacts, unitCost) / pounds - 1)).toBeLessThan(tolerance);
  });

  test("31 in 100 of those days wait for ongoing care", () => {
    const [september, ongoing] = published.rows;
    expect(ongoing.contacts / september.contacts).toBeCloseTo(0.31, 12);
  });
});

interface Week {
  readonly admissions: number;
  readonly lost: number;
  readonly arrivals: number;
  readonly filled: number;
  readonly waiting: number;
}

/** A cycle in weeks: a calendar year of 365.25 days has 52 cycles. */
const weeks = 365.25 / 364;

/**
 * The example's central run by hand, as the last 52 of 260 cycles: with `places` for reablement, and a share `cut` of
 * the lost hand-overs averted.
 */
const byHand = (places: number, cut: number): readonly Week[] => {
  const first: Week = {
    admissions: 18000 / 52 / (1 - 0.03 * 0.15 * 0.4),
    lost: 0.15,
    arrivals: 0,
    filled: 0,
    waiting: 45,
  };
  const cycles: Week[] = [first, first, first, first];
  for (let week = 0; week < 260; week++) {
    const [monthAgo, weekAgo] = [cycles[cycles.length - 4], cycles[cycles.length - 1]];
    const lost = 0.15 * (1 - cut * Math.min(1, (week + 0.5) / 26));
    const admissions = 18000 / 52 + 0.03 * monthAgo.lost * 0.4 * monthAgo.admissions;
    const asking = weekAgo.waiting + 0.03 * (1 - weekAgo.lost) * weekAgo.admissions;
    const waiting = (asking - Math.min(asking, (places / 6) * weeks)) * Math.exp(-0.05 * weeks);
    const arrivals = admissions * 9 + weekAgo.waiting * 7 * weeks;
    const beds = 498 * 7 * weeks;
    const filled = Math.min(beds, arrivals) + Math.min(Math.max(0, beds - arrivals), 9000 / 52);
    cycles.push({ admissions, lost, arrivals, filled, waiting });
  }
  return cycles.slice(-52);
};

const yearOf = (cycles: readonly Week[], what: "arrivals" | "filled"): number =>
  cycles.reduce((sum, week) => sum + week[what], 0);

describe("leaving hospital, calculated independently", () => {
  const scenario = example("discharge/scenario.yaml");
  const strategies = Object.keys(scenario.strategies);
  const book = runCentral(scenario, strategies);
  const inFifthYear = (strategy: string, figure: "avoided" | "cash"): number => {
    const of = { agencies: ["hospital"], year: 5, money: "plain" } as const;
    return figureOf(book, strategies.indexOf(strategy), figure, of)[0];
  };
  const [without, after] = [byHand(40, 0), byHand(55, 0.4)];
  const [averted, freed] = (["arrivals", "filled"] as const).map((what) => yearOf(without, what) - yearOf(after, what));

  test("the averted bed days, the freed bed days, and the closed ward", () => {
    const bedDay = inFifthYear("beds-empty", "avoided") / averted;
    expect(inFifthYear("beds-empty", "cash") / (0.15 * bedDay * freed)).toBeCloseTo(1, 9);
    expect(inFifthYear("ward-shut", "cash") / (bedDay * (0.15 * freed + 0.65 * 15 * 365.25))).toBeCloseTo(1, 9);
    expect(inFifthYear("beds-filled", "cash")).toBeCloseTo(0, 6);
    expect([220 * averted, 0.15 * 220 * freed].map(Math.round)).toEqual([2979326, 292341]);
  });

  test("a ward of 15 shuts and one of 25 does not, because 24 beds are free in the fullest week", () => {
    const fullest = (cycles: readonly Week[]): number => Math.max(...cycles.map(({ filled }) => filled)) / (7 * weeks);
    expect(fullest(without) - fullest(after)).toBeCloseTo(24.25, 2);
    const wards = {
      "services.bedDay.step": "25 places",
      "interventions.closeWard.effects.ward.close.bedDay": "25 places",
    };
    const larger = runCentral(example("discharge/scenario.yaml", wards), strategies);
    const cash = (strategy: string): number =>
      figureOf(larger, strategies.indexOf(strategy), "cash", { agencies: ["hospital"] })[0];
    expect(cash("ward-shut")).toBe(cash("beds-empty"));
  });

  test("shutting the ward raises the hospital's cash and net, and its netAvoided falls a little", () => {
    const rows = whoSaves(simulate(scenario)).filter(({ agency }) => agency === "hospital");
    const [empty, shut] = ["beds-empty", "ward-shut"].map((name) => rows.find(({ strategy }) => strategy === name)!);
    expect(shut.cash).toBeGreaterThan(2 * empty.cash);
    expect(shut.net - empty.net).toBeGreaterThan(1_000_000);
    expect(shut.netAvoided).toBeLessThan(empty.netAvoided);
    expect(shut.netAvoided).toBeGreaterThan(0.95 * empty.netAvoided);
  });
});
