import { describe, expect, test } from "vitest";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/report.js";
import { answerLevelOf } from "../../src/results/money/answer-level.js";
import { cashByYear } from "../../src/results/money/cash-by-year.js";
import { netsOf } from "../../src/results/sums/nets.js";
import { agenciesAt } from "../../src/results/sums/parties.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { exampleRun } from "../support/example-run.js";
import { example } from "../support/read.js";

const partOf = (simulation: Simulation, show: string) => report(simulation, { show: [show] }).parts[0];
const beforeOf = (simulation: Simulation, show: string): string => partOf(simulation, show).before.join(" ");

describe("optimism bias that the file sets", () => {
  const biased = simulate(example("into-work/scenario.yaml"), { draws: 256 });
  const plain = exampleRun("gritting/scenario.yaml");
  const note = "before the optimism bias that the file sets";

  test.each(["settle", "ledger", "cash", "explain", "expectations", "postings", "budget-gap"])(
    "%s says that it is before it, and says nothing where there is none",
    (show) => {
      expect(beforeOf(biased, show)).toContain(note);
      expect(beforeOf(plain, show)).not.toContain(note);
    },
  );

  test("is what cash by year leads with, the figure before it beside it, and decide and appraisal say what was before", () => {
    expect(partOf(biased, "cash-by-year").finding.join(" ")).toMatch(
      /up £204,000 .* \(\+£263,000 before optimism bias\)/,
    );
    expect(beforeOf(biased, "cash-by-year")).toContain("Optimism bias is in net after bias alone");
    for (const show of ["decide", "appraisal"]) {
      expect(beforeOf(biased, show)).toContain("Net is after optimism bias. Before it: society +£258,000.");
      expect(beforeOf(plain, show)).not.toContain("optimism");
    }
  });

  test("is in netAfterBias of cash by year, whose years sum to the undiscounted net after it", () => {
    const { scenario, drawn } = biased;
    const rows = cashByYear(biased).filter(({ level }) => level === "society");
    const net = netsOf(scenario, drawn, 0, { agencies: agenciesAt(scenario, "society"), money: "plain" })("net");
    const mean = net.reduce((sum, pounds) => sum + pounds, 0) / net.length;
    expect(rows.reduce((sum, { netAfterBias }) => sum + netAfterBias, 0)).toBeCloseTo(mean, 4);
    expect(rows.every(({ net, netAfterBias }) => netAfterBias < net)).toBe(true);
    expect(cashByYear(plain).every(({ net, netAfterBias }) => netAfterBias === net)).toBe(true);
  });
});

describe("the level, the measure and the run of an output", () => {
  // Gritting has local agencies alone; warm-homes has households and landlords beside them.
  const levels = { gritting: ["place", "the place"], "warm-homes": ["society", "society"] } as const;

  test.each(Object.entries(levels))(
    "in %s are those of the answer by default, and are named",
    (name, [level, words]) => {
      const simulation = exampleRun(`${name}/scenario.yaml`);
      expect(answerLevelOf(simulation)).toBe(level);
      for (const show of ["sensitivity", "switching-values"]) {
        const { before, table } = partOf(simulation, show);
        expect(before.join(" ")).toContain(`Net of ${words}, in present value and the central run`);
        const { columns, rows } = table;
        expect(new Set(rows.map((row) => row[columns.findIndex(({ key }) => key === "of")]))).toEqual(new Set([level]));
      }
      for (const show of ["assumptions", "wrong-pockets"])
        expect(beforeOf(simulation, show)).toContain(`Net of ${words}, in present value and the mean of the draws`);
      expect(beforeOf(simulation, "decide")).toContain(
        "Net of all agencies together, in present value and the mean of the draws",
      );
    },
  );

  test("an option names another", () => {
    expect(beforeOf(exampleRun("discharge/scenario.yaml"), "sensitivity:hospital:netAvoided")).toContain(
      "Net avoided of Acute trust, in present value and the central run",
    );
  });

  test("beside outcomes, cost-effectiveness and the value of information count the same money", () => {
    const hiv = exampleRun("hiv/scenario.yaml");
    expect(new Set(evpi(hiv, { willingnessToPay: [20_000] }).map(({ figure }) => figure))).toEqual(
      new Set(costEffectiveness(hiv).map(({ figure }) => figure)),
    );
    expect(evpi(hiv).map(({ figure }) => figure)).toEqual(["net"]);
    expect(beforeOf(hiv, "evpi")).toContain("Net of the public purse, in present value and the mean of the draws");
  });
});
