import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/base/problems/problem.js";
import type { Share } from "../../src/funding/rule.js";
import {
  checkRule,
  type Deal,
  type Law,
  lawMatrix,
  lawNamed,
  laws,
  matrixText,
  oneOf,
  sampleRules,
} from "../../src/laws/index.js";
import { noCliffEdge, noInvestorLoses } from "./named-laws.js";

const { silo, "by benefit": byBenefit } = sampleRules.share;

describe("checkRule(rule, laws, options)", () => {
  test("reports runs, skipped worlds and the bound 3/N", () => {
    const [row] = checkRule(byBenefit, [lawNamed("share", "no-gold-plating")], { runs: 500 });
    expect(row).toMatchObject({ result: "holds", runs: 500, story: "" });
    expect(row.skipped).toBeGreaterThan(0);
    expect(row.bound).toBeCloseTo(3 / (500 - row.skipped), 12);
  });

  test("returns to a world at once by its seed and path", () => {
    const rule = sampleRules.pay["shared savings"];
    const [first] = checkRule(rule, [noCliffEdge], { seed: 7 });
    const [again] = checkRule(rule, [noCliffEdge], { seed: first.seed, path: first.path });
    expect(again).toMatchObject({ story: first.story, world: first.world, change: first.change, runs: 1 });
  });

  test.each(["x", "-1", "1e9", "0:0:", "world", "99999999"])("refuses %s as a path, which no row has", (path) => {
    expect(() => checkRule(byBenefit, laws.share, { path })).toThrow("path is the path of a row, such as 17");
  });

  test("refuses a path that leads to no world, where no law would have been tried", () => {
    for (const path of ["0:0:0", "world 2"])
      expect(() => checkRule(byBenefit, laws.share, { path })).toThrow(`The path ${path} leads to no world`);
  });

  test("gives the same rows for the same seed, and other worlds for another seed", () => {
    const rule = sampleRules.pay["marginal rate"];
    const law = lawNamed("pay", "boundaries-do-not-matter");
    expect(checkRule(rule, [law], { seed: 1 })).toEqual(checkRule(rule, [law], { seed: 1 }));
    expect(checkRule(rule, [law], { seed: 1 })[0].path).not.toBe(checkRule(rule, [law], { seed: 2 })[0].path);
  });

  test("says that a rule is of another family", () => {
    // @ts-expect-error: plain JavaScript may pass it
    const [first, ...others] = checkRule(byBenefit, laws.yearEnd, { runs: 1 });
    expect(first.result).toBe("fails");
    expect(first.where).toBe(
      "The rule is of another family: byBenefit decides about what it is called with, and that is an object with the " +
        "fields base, reserve and spent.",
    );
    expect(new Set(others.map(({ result }) => result))).toEqual(new Set(["untried"]));
  });

  test("says which field a rule reads that its world does not have, in every family, and tries no law", () => {
    const reading = (name: string) => (world: object) => Reflect.get(Array.isArray(world) ? world[0] : world, name);
    const record = (fields: string) => `which is not there: it is asked about a record of ${fields}.`;
    const rows = [
      checkRule(reading("saved"), laws.share)[0],
      checkRule(reading("year"), laws.yearEnd)[0],
      checkRule(reading("Quantity"), [noCliffEdge])[0],
      checkRule(reading("agencies"), laws.allocate)[0],
      checkRule(reading("cost"), laws.finance)[0],
      checkRule(reading("purposes"), laws.permit)[0],
      checkRule((deal: Deal) => Reflect.get(deal, "stakes"), laws.share)[0],
    ];
    expect(rows.map(({ where }) => where)).toEqual([
      `The rule reads saved, ${record("agency, pays and saves")} Did you mean saves?`,
      `The rule reads year, ${record("base, reserve and spent")}`,
      `The rule reads Quantity, ${record("year, quantity, started, spent and reported")} Did you mean quantity?`,
      `The rule reads agencies, ${record("pot and recipients")}`,
      `The rule reads cost, ${record("doer, costs, saves and outcomes")} Did you mean costs?`,
      `The rule reads purposes, ${record("agency, purpose, person, entitled and wished")} Did you mean purpose?`,
      "The rule reads stakes, which is not there: it is asked about a list, whose entries have agency, pays and saves.",
    ]);
    expect(rows.map(({ result }) => result)).toEqual(rows.map(() => "fails"));
    expect(checkRule(reading("year"), laws.yearEnd)[1].result).toBe("untried");
  });

  test("lets a rule read a field that a world may lack, beyond the end of a list, and its world as text", () => {
    const rule: Share = (deal) => (JSON.stringify(deal[deal.length]) === "[]" ? [] : byBenefit(deal));
    expect(checkRule(rule, [noInvestorLoses])[0].where).toBe(checkRule(byBenefit, [noInvestorLoses])[0].where);
    const [row] = checkRule(({ earlier = [] }) => earlier.length, laws.pay, { runs: 20 });
    expect(row.result).toBe("holds");
  });

  test("tries your own worlds first", () => {
    const gritting: Deal = [
      { agency: "council", pays: 100_000_00, saves: 0 },
      { agency: "hospital", pays: 0, saves: 250_000_00 },
      { agency: "care", pays: 0, saves: 50_000_00 },
    ];
    const [row] = checkRule(silo, [noInvestorLoses], { examples: [gritting] });
    expect(row.world).toEqual(gritting);
    expect(row.where).toBe(
      "The place is £200,000 better off; Council ends £100,000 worse off than if it had done nothing.",
    );
  });

  test("marks a law that was not tested as vacuous", () => {
    const [never, seldom] = checkRule(byBenefit, [
      { ...noInvestorLoses, when: () => false },
      { ...noInvestorLoses, when: (deal) => deal[0].pays === 20_000_00 && deal[0].saves === 0 },
    ]);
    expect(never).toMatchObject({ result: "vacuous", bound: null, runs: 1000, skipped: 1000 });
    expect(never.story).toBe("The law applies to 0 of the 1000 worlds tried: it was not tested.");
    expect(seldom.result).toBe("vacuous");
  });

  test("reports the error of a rule that throws", () => {
    const stops: Share = () => {
      throw new Error("no such agency");
    };
    expect(checkRule(stops, [noInvestorLoses])[0]).toMatchObject({
      result: "fails",
      where: "The rule stops with an error: no such agency",
    });
  });

  test("names the theorem if no rule can keep the law with others", () => {
    const [row] = checkRule(byBenefit, [lawNamed("share", "only-the-needed-pay")]);
    expect(row.impossible).toMatch(/^No rule keeps this law together with surplus-is-shared-out and no-investor-loses/);
    expect(row.impossible).toContain("wrong-pockets trilemma");
  });

  test("checks your own law over worlds of fast-check", () => {
    const law: Law<number, number> = {
      id: "no-less",
      says: "The rule never gives less than the need.",
      worlds: fc.nat({ max: 1000 }),
      broken: (rule, need) => (rule(need) < need ? `The need is ${need}, the rule gives ${rule(need)}.` : undefined),
    };
    expect(checkRule((need) => Math.min(need, 500), [law])[0].story).toBe("The need is 501, the rule gives 500.");
    expect(() => checkRule((need) => need, [law], { mode: "exhaustive" })).toThrow(ScenarioError);
  });
});

test("a matrix has one line per law and one letter per rule, in 80 columns", () => {
  const lines = matrixText(lawMatrix(sampleRules.yearEnd, laws.yearEnd, { runs: 50 })).split("\n");
  expect(lines[0].trim()).toBe("a b c d e f g h i j k");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
});

// Only the compiler checks this.
const yearEndRule = sampleRules.yearEnd["use it or lose it"];
export const refused = () => [
  // @ts-expect-error: a year-end rule is not a sharing rule.
  checkRule(yearEndRule, laws.share),
  // @ts-expect-error: a sharing rule is not a year-end rule.
  checkRule(silo, laws.yearEnd),
  // @ts-expect-error: a payment law is not a sharing law.
  checkRule(silo, [noCliffEdge]),
  // @ts-expect-error: an example must be a world of the rule.
  checkRule(silo, [noInvestorLoses], { examples: [{ base: 1 }] }),
  checkRule((stakes) => stakes.map(({ saves, pays }) => saves - pays), laws.share),
  oneOf("a rule of one's own", "may be a plain function"),
];

test("a number with one decimal is not reduced to itself", () => {
  const law = lawNamed("allocate", "boundaries-do-not-matter");
  const [{ result, shrinks }] = checkRule(sampleRules.allocate["needs formula, damped at 95 %"], [law], { runs: 40 });
  expect(result).toBe("fails");
  expect(shrinks).toBeLessThan(100);
});
