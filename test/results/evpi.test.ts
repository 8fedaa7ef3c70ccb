import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { acceptability } from "../../src/results/uncertainty/acceptability.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

describe("evpi(simulation)", () => {
  law("is never below 0, and nor is the net of the best by mean", (form) => {
    const run = simulate(read(form), { draws: 64 });
    for (const of of Object.keys(form.agencies)) {
      const [{ best, net, netWithPerfectInformation, evpi: value }] = evpi(run, { of });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(net).toBeGreaterThanOrEqual(0);
      expect(netWithPerfectInformation).toBe(net + value);
      if (best === "without") expect(net).toBe(0);
    }
  });

  test("by hand: of a plan that loses 50 or gains 50, equally likely, knowing is worth 25", () => {
    const coin = { value: 50, low: -50, high: 150, distribution: "uniform" as const };
    const run = simulate(
      read(
        bare({
          quantities: { gain: coin },
          interventions: {
            plan: reaching({ effects: { e: { saves: { council: "gain > 50 ? 100 : 0" }, in: "year 1" } } }),
            fee: reaching({ costs: { c: { pays: { council: 50 }, in: "year 1" } } }),
          },
          strategies: { plan: ["plan", "fee"] },
        }),
      ),
      { draws: 512 },
    );
    expect(evpi(run)[0]).toMatchObject({ best: "without", net: 0, netWithPerfectInformation: 25, evpi: 25 });
    expect(evpi(run)[0]).toMatchObject({ outcome: null, willingnessToPay: null });
  });

  test("by hand, by what an outcome is worth: a plan costs 50, and gives a job in half of the draws", () => {
    const run = simulate(
      read(
        bare({
          quantities: { luck: { value: 50, low: 0, high: 100, distribution: "uniform" } },
          services: { job: { unit: "job", worth: "society" } },
          demand: { jobs: { to: "job", contacts: 3, per: "everyone", every: "year" } },
          interventions: {
            plan: reaching({
              costs: { c: { pays: { council: 50 }, in: "year 1" } },
              effects: { e: { add: { "demand.jobs": "luck > 50 ? 1 : 0" } } },
            }),
          },
        }),
      ),
      { draws: 512 },
    );
    // Worth 100, the plan is worth −50 or 50; worth 200, −50 or 150. Knowing which saves the loss of 50 in
    // half of them.
    expect(evpi(run, { willingnessToPay: [0, 50, 100, 200] })).toMatchObject([
      { outcome: "job", willingnessToPay: 0, best: "without", net: 0, evpi: 0 },
      { willingnessToPay: 50, best: "without", net: 0, evpi: 0 },
      { willingnessToPay: 100, best: "without", net: 0, netWithPerfectInformation: 25, evpi: 25 },
      { willingnessToPay: 200, best: "plan", net: 50, netWithPerfectInformation: 75, evpi: 25 },
    ]);
    expect(evpi(run, { outcome: "job" }).map((row) => row.willingnessToPay)).toContain(20_000);
    const benefits = acceptability(run, { willingnessToPay: [200] }).map(({ netBenefit }) => netBenefit);
    expect(benefits[1] - benefits[0]).toBeCloseTo(50, 9);
    expect(() => evpi(run, { willingnessToPay: [-1] })).toThrow("0 or more, not -1");
  });
});
