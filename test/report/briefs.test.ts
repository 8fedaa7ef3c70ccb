import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { toText } from "../../src/report/formats/text.js";
import { report } from "../../src/report/report.js";
import type { Report } from "../../src/report/table.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

const reports = new Map<string, Report>();

/** The report of a brief, run once. What its answer should say is in the head of the file, with the figures. */
const reportOf = (name: string): Report => {
  const file = `${name}.yaml`;
  const run = () =>
    report(simulate(scenarioIn(readScenario(readFileSync(`test/report/briefs/${file}`, "utf8"), { file }))));
  const built = reports.get(name) ?? run();
  reports.set(name, built);
  return built;
};

const findingOf = (name: string): string => reportOf(name).parts[0].finding.join(" ");

const screenOf = (name: string, width = 100): string => toText(reportOf(name), { width }).replace(/\s+/g, " ");

describe("the answer to a brief", () => {
  test("about even: a mean within twice its simulation error, with draws on both sides of nothing", () => {
    expect(findingOf("about-even")).toContain(
      "Council would pay £542,000 over five years (£506,000 in today's value). Of each £1, £1.00 comes back as cash, " +
        "all of it to Council. Council would be about even on average (−£414,000 to +£834,000), ahead in 36 runs of 100.",
    );
  });

  test("a cost that no budget shows, and the names of the file", () => {
    const finding = findingOf("carers");
    expect(finding).toContain(
      "The place would gain £14,200 of cash (−£158,000 to +£153,000), ahead in 60 runs of 100.",
    );
    expect(finding).toContain("Unpaid carers would lose £1.74m");
    for (const name of ["Adult social care", "Community health trust", "University hospital", "Unpaid carers"])
      for (const text of [toText(reportOf("carers"), { width: 80 }), toMarkdown(reportOf("carers"))])
        expect(text).toMatch(new RegExp(`^\\W*${name} `, "m"));
  });

  test("no range and no chance where the effect has none; the split has a range for each body alone", () => {
    const finding = findingOf("certain-effect");
    expect(finding).toContain(
      "The place would gain £174,000 of cash. 180 evictions would be averted. The effect has no range and is taken as certain",
    );
    expect(finding).not.toMatch(/ahead in/);
    const screen = screenOf("certain-effect");
    expect(screen).toMatch(/City Council £435,000 £304,000 −£130,000 −£405,000 £143,000/);
    expect(screen).toMatch(/The place £435,000 £609,000 £174,000 £609,000/);
    expect(screen).not.toContain("chance reflects");
  });

  test("a place that pays for two teams loses", () => {
    const finding = findingOf("commission-the-result");
    expect(finding).toContain(
      "No option pays for itself in cash. Bought and shut comes nearest: for £931,000 over eight years Council " +
        "would lose £1.87m of cash (−£4.96m to +£865,000), ahead in 14 runs of 100.",
    );
    expect(finding).toContain("lose £10.6m and free £17.1m");
    expect(finding).not.toContain("better outcomes at less cost");
  });

  test("a row for each of fourteen options, those that lose too, in the order of the file", () => {
    expect(findingOf("dropped")).toBe(
      "Option 14 gains Council most: for £100,000 over two years Council would gain £56,600 of cash " +
        "(£40,000 to £73,100), ahead in every run. 6 of the 14 options lose money; Option 1 would lose £47,800.",
    );
    for (const text of [toText(reportOf("dropped"), { width: 60 }), toMarkdown(reportOf("dropped"))])
      expect([...text.matchAll(/Option (\d+) .*%/g)].map(([, number]) => Number(number))).toEqual(
        Array.from({ length: 14 }, (_, at) => at + 1),
      );
  });

  test("the best value and the best net are told apart, by cash and at full cost", () => {
    const finding = findingOf("family-hubs");
    expect(finding).toContain("No option pays for itself in cash. Parenting programme comes nearest");
    expect(finding).toMatch(
      /One family year out of care costs £[\d,]+ of cash \(£[\d,]+ if what is freed were cash\) with Intensive/,
    );
    expect(screenOf("family-hubs")).toMatch(/Children's services .* DWP .* NHS ICB .* The place .* The public purse/);
  });

  test("a mean that a few draws make is stated with its simulation error", () => {
    expect(findingOf("heavy-tail")).toMatch(
      /gain £698,000 of cash, give or take £475,000 of simulation error, because a few runs of a thousand make the mean \(£3\.01 to £332,000\)/,
    );
  });

  test("every agency has a row, and an upper bound has no chance", () => {
    const finding = findingOf("housing-first");
    expect(finding).toContain("would pay £1.59m over three years (£1.54m in today's value).");
    expect(finding).toContain("Of each £1, 31p comes back as cash: 24p to Borough Council");
    expect(finding).toContain("Another 75p is freed but still paid for.");
    expect(finding).toContain("The place would lose at least £380,000 of cash");
    expect(finding).not.toMatch(/ahead in/);
    for (const text of [toText(reportOf("housing-first"), { width: 60 }), toMarkdown(reportOf("housing-first"))])
      for (const name of ["Borough Council", "Ministry of Housing", "Ministry of Justice", "NHS", "Police"])
        expect(text).toMatch(new RegExp(`^\\W*${name} .*£`, "m"));
  });

  // By hand: 100,000 x 1.4 = 140,000 of cost; 186,923 x 0.6 = 112,154 of cash.
  test("optimism bias that the file asks for is in the net, with the net before it beside it", () => {
    expect(findingOf("optimism-bias")).toContain(
      "Council would lose £27,800 of cash; before optimism bias, gain £86,900. No number has a range",
    );
  });

  test("shared buildings that can be shut beat empty ones", () => {
    const finding = findingOf("shared-back-office");
    expect(finding).toContain("the public purse would gain £10.6m of cash (£5.50m to £18.7m)");
    expect(finding).toContain("gain £573,000 and free £20.0m");
    expect(finding).toContain("Council would gain £2.83m, NHS would gain £2.83m and Police would gain £2.12m.");
  });
});
