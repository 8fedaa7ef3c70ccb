import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report, toMarkdown, toText } from "../../src/report/index.js";
import { mostAtStake } from "../../src/report/read-back/at-stake.js";
import { readScenario } from "../../src/scenario/read.js";
import { example, exampleFiles, scenarioIn } from "../support/read.js";

const pageOf = (file: string) => report(simulate(example(file), { draws: 1 }), { show: ["read-back"] });

/** The sentence about a part of a scenario. */
const saysOf = (text: string, address: string) => {
  const run = simulate(scenarioIn(readScenario(text)), { draws: 1 });
  const { rows } = report(run, { show: ["read-back"] }).parts[0].table;
  return rows.find(([of]) => of === address)?.[1];
};

test.each(exampleFiles)("%s: the page says what the file says", async (file) => {
  const text = toText(pageOf(file));
  expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  await expect(text).toMatchFileSnapshot(
    `read-back/${file.replace("/scenario", "").replace("/", "-").replace("yaml", "txt")}`,
  );
});

test("has a page in markdown", () => {
  expect(toMarkdown(pageOf("fdac/scenario.yaml"))).toContain("| The council would pay £12,170 for each case: £559,820");
});

/** The brief: the council pays £150 for each of 2,000 people, once. A fifth would have come anyway. */
const brief = `
title: A class
question: Who saves?
time: { start: 2026-04-01, years: 3, cycle: month }
money: { priceYear: 2024/25, discount: none }
agencies: { council: { name: The council, kind: local }, hospital: { name: The hospital, kind: local } }
cohorts: { residents: { size: 2000 } }
services: { stay: { name: Admissions, unit: admission, cost: { hospital: 3000 }, cashable: 20% } }
demand: { falls: { to: stay, contacts: 40, per: 1000 people, every: year } }
interventions:
  class:
    reaches: everyone
    deadweight: 20%
    costs: { teachers: { pays: { council: 150 }, per: person, in: year 1 } }
    effects: { fewer: { cut: { stay: 25% } } }
`;

describe("a brief of one page", () => {
  test.each([
    ["time", "The run is three years from 2026-04-01, by the month. Pounds are in 2024/25 prices."],
    ["cohorts.residents", "Residents begin as 2,000 people; there are 2,000 in each year."],
    // 2,000 people x 40 / 1,000 = 80 a year.
    [
      "services.stay",
      "Admissions: One admission costs the hospital £3,000. Without an intervention there are 80 admissions in each year, 4 for each 100 of 2,000 people, £240,000 in year 1. Of what is saved, 20% is cash.",
    ],
    // 2,000 x £150 = £300,000.
    ["interventions.class.costs.teachers", "The council would pay £150 for each person: £300,000, in year 1 alone."],
    // 240 x (1 - 0.25 x 0.8) = 192.
    [
      "interventions.class.effects.fewer.cut.stay",
      "Admissions would fall by 25%, to the end. Of it, 20% would have come anyway. Over the run 240 admissions become 192.",
    ],
  ])("%s", (address, says) => expect(saysOf(brief, address)).toBe(says));

  test("a slip shows: the class is paid for in each year", () =>
    expect(saysOf(brief.replace("in: year 1", "every: year"), "interventions.class.costs.teachers")).toBe(
      "The council would pay £150 for each person: £300,000 in each year, £900,000 in all.",
    ));

  test("a slip shows: 100 people are taken in, not 2,000", () => {
    const slip = brief.replace(
      "reaches: everyone",
      "reaches: { cohort: residents, people: 100, who: anyone, stay: to the end }",
    );
    expect(saysOf(slip, "interventions.class")).toBe(
      "Class is for 100 people. In it are, in the mean of the year, 100 in each year.",
    );
  });
});

describe("what most of the answer rests on", () => {
  const sentencesOf = (text: string) =>
    mostAtStake(simulate(scenarioIn(readScenario(text)), { draws: 1 })).map(({ says }) => says);

  test("is at most five parts of the file, those that move most pounds", () => {
    // 2,000 × £150 paid; 48 admissions of £3,000 fewer.
    expect(sentencesOf(brief)).toEqual([
      expect.stringMatching(/^Admissions: One admission costs the hospital £3,000\./),
      "The council would pay £150 for each person: £300,000, in year 1 alone.",
      expect.stringMatching(/^Admissions would fall by 25%, to the end\./),
    ]);
    for (const file of ["fdac/scenario.yaml", "discharge/scenario.yaml", "place-count/scenario.yaml"]) {
      const rows = mostAtStake(simulate(example(file), { draws: 1 }));
      expect(rows.length).toBeLessThanOrEqual(5);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  // Slips that a right file may look like: each shows in a sentence.
  test.each([
    ["a month for a year", "every: year } }\ninterventions", "every: month } }\ninterventions", "960 admissions"],
    ["a zero too many", "size: 2000", "size: 20000", "4 for each 100 of 20,000 people, £2.40m in year 1"],
    ["another agency pays", "pays: { council: 150 }", "pays: { hospital: 150 }", "The hospital would pay £150"],
    ["all of a saving is cash", "cashable: 20%", "cashable: 90%", "Of what is saved, 90% is cash."],
    ["paid in each year", "in: year 1", "every: year", "£300,000 in each year, £900,000 in all."],
    ["every five years", "in: year 1", "every: 5 years", "£300,000, in year 1 alone"],
    [
      "each pays all",
      "pays: { council: 150 }",
      "pays: { council: 150, hospital: 150 }",
      "The council and the hospital would each pay £150 for each person: £300,000, in year 1 alone; £600,000 together.",
    ],
    ["a share of the change that stays", "deadweight: 20%", "deadweight: 2%", "Of it, 2% would have come anyway."],
  ])("%s shows", (_, from, to, says) => {
    expect(brief).toContain(from);
    expect(sentencesOf(brief.replace(from, to)).join(" ")).toContain(says);
  });
});
