import { describe, expect, test } from "vitest";
import { potholeFund } from "../../examples/index.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Regime } from "../../src/funding/regime.js";
import { rules } from "../../src/funding/rules.js";
import { decide } from "../../src/results/rules/decide.js";
import { priceOfSilos } from "../../src/results/rules/price-of-silos.js";
import { dealScenario } from "../support/regimes.js";
import { gritting } from "./gritting-deal.js";

describe("the price of silos", () => {
  test("is the achievable gain over the realised one, or null if no gain is realised", () => {
    const [silo] = priceOfSilos(gritting, ["silo"]);
    expect(silo).toMatchObject({ achievable: 200, realised: 0, share: 0, price: null });
    expect(priceOfSilos(gritting, ["gain-share"])[0]).toMatchObject({ realised: 200, share: 1, price: 1 });
  });

  test("counts what goes ahead at a loss, as decide does", () => {
    // The treasury pays the council's £100, so the council is indifferent to saving nothing: £100 is lost.
    const paid: Regime = { decides: "each", finance: { rule: rules.finance.transformationGrant({ share: 1 }) } };
    const lossy = simulate(dealScenario({ cost: 100, saves: { council: 0 } }), { draws: 4 });
    expect(decide(lossy, { paid })).toMatchObject([{ outcome: "indifferent", realised: -100 }]);
    expect(priceOfSilos(lossy, { paid })[0]).toMatchObject({ achievable: 0, realised: -100, share: null, price: null });
    // In the shipped fund, the court's £452,000 and the loss of £207,000 on potholes both happen.
    const fund = simulate(potholeFund, { draws: 64 });
    for (const regime of ["ring-fenced", "unringfenced"]) {
      const ahead = decide(fund, [regime]).filter(({ goesAhead }) => goesAhead);
      const [{ realised }] = priceOfSilos(fund, [regime], { horizons: [5] });
      expect(realised).toBeCloseTo(
        ahead.reduce((sum, row) => sum + row.realised, 0),
        6,
      );
      expect(ahead.some((row) => row.realised < 0)).toBe(true);
    }
  });

  test("varies one parameter at a time", () => {
    const long = simulate(dealScenario({ cost: 100, saves: { council: 30 }, years: 10 }), { draws: 4 });
    expect(
      priceOfSilos(long, ["silo"]).map(({ horizonYears, blame, realised }) => [horizonYears, blame, realised]),
    ).toEqual([
      [10, 0, 200],
      [5, 0, 200],
      [3, 0, 0],
      [1, 0, 0],
      [10, 1, 200],
      [10, 2, 200],
    ]);
  });
});
