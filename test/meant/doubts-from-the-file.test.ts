import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

const handrails = readFileSync("test/meant/handrails.yaml", "utf8");

/** The doubts about a text, as the address and the sentence. */
const doubtsOf = (text: string): readonly string[] => {
  const { warnings } = plausibility(scenarioIn(readScenario(text)));
  return warnings.map(({ address, what }) => `${address}: ${what}`);
};

const withSlip = (from: string, to: string): readonly string[] => {
  expect(handrails).toContain(from);
  return doubtsOf(handrails.replace(from, () => to));
};

describe("what other numbers and words of a file betray", () => {
  test.each([
    // A week of home care is a few hundred pounds; 300 a day for a week is 2,100, and a zero too few is 30.
    [
      "hospital: { value: 3000, low: 2400, high: 3600, source: assumption }",
      "hospital: 250",
      "One admission costs £250",
    ],
    [
      "{ council: { value: 300, low: 250, high: 400, source: assumption } }",
      "{ council: 30 }",
      "In the catalogue Home care (SS11.0) costs £175.",
    ],
    [
      "{ hospital: { value: 3000",
      "{ council: { value: 3000",
      "council bears the cost of Admission, and hospital none of it.",
    ],
    [
      "cut: { admission:",
      "cut: { homeCare:",
      "This cuts homeCare, and its name is that of admission, which stays as it is.",
    ],
    ["pays: { council:", "pays: { hospital:", "The question says that council pays, and here hospital pays all."],
    ["        in: year 1", "        every: 5 years", "This is due every 5 years, so once in a run of 5."],
    [
      "      fitting:",
      "      purchase: { pays: { council: 100 }, per: person, every: year }\n      fitting:",
      "This is due in every year, and its words say purchase.",
    ],
  ])("%s -> %s", (from, to, what) =>
    expect(withSlip(from, to)).toEqual(expect.arrayContaining([expect.stringContaining(what)])),
  );

  test("a worker for one person, and one for £5,000 a year", () => {
    const workers = (caseload: number, pounds: number) =>
      handrails
        .replace("reaches: everyone", `reaches: { people: 100, who: anyone, stay: to the end, caseload: ${caseload} }`)
        .replace(
          / {4}costs:[\s\S]*? {4}effects/,
          `    costs: { workers: { pays: { council: ${pounds} }, per: worker, every: year } }\n    effects`,
        );
    const found = (caseload: number, pounds: number) =>
      doubtsOf(workers(caseload, pounds)).filter((each) => each.includes("worker"));
    expect(found(10, 50_000)).toEqual([]);
    expect(found(1, 50_000)[0]).toContain("A worker has 1 people at once.");
    expect(found(10, 5_000)[0]).toContain("A worker costs £5,000 a year.");
  });

  describe("one of three that should be alike", () => {
    const three = (first: string): string => {
      const head = handrails.slice(0, handrails.indexOf("interventions:"));
      const plan = (name: string, line: string): string =>
        `  ${name}:\n    reaches: everyone\n    deadweight: 20%\n    costs: { team: ${line} }\n` +
        "    effects: { fewer: { cut: { admission: 25% } } }\n";
      const same = "{ pays: { council: 30000 }, every: year }";
      return `${head}interventions:\n${plan("north", first)}${plan("south", same)}${plan("east", same)}`;
    };
    const aboutTeam = (line: string) =>
      doubtsOf(three(line)).filter((each) => /others? (?:like it|of this name)/.test(each));

    test.each([
      [
        "{ pays: { council: 300000 }, every: year }",
        "This is 300000, and 2 others like it are 30000: 10 times as much.",
      ],
      ["{ pays: { council: 2500 }, every: year }", "This is 2500, and 2 others like it are 30000: 12 times as little."],
      ["{ pays: { hospital: 30000 }, every: year }", "hospital pays this, and council pays the 2 others"],
      ["{ pays: { council: 30000 }, in: year 1 }", "every differs here from the 2 others"],
      ["{ pays: { council: 30000 }, every: year, per: 100 people }", "per differs here from the 2 others"],
    ])("%s", (line, what) => expect(aboutTeam(line)).toEqual([expect.stringContaining(what)]));

    test.each(["{ pays: { council: 30000 }, every: year }", "{ pays: { council: 40000 }, every: year }"])(
      "%s is right",
      (line) => expect(aboutTeam(line)).toEqual([]),
    );
  });
});
