import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { example, exampleFiles, scenarioIn } from "../support/read.js";
import { doubtsOf, handrails, readable } from "./handrails.js";
import { readMeant } from "./meant.js";

/** The right file with one slip in it: some text in place of another. */
const withSlip = (from: string, to: string) => {
  expect(handrails).toContain(from);
  return readable(handrails.replace(from, to));
};

describe("a model that is wrong does not read clean", () => {
  test("the right file has nothing to say", () => expect(doubtsOf(readable(handrails))).toEqual([]));

  test.each([
    [
      "1 where 1% is meant: all of the change is deadweight",
      "deadweight: { value: 20%, low: 5%, high: 40%, source: assumption }",
      "deadweight: 1",
      ["interventions.handrails.deadweight: This is 1: all of the change would have come anyway."],
    ],
    [
      // £327,000 avoided ÷ £153 paid, rounded to two digits; £150 ÷ 2,000 people = 7.5p.
      "a cost that is not per person",
      "        per: person\n        in: year 1",
      "        in: year 1",
      [
        "interventions.handrails.costs.fitting: The benefit is 2,100 times the cost. This line is £150 for all 2,000 people, 8p each.",
      ],
    ],
    [
      // 40 admissions × £3,000.
      "contacts per person that are meant per 1,000 people",
      "per: 1000 people",
      "per: person",
      [
        "demand.falls: This is 40 admissions a year for each person; the service costs £120,000 a person.",
        "interventions.handrails.costs: The benefit is 1,100 times the cost (handrails).",
      ],
    ],
    [
      "an intervention without effects",
      handrails.slice(handrails.indexOf("    effects:")),
      "",
      ["interventions.handrails: handrails is paid for and changes nothing: it has no effects."],
    ],
    [
      "an effect that begins after six years of a run of five",
      "        ramp: 1 year\n",
      "        ramp: 1 year\n        lag: 6 years\n",
      ["interventions.handrails.effects.fewerFalls.lag: This begins in year 7; the run ends with year 5."],
    ],
    [
      "a service that nobody comes to",
      "demand:\n",
      "  gp: { unit: visit, cost: { hospital: 40 }, cashable: 10% }\ndemand:\n",
      ["services.gp: Nobody comes to gp, in any year and with any strategy."],
    ],
    [
      "an agency in nothing",
      "cohorts:\n",
      "  police: { name: Police, kind: local }\ncohorts:\n",
      ["agencies.police: police pays, bears and saves nothing."],
    ],
    [
      // A unit cost written in thousands of thousands.
      "a unit cost above a million",
      "hospital: { value: 3000, low: 2400, high: 3600, source: assumption }",
      "hospital: 3000000",
      ["services.admission.cost: One admission costs £3.00m."],
    ],
    [
      // PSSRU 2025 has £280, in prices of 2024/25.
      "a unit cost far from the published one of the same name",
      "demand:\n",
      "  seen: { name: A&E attendance, unit: attendance, cost: { hospital: 28000 }, cashable: 10% }\ndemand:\n",
      ["services.seen.cost: One attendance costs £28,000. In the catalogue A&E attendance (pssru-2025.ae) costs £280."],
    ],
    [
      // £150 once for all, beside a van of £60,000 a year for five years.
      "a cost that is not per person, beside one for all",
      "        per: person\n        in: year 1",
      "        in: year 1\n      van: { pays: { council: 60000 }, every: year }",
      ["interventions.handrails.costs.fitting: This comes to £150 in all years together; handrails pays £300,000."],
    ],
    [
      // A saving of £30 a person, without per: five years less the deadweight of 20%, £120.
      "a saving that is not per person",
      "        ramp: 1 year\n",
      "        ramp: 1 year\n      less: { saves: { hospital: 30 }, every: year, cashable: 15% }\n",
      ["interventions.handrails.effects.less: This comes to £120 in all years together; handrails pays £300,000."],
    ],
    [
      // 60,000 + 20,000 = 80,000, beside £300,000 by the person.
      "a table of costs with its total",
      "    effects:",
      "      staff: { pays: { council: 60000 }, in: year 1 }\n      van: { pays: { council: 20000 }, in: year 1 }\n" +
        "      total: { pays: { council: 80000 }, in: year 1 }\n    effects:",
      [
        "interventions.handrails.costs.total: This comes to £80,000, as much as interventions.handrails.costs.staff and interventions.handrails.costs.van.",
      ],
    ],
    [
      // £150 × 2,000.
      "a cost by the person, and again for all",
      "    effects:",
      "      total: { pays: { council: 300000 }, in: year 1 }\n    effects:",
      [
        "interventions.handrails.costs.total: This comes to £300,000, as much as interventions.handrails.costs.fitting.",
      ],
    ],
    [
      "a fall of contacts that is also a fall of what each costs",
      "        ramp: 1 year\n",
      "        ramp: 1 year\n      lessEach: { cut: { services.admission.cost.hospital: 25% } }\n",
      [
        "interventions.handrails.effects.lessEach.cut.services.admission.cost.hospital: The same falls by interventions.handrails.effects.fewerFalls.cut.admission as well: counted twice?",
      ],
    ],
    [
      // 1 month of 60.
      "an effect that falls to half in months where years are meant",
      "        ramp: 1 year\n",
      "        halfLife: 1 month\n",
      ["interventions.handrails.effects.fewerFalls.halfLife: This falls to half in 1 of the 60 months left."],
    ],
    [
      "more weeks than a year has",
      "contacts: { value: 6, low: 3, high: 10, source: assumption }\n    after: 1 month",
      "contacts: 6\n    after: 1 month\n  more: { to: homeCare, contacts: 60, per: person, every: year }",
      ["demand.more: This is 60 weeks a year for each person; the service costs £18,000 a person."],
    ],
  ])("%s", (_, from, to, expected) => expect(doubtsOf(withSlip(from, to))).toEqual(expect.arrayContaining(expected)));

  test("2.000 is read as 2, which its line says", () => {
    const { problems } = readScenario(handrails.replace("size: 2000", "size: 2.000"));
    expect(
      problems.map(({ severity, address, what, mend, place }) => [severity, address, what, mend, place?.line]),
    ).toEqual([
      [
        "warning",
        "cohorts.residents.size",
        "2.000 is read as 2.",
        "If the point is between thousands, write 2000; else write 2.",
        9,
      ],
    ]);
  });

  test.each([
    // 300 places, a mean stay of a year, 900 families who come once: from year 4 on fewer than 150 are there.
    [
      "empty-places",
      "interventions.hub",
      /^Fewer than half of the 300 places of hub .* 64\.9 in year 4, .* 0\.1 in year 10/,
    ],
    ["two-programmes", "interventions.jobCoach", /^jobCoach takes in nobody under both: debtAdvice has all 100\.$/],
    [
      "two-programmes",
      "interventions.debtAdvice",
      /^debtAdvice takes in nobody under bothOtherOrder: jobCoach has all/,
    ],
    [
      "grant-moves-nothing",
      "regimes.grant.pay",
      /moves £250,000 a year with and without tenancies, so it changes no decision/,
    ],
    ["salami", "regimes.protected", /^protected and salami have the same rules, and give every agency the same/],
    [
      "close-what-is-empty",
      "interventions.closure.effects.shut.close.home",
      /^closure never shuts a step of home: its peak/,
    ],
    ["traces-tied", "quantities.southWinter", /^northWinter and southWinter always pick the same/],
  ])("%s: %s", (name, address, what) => {
    const { warnings } = plausibility(scenarioIn(readMeant(name)));
    expect(warnings).toContainEqual(expect.objectContaining({ address, what: expect.stringMatching(what) }));
  });

  test("a hub that new families come to has nothing to say", () => {
    const scenario = scenarioIn(readMeant("empty-places", { "cohorts.families.entrants": 300 }));
    expect(plausibility(scenario).warnings).toEqual([]);
  });
});

test.each(exampleFiles)("nothing looks wrong in %s that it does not accept", (file) =>
  expect(plausibility(example(file)).warnings).toEqual([]),
);
