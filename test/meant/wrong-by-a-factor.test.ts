import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";
import { admission, handrails, hospital, pays, question } from "./handrails.js";

describe("a slip by a factor of two or more does not read clean", () => {
  test.each([
    // A length of time. 0.4 a month is 4.8 a year; 6 weeks of £300 are no price of an hour.
    [
      "contacts: { value: 40, low: 30, high: 60, source: assumption }\n    per: 1000 people\n    every: year",
      "contacts: 0.4\n    per: person\n    every: month",
      "This is 4.8 admissions a year for each person; the service costs £14,400 a person.",
    ],
    ["council: { value: 300, low: 250, high: 400, source: assumption }", "council: 30", "One week costs £30."],
    ["council: { value: 300, low: 250, high: 400, source: assumption }", "council: 15600", "One week costs £15,600."],
    // Once for each year, and each year for once: by the key, the label or the unit.
    [
      "      fitting:",
      "      setUp: { pays: { council: 9000 }, every: year }\n      fitting:",
      "its words say set up.",
    ],
    [
      pays,
      "{ label: salary of a fitter, value: 150, low: 120, high: 200, source: assumption }",
      "This is due once, and its words say salary.",
    ],
    [
      pays,
      "{ value: 150, low: 120, high: 200, unit: £ a year, source: assumption }",
      "This is due once, and its words say a year.",
    ],
    // Money: the catalogue has £3,700 to £4,300 an admission, and £175 a week of home care.
    [admission, "300", "One admission costs £300. In the catalogue"],
    ["council: { value: 300, low: 250, high: 400, source: assumption }", "council: 40", "(SS11.0) costs £17"],
    [
      "cost: { hospital: { value: 3000, low: 2400, high: 3600, source: assumption } }",
      "cost: { hospital: 3000, council: 3000 }",
      "council and hospital each bear £3,000: £6,000 together.",
    ],
    [
      `pays: { council: ${pays} }\n        per: person`,
      "pays: { council: price, hospital: price }\n        per: person",
      "council and hospital each bear £150: £300 together.",
    ],
    ["cashable: { value: 15%, low: 5%, high: 30%, source: assumption }", "cashable: 100%", "100% of one admission"],
    // Twice: a saving by its name or its pounds, a cause, and people of two cohorts.
    [
      "        ramp: 1 year",
      "        ramp: 1 year\n      fewerAdmissions: { saves: { hospital: 90000 }, every: year, cashable: 15% }",
      "of admission there: counted twice?",
    ],
    // 25% less 20% of 80 admissions of £3,000 a year is £48,000, less in the first year.
    [
      "        ramp: 1 year",
      "        ramp: 1 year\n      other: { saves: { hospital: 55000 }, every: year, cashable: 15% }",
      "handrails avoids £216,000 of admission there: counted twice?",
    ],
    [
      "  aftercare:",
      "  slips: { to: admission, contacts: 40, per: 1000 people, every: year }\n  aftercare:",
      "slips and falls bring the same contacts of admission: counted twice?",
    ],
    // Growth, and kinds.
    ["size: 2000", "size: 2000, growth: 12%", "residents grows by 12% in each year, 1.6 times by year 5."],
    [hospital, "{ name: The hospital, kind: private }", "The hospital is private, so its money is not public."],
    [
      hospital,
      "{ name: Ministry of Justice, kind: local }",
      "Ministry of Justice is local, so its money is the place's.",
    ],
    // What the question and a name say.
    [
      question,
      "If the council fits 20,000 people with handrails, who saves?",
      "The question says 20,000; this is 2000.",
    ],
    [
      "  handrails:\n",
      "  handrails:\n    name: Rails for 250 homes\n",
      "Its name says 250, and no number of it is that.",
    ],
    // A source of 2011 cannot know the prices of 2019.
    [
      "agencies:\n",
      'sources: { study: { title: "Beynon and others (2011), Falls", priceYear: 2019/20 } }\nagencies:\n',
      "The prices of 2019/20 were not known in 2011, when study was published.",
    ],
    // 480 weeks are asked for in a year, and 12 places of 12 weeks serve 52.
    [
      "unit: week",
      "unit: week\n    capacity: { places: 12, stay: 12 weeks }\n    waiting: { start: 0, leave: 0.2 a week }",
      "are turned away or give up.",
    ],
  ])("%s: %s", (before, after, doubt) => {
    const named = after.includes("council: price") ? ["demand:\n", "quantities: { price: 150 }\ndemand:\n"] : ["", ""];
    expect(handrails).toContain(before);
    const text = handrails.replace(before, () => after).replace(named[0], named[1]);
    const { warnings } = plausibility(scenarioIn(readScenario(text)));
    expect(warnings.map(({ address, what }) => `${address}: ${what}`)).toContainEqual(expect.stringContaining(doubt));
  });

  test("two cohorts of which one may be a part of the other", () => {
    const text = handrails
      .replace("residents: { size: 2000 }", "residents: { size: 2000 }\n  frailResidents: { size: 500, unit: guest }")
      .replace("  aftercare:", "  frail: { to: admission, contacts: 90, per: 1000 guests, every: year }\n  aftercare:");
    const { warnings } = plausibility(scenarioIn(readScenario(text)));
    expect(warnings.map(({ what }) => what)).toContainEqual(
      "residents and frailResidents (2,000 and 500) both come to admission: 2,500 people. Is one a part of the other?",
    );
  });

  test("an acceptance at a line covers no doubt about how often it is due", () => {
    const text = handrails
      .replace("      fitting:", "      setUp: { pays: { council: 9000 }, every: year }\n      fitting:")
      .concat("accept: { interventions.handrails.costs.setUp.every: a new set of tools each year }\n");
    const { warnings, accepted } = plausibility(scenarioIn(readScenario(text)));
    expect(warnings).toEqual([]);
    expect(accepted).toHaveLength(1);
  });
});
