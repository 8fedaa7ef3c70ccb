import { describe, expect, test } from "vitest";
import { mean, standardDeviation } from "../../src/base/mathematics/statistics.js";
import { simulate } from "../../src/engine/simulate.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { isUpperBound } from "../../src/results/sums/upper-bounds.js";
import { centralOf } from "../support/central.js";
import { read } from "../support/read.js";
import published from "./voices.json" with { type: "json" };

const { counts, people } = published;

/**
 * The printed counts of 116 people, without comparison group or deadweight. A cost of £1, because there must be a cost.
 */
const scenario = read({
  title: "What 116 people of Stoke did before and after",
  question: "Is the sum of the report the sum of its counts?",
  time: { start: "2020-04-01", years: 1, cycle: "year" },
  money: { priceYear: "2020/21", discount: "none" },
  agencies: { bodies: { name: "Every public body", kind: "local", cashable: "100%" } },
  cohorts: { clients: { size: people } },
  services: Object.fromEntries(
    counts.map(({ service, event, unitCost }) => [service, { unit: event, cost: { bodies: unitCost } }]),
  ),
  interventions: {
    voices: {
      reaches: "everyone",
      deadweight: 0,
      costs: { work: { pays: { bodies: 1 }, in: "year 1" } },
      effects: {
        counted: {
          measured: { per: `${people} people`, every: "year", comparison: "none" },
          counts: Object.fromEntries(counts.map(({ service, before, after }) => [service, `${before} -> ${after}`])),
        },
      },
    },
  },
});

const { cost } = centralOf(scenario);
const spent = (strategy: string, address?: string): number =>
  cost(strategy, {
    money: "plain",
    only: (each) => (address === undefined ? each.startsWith("services.") : each === address),
  });
const saved = (address?: string): number => spent("without", address) - spent("voices", address);

describe("VOICES of Stoke (Gidlow and others 2022, section 5.3)", () => {
  test.each(counts)("$event, £$printed", ({ service, before, after, unitCost, printed }) => {
    expect(spent("without", `services.${service}`)).toBeCloseTo(before * unitCost, 6);
    expect(spent("voices", `services.${service}`)).toBeCloseTo(after * unitCost, 6);
    expect(saved(`services.${service}`) - printed).toBeCloseTo(service === "custody" ? 2 : 0, 6);
  });

  test("£604,060 in total, £5,207 a person, £2 from the printed figure", () => {
    expect(saved() - published.total).toBeCloseTo(2, 6);
    expect(Math.round(saved() / people)).toBe(published.perPerson);
  });

  test("is an upper bound, since there was no comparison group", () => {
    expect(isUpperBound(scenario, "voices")).toBe(true);
  });

  test("is drawn with independent Poisson counts before and after", () => {
    const { drawn } = simulate(scenario, { draws: 4096 });
    const nets = figureOf(drawn, 0, "net", { agencies: ["bodies"] });
    const variance = counts.reduce((sum, { before, after, unitCost }) => sum + unitCost ** 2 * (before + after), 0);
    // The relative standard error of the standard deviation of 4,096 draws is 1/90.
    expect(Math.abs(standardDeviation(nets) / Math.sqrt(variance) - 1)).toBeLessThan(0.04);
    expect(Math.abs(mean(nets) + 1 - saved())).toBeLessThan(0.02 * Math.sqrt(variance));
  });
});
