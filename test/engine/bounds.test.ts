import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulate, simulateUnchecked } from "../../src/engine/simulate.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";
import { wrongCounts } from "./passed-bounds.js";

/** A relative risk that crosses 1: 1,000 people with 5 admissions a year at £10, and £2,000 to pay. */
const trial = (parts: Partial<ScenarioForm>): ScenarioForm =>
  bare({
    cohorts: { people: { size: 1000 } },
    quantities: { rr: { value: 0.9, low: 0.7, high: 1.157142857, distribution: "lognormal" }, rel: 1 },
    services: { s: { unit: "admission", cost: { council: 10 }, cashable: "100%" } },
    demand: { d: { to: "s", contacts: "5 * rel", per: "person", every: "year" } },
    interventions: {},
    ...parts,
  });

const withEffect = (effect: ScenarioForm["interventions"][string]["effects"]): ScenarioForm =>
  trial({
    interventions: { i: reaching({ costs: { c: { pays: { council: 2000 }, in: "year 1" } }, effects: effect }) },
  });

const netOf = (form: ScenarioForm): readonly number[] => {
  const { drawn } = simulate(read(form), { draws: 512 });
  return [...figureOf(drawn, 0, "net", { agencies: ["council"] })];
};

describe("harm", () => {
  const form = withEffect({ e: { cut: { s: "1 - rr" } } });

  // The mean of a lognormal with these percentiles is 0.9 * exp(sd^2 / 2), sd = ln(1.157142857 / 0.7) / (2 * 1.96).
  test("is kept in the mean, in the percentiles and at the end of a range", () => {
    const scenario = read(form);
    const [place] = appraisal(simulate(scenario, { draws: 20_000 })).filter(({ level }) => level === "place");
    const mean = 50_000 * (1 - 0.9 * Math.exp((Math.log(1.157142857 / 0.7) / (2 * 1.959963985)) ** 2 / 2)) - 2000;
    expect(mean).toBeCloseTo(2629, -1);
    expect(Math.abs(place.net - mean)).toBeLessThan(20);
    expect(Math.abs((place.netP5 ?? 0) + 7575)).toBeLessThan(60);
    expect(sensitivity(scenario)[0].atLow).toBeCloseTo(13_000, 6);
    expect(sensitivity(scenario)[0].atHigh).toBeCloseTo(50_000 * -0.157142857 - 2000, 0);
  });

  test("is the same by a cut, a raise, a value that is set, or the number that brings contacts, in each draw", () => {
    const share = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(share, share, share, (low, up, width) => {
        const rr: QuantityForm = { value: low + up, low, high: low + up + width, distribution: "triangular" };
        const all = (["cut", "raise", "set", "cause"] as const).map((spelling) => {
          const effect = {
            cut: { cut: { s: "1 - rr" } },
            raise: { raise: { s: "rr - 1" } },
            set: { set: { "quantities.rel": "rr" } },
            cause: { cut: { "demand.d": "1 - rr" } },
          }[spelling];
          const spelled = withEffect({ e: effect });
          return netOf({ ...spelled, quantities: { rr, rel: 1 } });
        });
        for (const other of all.slice(1))
          expect(other.filter((net, draw) => Math.abs(net - all[0][draw]) > 1e-7)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test("is kept where a cut is a range that reaches below 0", () => {
    const nets = netOf(withEffect({ e: { cut: { s: { value: "20%", low: "-20%", high: "60%" } } } }));
    expect(nets.filter((net) => net < -2000).length / nets.length).toBeCloseTo(0.163, 1);
  });

  test("is kept in a saving or a cost of unknown sign, so that they are mirror images", () => {
    const pounds: QuantityForm = { value: 1000, mean: 1000, sd: 2000, distribution: "normal" };
    const [saved, lost] = (["saves", "costsMore"] as const).map((verb) =>
      netOf(withEffect({ e: { [verb]: { council: pounds }, in: "year 1" } } as never)).map((net) => net + 2000),
    );
    const mean = (nets: readonly number[]) => nets.reduce((sum, net) => sum + net, 0) / nets.length;
    expect(mean(saved)).toBeCloseTo(1000, -1.5);
    expect(mean(lost)).toBeCloseTo(-1000, -1.5);
    expect(Math.min(...saved)).toBeLessThan(-3000);
  });
});

describe("a contact below 0", () => {
  const life = (contacts: QuantityForm, parts: Partial<ScenarioForm> = {}): ScenarioForm =>
    bare({
      quantities: { bad: 0.2 },
      services: { q: { unit: "QALY", worth: "society" } },
      demand: {
        good: { to: "q", contacts: "0.3 * (1 - bad)", per: "person", every: "year" },
        ill: { to: "q", contacts, per: "person", every: "year" },
      },
      interventions: { i: reaching({ effects: { e: { cut: { "quantities.bad": 0.5 } } } }) },
      ...parts,
    });

  test.each(["-0.3 * bad", -0.06])("of an outcome is a utility worse than death: %s", (contacts) => {
    const { central } = simulate(read(life(contacts)), { draws: 1 });
    expect(central.activity.plain.data[0]).toBeCloseTo(0.18, 12);
  });

  test("of a costed service, or of an outcome that causes other contacts, stops the run", () => {
    const costed = { q: { unit: "visit", cost: { council: 1 } } };
    const message = "In the central run this number is below 0.";
    expect(() => simulate(read(life("-0.3 * bad", { services: costed })), { draws: 1 })).toThrow(message);
    const form = life("-0.3 * bad");
    const causing = {
      ...form,
      services: { ...form.services, visit: costed.q },
      demand: { ...form.demand, follows: { to: "visit", each: "q", contacts: 1 } },
    };
    expect(() => simulate(read(causing), { draws: 1 })).toThrow(message);
  });
});

describe("a number that passes a bound", () => {
  const costing = (cost: QuantityForm): ScenarioForm =>
    trial({ services: { s: { unit: "visit", cost: { council: cost } } }, interventions: { i: reaching({}) } });

  test("in at most 1% of draws is a warning with the address and the share", () => {
    const scenario = read(costing({ value: 10, mean: 10, sd: 4, distribution: "normal" }));
    // The share of a normal curve below -2.5 standard deviations is 0.62%; of these draws, 14 of 2,560 are.
    const { warnings } = simulate(scenario, { draws: 2560 });
    expect(warnings.slice(scenario.warnings.length)).toEqual([
      {
        severity: "warning",
        code: expect.any(String),
        address: "services.s.cost.council",
        what: "In 0.55% of draws this number is below 0; there it counts as 0.",
        mend: expect.stringContaining("max(x, 0)"),
      },
    ]);
  });

  test("in more than 1% of draws is an error", () => {
    const scenario = read(costing({ value: 4, low: -1, high: 9, distribution: "uniform" }));
    expect(() => simulate(scenario, { draws: 2560 })).toThrow("In 10% of draws this number is below 0.");
  });

  test.each([
    [{ cut: { s: "rr + 0.5" } }, "In the central run under i this cuts more than 100%."],
    [{ raise: { s: "-1 - rr" } }, "In the central run under i this takes away more than 100%."],
    [{ cut: { s: 0.1 }, deadweight: "0.5 + rr" }, "In the central run under i this share is outside 0% to 100%."],
  ])("in the central run is an error: %o", (effect, message) => {
    expect(() => simulate(read(withEffect({ e: effect })), { draws: 1 })).toThrow(message);
  });

  test("within its bounds is not watched at all if it is fixed", () => {
    expect(simulateUnchecked(read(costing(10)), { draws: 1 }).drawn.passed.size).toBe(0);
  });

  test("is counted in exactly the draws in which it does", () => {
    expect(wrongCounts(simulateUnchecked)).toEqual([]);
  });
});
