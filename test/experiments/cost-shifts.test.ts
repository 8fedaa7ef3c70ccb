import { describe, expect, test } from "vitest";
import { mean, sum } from "../../src/base/mathematics/statistics.js";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type CostShiftRow, costShifts, nobody } from "../../src/experiments/cost-shifts.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

/** Checks that the credits of each agency's saving sum to the saving. */
const checkWhole = (scenario: Scenario, draws: number): readonly CostShiftRow[] => {
  const rows = costShifts(scenario, { draws });
  for (const { strategy, agency, net, pays, level } of whoSaves(simulate(scenario, { draws }))) {
    if (level !== "agency") continue;
    const credited = sum(
      rows.filter((row) => row.strategy === strategy && row.saver === agency).map(({ pounds }) => pounds),
    );
    const expected = net + pays;
    const rounding = 1e-9 * Math.max(1, ...rows.map(({ pounds }) => Math.abs(pounds)), Math.abs(expected));
    if (!(Math.abs(credited - expected) <= rounding))
      expect.fail(`${strategy} ${agency}: ${credited} is credited of ${expected}`);
  }
  return rows;
};

type ByDraw = readonly number[];

const savingOf = (run: Simulation, strategy: string, agency: string): ByDraw => {
  const index = run.settings.strategies.indexOf(strategy);
  const [net, pays] = (["net", "pays"] as const).map((figure) =>
    figureOf(run.drawn, index, figure, { agencies: [agency] }),
  );
  return [...net].map((pounds, draw) => pounds + pays[draw]);
};

const costOf = (run: Simulation, strategy: string, agency: string, intervention: string): ByDraw => [
  ...figureOf(run.drawn, run.settings.strategies.indexOf(strategy), "pays", {
    agencies: [agency],
    only: ({ address }) => address.startsWith(`interventions.${intervention}.`),
  }),
];

const orders = (names: readonly string[]): readonly (readonly string[])[] =>
  names.length === 0
    ? [[]]
    : names.flatMap((first) => orders(names.filter((name) => name !== first)).map((rest) => [first, ...rest]));

/**
 * What one payer's money saved one agency: the interventions are added one after another, in every order, and the
 * additions to the saving are averaged.
 */
const byArrival = (scenario: Scenario, of: readonly string[], draws: number) => {
  const after = (came: readonly string[]): string => `after-${[...came].sort().join("-")}`;
  const sets = new Set(orders(of).flatMap((order) => order.map((_, count) => order.slice(0, count + 1))));
  // Interventions enrol people in the strategy's order, whatever the order of arrival.
  const inOrder = (came: readonly string[]) => of.filter((name) => came.includes(name));
  const strategies = Object.fromEntries(
    [...sets].map((came) => [
      after(came),
      { name: after(came), reading: false, of: inOrder(came), overlap: "multiply" as const },
    ]),
  );
  const run = simulate({ ...scenario, strategies }, { draws });
  const agencies = Object.keys(scenario.agencies);
  const savingAfter = (came: readonly string[], agency: string): ByDraw =>
    came.length === 0 ? Array.from({ length: draws }, () => 0) : savingOf(run, after(came), agency);
  return (payer: string, saver: string): number => {
    const parts = of.map((intervention) => {
      const cost = agencies.map((agency) => costOf(run, after(of), agency, intervention));
      const own = payer === nobody ? undefined : costOf(run, after(of), payer, intervention);
      const added = orders(of).map((order) => {
        const before = order.slice(0, order.indexOf(intervention));
        const [less, more] = [savingAfter(before, saver), savingAfter([...before, intervention], saver)];
        return more.map((pounds, draw) => pounds - less[draw]);
      });
      return Array.from({ length: draws }, (_, draw) => {
        const whole = sum(cost.map((pounds) => pounds[draw]));
        const share = whole === 0 ? Number(payer === nobody) : own ? own[draw] / whole : 0;
        return share * mean(added.map((pounds) => pounds[draw]));
      });
    });
    return sum(parts.map(mean));
  };
};

describe("costShifts(scenario)", () => {
  law("credits the whole of each agency's saving", (form) => void checkWhole(read(form), 64));

  law("is exact for one intervention: the saving × the share each agency pays", (form) => {
    const [name] = Object.keys(form.interventions);
    const scenario = read({ ...form, strategies: { alone: [name] } });
    const credited = byArrival(scenario, [name], 64);
    for (const { payer, saver, pounds, method } of costShifts(scenario, { draws: 64 })) {
      expect(method).toBe("exact");
      expect(pounds).toBeCloseTo(credited(payer, saver), 5);
    }
  });

  law(
    "gives each of several interventions its addition, averaged over all orders",
    (form) => {
      const of = Object.keys(form.interventions);
      const scenario = read({ ...form, strategies: { together: of } });
      const rows = costShifts(scenario, { draws: 64 });
      const credited = byArrival(scenario, of, 64);
      const scale = Math.max(1, ...rows.map(({ pounds }) => Math.abs(pounds)));
      for (const { payer, saver, pounds, kind } of rows) {
        expect(Math.abs(pounds - credited(payer, saver)) / scale).toBeLessThan(1e-8);
        expect(kind).toBe(pounds < 0 ? "burden" : "saving");
      }
    },
    2,
  );

  test("credits the payer `nobody` if an intervention costs nothing", () => {
    const rows = checkWhole(read(free), 16);
    expect(rows.map(({ payer, saver, pounds }) => ({ payer, saver, pounds }))).toEqual([
      { payer: nobody, saver: "council", pounds: 100 },
    ]);
  });

  test.each(["gritting/scenario.yaml", "fdac/scenario.yaml", "warm-homes/scenario.yaml"])(
    "credits every saving whole in %s",
    (file) => {
      for (const { method } of checkWhole(example(file), 256)) expect(method).toBe("exact");
    },
  );
});

const free = bare({
  interventions: { kindness: reaching({ effects: { money: { saves: { council: 100 }, in: "year 1" } } }) },
});
