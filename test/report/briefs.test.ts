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
      "Of each £1 paid, £1.00 comes back as cash, all of it to Council. " +
        "Council would pay £542,000 over five years (£506,000 in today's value). Council would be about even on average (−£414,000 to +£834,000), ahead in 36 runs of 100.",
    );
  });

  test("a cost that no budget shows, and the names of the file", () => {
    const finding = findingOf("carers");
    expect(finding).toContain(
      "The place would gain £14,200 of cash (−£158,000 to +£153,000), ahead in 60 runs of 100.",
    );
    expect(finding).toContain("Unpaid carers would lose £1.74m");
    // Unpaid carers have no budget, so the finding alone names them.
    for (const name of ["Adult social care", "Community health trust", "University hospital"])
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
      "No option pays for itself in cash. Bought and shut would come nearest: for £931,000 over eight years Council " +
        "would lose £1.87m of cash (−£4.96m to +£865,000), ahead in 14 runs of 100.",
    );
    expect(finding).toContain("lose £10.6m and free £17.1m");
    expect(finding).not.toContain("better outcomes at less cost");
  });

  test("a row for each of fourteen options, those that lose too, in the order of the file", () => {
    expect(findingOf("dropped")).toBe(
      "Option 14 would gain Council most: for £100,000 over two years Council would gain £56,600 of cash " +
        "(£40,000 to £73,100), ahead in every run. 6 of the 14 options lose money; Option 1 would lose £47,800.",
    );
    for (const text of [toText(reportOf("dropped"), { width: 60 }), toMarkdown(reportOf("dropped"))])
      expect([...text.matchAll(/Option (\d+) .*%/g)].map(([, number]) => Number(number))).toEqual(
        Array.from({ length: 14 }, (_, at) => at + 1),
      );
  });

  test("the best value and the best net are told apart, by cash and at full cost", () => {
    const finding = findingOf("family-hubs");
    expect(finding).toContain("No option pays for itself in cash. Parenting programme would come nearest");
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
    expect(finding).toContain("Of each £1 paid, at most 31p comes back as cash: 24p to Borough Council");
    expect(finding).toContain("At most another 75p is freed but still paid for.");
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

  test("an agency whose capacity is only freed has a row and net 0", () => {
    expect(findingOf("freed-only")).toContain("No cash comes back. Another £2.36 is freed but still paid for.");
    expect(screenOf("freed-only")).toMatch(/General practices £0 £0 £118,000/);
  });

  test("the option of three that loses is in the sentence and has a row", () => {
    expect(findingOf("one-of-three-loses")).toContain(
      "Text messages would gain the hospital most: for £10,000 in one year the hospital would gain £90,000 of cash. " +
        "Home visits would lose £60,000; Telephone calls would gain £20,000.",
    );
    expect(screenOf("one-of-three-loses")).toMatch(/Without £0 £0 £0 Home visits .* Text messages .* Telephone calls/);
  });

  test("a range that does not matter gives no range and no chance", () => {
    expect(findingOf("irrelevant-range")).toContain(
      "The landlord would gain £30,000 of cash. 500 call-outs would be averted. The effect has no range and is taken " +
        "as certain, so no chance is given.",
    );
    expect(screenOf("irrelevant-range")).not.toMatch(/5th|chance reflects/);
  });

  test("a claim stands beside what was tried, and is never the best choice", () => {
    expect(findingOf("claim-beside-trial")).toMatch(
      /^As tried would not pay for itself in cash: .* Its brochure: Council would gain £400,000 of cash\./,
    );
  });

  test("what was counted alone is at most so much, without a range around it or a chance", () => {
    const finding = findingOf("counted-alone");
    expect(finding).toContain("Of each £1 paid, at most £2.14 comes back as cash");
    expect(finding).toContain(
      "would gain at most £22,800 of cash on average, and at most £107,000 at the 95th percentile. At most 400 calls",
    );
    expect(screenOf("counted-alone")).not.toMatch(/chance/);
  });

  test("a few large savings make a mean, which is stated with its error", () => {
    expect(findingOf("rare-and-large")).toMatch(/give or take £[\d,.m]+ of simulation error, because a few runs/);
  });

  test("two bodies have rows below their agencies, and the place a row below them", () => {
    expect(findingOf("two-bodies")).toContain(
      "Of each £1 paid, £1.50 comes back as cash: 25p to Adult social care, £1.13 to Wards and 12p to Community nursing.",
    );
    expect(screenOf("two-bodies")).toMatch(
      /The council £40,000 £10,000 −£30,000 .* The trust £0 £50,000 £50,000 The place/,
    );
  });

  test("a scheme that loses says so at once, and what comes back", () => {
    expect(findingOf("losing-scheme")).toContain(
      "Of each £1 paid, 17p comes back as cash, all of it to County Council. County Council would pay £120,000 over " +
        "two years. County Council would lose £100,000 of cash. 400 visits would be averted. No number has a range",
    );
  });

  test("what is counted before and after is at most so much, without a chance", () => {
    const finding = findingOf("upper-bound");
    expect(finding).toMatch(/^Of each £1 paid, at most £1.3\d comes back as cash/);
    expect(finding).toContain("This is an upper bound");
    expect(screenOf("upper-bound")).not.toMatch(/chance|ahead in/);
  });

  test("several budgets in one body have rows, and a sub-total that one of them pays for", () => {
    expect(findingOf("several-budgets")).toContain(
      "comes back as cash: £1.49 to Adult social care and 25p to Housing.",
    );
    expect(screenOf("several-budgets")).toMatch(
      /Public health £12,000 £0 −£12,000 Housing .* The council £12,000 £20,900 £8,900 .* Acute trust £0 £0 £0 £23,900/,
    );
  });

  test("a claim is shown beside the options, and is never first", () => {
    expect(findingOf("reading-beside-options")).toMatch(
      /^Reminders would gain the hospital most: .* Coaching would lose £10,300. The supplier's claim: the hospital /,
    );
    expect(screenOf("reading-beside-options")).toMatch(/Without .* The supplier's claim \(a reading\) .* Reminders/);
  });

  test("a scheme without a pound of saving says what an outcome costs, and is not called certain", () => {
    const finding = findingOf("outcomes-alone");
    expect(finding).toMatch(/^With Walking groups one life year costs £2,0\d0: 49 more life years \(28 to 70.2\)/);
    expect(finding).toContain("What Walking groups would do for people has a range; its money has none");
    expect(finding).not.toContain("taken as certain");
  });
});
