import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { answer, outputs, report, toText } from "../../src/report/index.js";
import { isUpperBound } from "../../src/results/sums/upper-bounds.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";
import { casework } from "./casework.js";

const scenario = read(casework);
const simulation = simulate(scenario, { draws: 256 });
// The answer still says keys.
const sentence =
  /casework and all(?: together)? are upper bounds: measured before and after, without a comparison group\./i;

describe("a strategy whose effect was measured without a comparison group", () => {
  test("is an upper bound, and so is any strategy that includes it", () => {
    const marked = ["without", ...simulation.settings.strategies].filter((name) => isUpperBound(scenario, name));
    expect(marked).toEqual(["casework", "all"]);
  });

  test("is marked in every row of every output about it, and no other strategy is", () => {
    const pages = Object.entries(outputs).map(([name, { page }]) => [name, page(simulation).table] as const);
    const marking = pages.filter(([, { columns }]) => columns.some(({ key }) => key === "upperBound"));
    const unmarked = pages.filter((each) => !marking.includes(each)).map(([name]) => name);
    expect(unmarked.toSorted()).toEqual([
      "answer",
      "assumptions",
      "calibration",
      "concentration",
      "expectations",
      "failure-demand",
      "people",
      "place-count",
      "price-of-silos",
      "read-back",
      "references",
    ]);
    for (const [name, { columns, rows }] of marking) {
      const at = (key: string): number => columns.findIndex((column) => column.key === key);
      for (const row of rows.filter(() => at("strategy") >= 0))
        expect(row[at("upperBound")], name).toBe(isUpperBound(scenario, String(row[at("strategy")])));
    }
  });

  test("is named in a sentence under its tables, and in the answer", () => {
    const words = (text: string): string => text.replace(/\s+/g, " ");
    for (const name of ["who-saves", "appraisal", "cost-effectiveness", "ledger", "evpi"])
      expect(words(toText(report(simulation, { show: [name] }))), name).toMatch(sentence);
    expect(words(answer(simulation))).toContain("Casework and All together are upper bounds");
  });

  test("is not reported if only other strategies run", () => {
    const alone = simulate(scenario, { draws: 256, strategies: ["homes"] });
    const text = toText(report(alone, { show: ["answer", "who-saves", "evpi"] }));
    expect(text).not.toMatch(/upper bound/);
  });
});

describe("a saving that was measured without a comparison group", () => {
  const saved = { saves: { council: 1000 }, in: "year 1" } as const;
  const risen = { costsMore: { council: 10 }, in: "year 1", comparison: "none" } as const;
  const plans = read(
    bare({
      interventions: {
        seen: reaching({ effects: { e: { ...saved, comparison: "none" } } }),
        dearer: reaching({ effects: { e: saved, f: risen } }),
        compared: reaching({ effects: { e: { ...saved, saves: { council: 600 } } } }),
      },
      strategies: { seen: ["seen"], dearer: ["dearer"], compared: ["compared"] },
    }),
  );

  test("makes its strategy an upper bound, also if costs rise", () => {
    const { strategies } = plans;
    expect(Object.keys(strategies).filter((name) => isUpperBound(plans, name))).toEqual(["seen", "dearer"]);
  });

  test("is best neither in the answer nor in evpi, if other strategies are not upper bounds", () => {
    const run = simulate(plans, { draws: 1 });
    expect(answer(run).replace(/\s+/g, " ")).toContain("Compared would gain Council most");
    expect(evpi(run)).toMatchObject([{ best: "compared", net: 600, leftOut: ["seen", "dearer"], upperBound: false }]);
    expect(toText(report(run, { show: ["evpi"] }))).toContain("An upper bound is left out of the choice.");
  });

  test("can be best if all strategies are upper bounds", () => {
    const run = simulate(plans, { draws: 1, strategies: ["seen", "dearer"] });
    expect(evpi(run)).toMatchObject([{ best: "seen", net: 1000, leftOut: [], upperBound: true }]);
    expect(toText(report(run, { show: ["evpi"] }))).not.toContain("left out of the choice");
  });

  test("is the first phase of Troubled Families, which its evaluation did not confirm", () => {
    const scenario = example("troubled-families/scenario.yaml");
    expect(Object.keys(scenario.strategies).filter((name) => isUpperBound(scenario, name))).toEqual(["claimed"]);
  });
});
