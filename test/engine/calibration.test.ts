import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean } from "../../src/base/mathematics/statistics.js";
import { contactsOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual } from "../../src/engine/book/strategy-index.js";
import { columnsInRun } from "../../src/engine/calibration.js";
import { simulateUnchecked as run, type Simulation } from "../../src/engine/simulate.js";
import { randomInputsIn } from "../../src/engine/values/inputs.js";
import {
  calibration,
  compile,
  draws,
  evppi,
  interplay,
  type Problem,
  quantiles,
  readScenario,
  ScenarioError,
  simulate,
  simulationFromJson,
  simulationToJson,
} from "../../src/index.js";
import { families } from "../../src/quantity/distributions/index.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { poissonOf, resampled } from "../oracle/resampling.js";
import { isHunt } from "../support/hunt.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";
import { calls, wrongPicks } from "./calibrated-picks.js";

type Observed = NonNullable<ScenarioForm["observed"]>;

const inWords = ({ what, mend }: Problem): string => `${what} ${mend}`;

const runOf = (form: ScenarioForm, count = 1024): Simulation => run(read(form), { draws: count });

const columnOf = (simulation: Simulation, address: string): Float64Array => {
  const [input] = randomInputsIn(simulation.scenario).filter((each) => each.address === address);
  return columnsInRun(simulation, input)[0];
};

/** Four standard errors of a mean of so many draws. */
const within = (simulation: Simulation, deviation: number): number =>
  (4 * deviation) / Math.sqrt(simulation.scenario.calibration?.effectiveDraws ?? 0);

const ofOne = { of: "contacts.call", year: 1, counted: 260 } as const;

describe("a calibrated run has the posterior of a closed form", () => {
  test("gamma and Poisson: a gamma of shape a and rate b, after k events in 1, has shape a + k and rate b + 1", () => {
    const simulation = runOf(
      calls({ seen: ofOne }, { value: 0.25, distribution: "gamma", mean: 0.25, sd: 0.05 }),
      8192,
    );
    const [shape, perCall] = [25 + 260, 25 / 250 + 1];
    const rate = columnOf(simulation, "quantities.rate").map((each) => each * 1000);
    const exact = families.gamma.quantile({ mean: shape / perCall, sd: Math.sqrt(shape) / perCall });
    expect(Math.abs(mean(rate) - shape / perCall)).toBeLessThan(within(simulation, Math.sqrt(shape) / perCall));
    for (const [at, share] of [0.05, 0.5, 0.95].entries()) {
      const found = quantiles(rate, [0.05, 0.5, 0.95])[at];
      // The error of a quantile is that of its share over the density there, from the exact quantiles on both sides.
      const error = within(simulation, Math.sqrt(share * (1 - share)));
      expect(found).toBeGreaterThan(exact(Math.max(0.001, share - error)));
      expect(found).toBeLessThan(exact(Math.min(0.999, share + error)));
    }
  });

  test("beta and binomial: a beta of α and β, after 44 of 120, has α + 44 and β + 76", () => {
    const simulation = runOf(calls({ seen: { of: "people.ill", year: 1, counted: 44, outOf: 120 } }), 4096);
    const [alpha, beta] = [0.3 * 20 + 44, 0.7 * 20 + 76]; // mean 30%, sd 10%: α + β = 0.3 × 0.7 ÷ 0.01 − 1 = 20
    const sum = alpha + beta;
    const deviation = Math.sqrt((alpha * beta) / (sum * sum * (sum + 1)));
    const ill = columnOf(simulation, "quantities.ill");
    expect(Math.abs(mean(ill) - alpha / sum)).toBeLessThan(within(simulation, deviation));
    const [row] = calibration(simulation).filter(({ address }) => address === "quantities.ill");
    expect(row.spreadLeft).toBeCloseTo(deviation / 0.1, 1);
  });
});

describe("a calibrated run repeats the draws that plain importance resampling picks", () => {
  test("of contacts, pounds, people and a waiting list together, and every figure of it is of those draws", () =>
    expect(wrongPicks(run)).toEqual([]));

  law(
    "whatever the scenario",
    (form) => {
      const [service] = Object.keys(form.services ?? {});
      const before = run(read(form), { draws: 300 });
      const model = contactsOf(before.drawn, businessAsUsual, service, { year: 1 });
      const counted = Math.round(mean(model));
      if (!Object.values(form.demand ?? {}).some(({ to }) => to === service) || counted > 1000) return;
      const after = run(read({ ...form, observed: { it: { of: `contacts.${service}`, year: 1, counted } } }), {
        draws: 300,
      });
      const picks = resampled(300, [{ model, likelihood: poissonOf(counted) }]);
      expect([...(after.scenario.calibration?.picks ?? [])]).toEqual(picks);
      const strategy = Object.keys(after.scenario.strategies)[0];
      if (strategy === undefined) return;
      const prior = draws(before, { of: "society", strategy });
      expect([...draws(after, { of: "society", strategy })]).toEqual(picks.map((draw) => prior[draw]));
    },
    1,
  );
});

describe("what was counted", () => {
  test("changes nothing, to the last bit, if all draws explain it alike", () => {
    const fixed = { value: 0.2 };
    const [without, beside] = [calls({}, fixed), calls({ seen: { ...ofOne, counted: 200 } }, fixed)].map((form) =>
      runOf(form, 256),
    );
    expect(beside.drawn).toEqual(without.drawn);
    expect(beside.scenario.calibration?.effectiveDraws).toBe(256);
  });

  test("weighs alike in any order, and narrows more the more often it was counted", () => {
    const seen = { of: "contacts.call", year: 2, counted: 240 } as const;
    const [once, twice, turned] = [{ ofOne }, { ofOne, seen }, { seen, ofOne }].map((each) =>
      calibration(runOf(calls(each))),
    );
    expect(turned).toEqual(twice);
    const leftOf = (rows: typeof once) => rows.find(({ address }) => address === "quantities.rate")?.spreadLeft ?? 0;
    expect(leftOf(twice)).toBeLessThan(leftOf(once));
    expect(twice[0].effectiveDraws).toBeLessThan(once[0].effectiveDraws);
  });

  test("twice over weighs as once with half of its variance, and in any order", () =>
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 350 }), fc.integer({ min: 5, max: 30 }), (counted, percent) => {
        const figure = (error: number) => ({ ...ofOne, counted, error: `${error}%` }) as const;
        const [one, other] = [figure(percent), { ...ofOne, year: 2, counted: 250 }] as const;
        const weighed = [
          { a: one, b: one, c: other },
          { c: other, a: one, b: one },
          { a: figure(percent / Math.SQRT2), c: other },
        ].map((observed) => runOf(calls(observed), 256).scenario.calibration);
        for (const each of weighed) {
          expect(each?.effectiveDraws).toBeCloseTo(weighed[0]?.effectiveDraws ?? 0, 6);
          expect(each?.picks).toEqual(weighed[0]?.picks);
        }
      }),
      { numRuns: isHunt ? 300 : 5 },
    ));

  test("is refused under a strategy, with what is counted instead", () => {
    const observed = { it: { ...ofOne, strategy: "helped" } };
    const { problems } = readScenario(JSON.stringify({ ...calls({ it: ofOne }), observed }));
    expect(problems.map(({ address, what }) => [address, what])).toEqual([
      ["observed.it.strategy", expect.stringContaining("strategy")],
    ]);
  });

  test("says nothing of a number it does not depend on, and ties two of which it is the product", () => {
    const rows = calibration(runOf(calls({ visits: { of: "contacts.visit", year: 1, counted: 25 } }), 4096));
    const [rate, visited, ill] = ["rate", "visited", "ill"].map((name) =>
      rows.find(({ address }) => address === `quantities.${name}`),
    );
    expect(ill).toMatchObject({ isIdentified: false, goesWith: "", correlation: null });
    expect(rate).toMatchObject({ isIdentified: true, goesWith: "quantities.visited" });
    expect(visited?.correlation).toBeLessThan(-0.4);
    expect(rows.some(({ address }) => address === "quantities.effect")).toBe(false);
  });

  test("stops a run whose draws do not come near it, with what to do", () => {
    const problemsOf = (observed: Observed, count = 1024): readonly string[] => {
      try {
        return simulate(read(calls(observed)), { draws: count }).warnings.map(inWords);
      } catch (error) {
        return error instanceof ScenarioError ? error.problems.map((each) => `stops: ${inWords(each)}`) : [];
      }
    };
    const widen =
      "Look whether it was counted of the same people, year and unit. If so, widen the ranges of the numbers behind it.";
    expect(problemsOf({ seen: { ...ofOne, counted: 1240 } }, 2048)).toEqual([
      `stops: No draw comes near 1240, which was counted: the model gives 55.3 to 802. ${widen}`,
    ]);
    // A sketch, such as the first results of a page, goes on.
    expect(problemsOf({ seen: { ...ofOne, counted: 1240 } })).toEqual([
      `No draw comes near 1240, which was counted: the model gives 65 to 802. ${widen}`,
    ]);
    expect(problemsOf({ seen: { ...ofOne, counted: 255.123, error: 0.0001 } }, 256)).toEqual([
      "No draw comes near 255.123, which was counted: the model gives 71.2 to 535. Run more draws, or state how sure the figure is with error.",
    ]);
    const both = { few: { ...ofOne, counted: 150 }, many: { ...ofOne, year: 2, counted: 400 } };
    expect(problemsOf(both)).toEqual([`Each of these 2 figures is near some draw, but no draw is near all. ${widen}`]);
    expect(problemsOf({ seen: { ...ofOne, error: "0.5%" } })).toEqual([
      "Weighed by what was counted, 1,024 draws tell as much as 15 draws: too few for a range. Run 20,000 draws.",
    ]);
  });
});

test("an idle number is worth nothing to know, although copies of a draw choose and value alike", () => {
  const form = calls({ seen: { ...ofOne, error: "2%" } });
  const advice = { ...form.interventions.advice, costs: { a: { pays: { council: 1000 }, every: "year" } } } as const;
  const interventions = { advice: { ...advice, effects: { e: { cut: { call: "effect" } } } } };
  const rows = evppi(runOf({ ...form, interventions }, 8192), { of: "council" });
  const [effect, idle] = ["effect", "ill"].map((name) => rows.find(({ address }) => address === `quantities.${name}`));
  expect(effect?.evppi).toBeGreaterThan(0.6 * (effect?.evpi ?? 0));
  // With a copy of a draw in each half it is £5 of £187.
  expect(idle?.evppi).toBeLessThan(0.01 * (effect?.evpi ?? 0));
});

test("a run that is sent, run again or run with other values has the draws it should have", () => {
  const scenario = read(calls({ seen: ofOne }));
  const simulation = simulate(scenario, { draws: 512 });
  expect(calibration(simulationFromJson(simulationToJson(simulation)))).toEqual(calibration(simulation));
  const again = simulate(simulation.scenario, { draws: 512, strategies: ["more"] });
  expect(again.scenario.calibration).toBe(simulation.scenario.calibration);
  expect(interplay(scenario, { draws: 512 })).toEqual(interplay(simulation.scenario, { draws: 512 }));
  const set = { "observed.seen.counted": 240, "quantities.effect": 0.2 };
  const [compiled, fresh] = [
    compile(scenario, { draws: 512 }).run(set),
    simulate(read(calls({ seen: ofOne }), set), { draws: 512 }),
  ];
  expect(calibration(compiled)).toEqual(calibration(fresh));
  expect([...draws(compiled)]).toEqual([...draws(fresh)]);
  expect(simulate(scenario, { draws: 1 }).scenario.calibration).toBeNull();
});
