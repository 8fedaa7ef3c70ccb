import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";

const handrails = readFileSync("test/meant/handrails.yaml", "utf8");

const doubtsWith = (...slips: readonly (readonly [string, string])[]): readonly string[] => {
  const text = slips.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, () => to);
  }, handrails);
  return plausibility(scenarioIn(readScenario(text))).warnings.map(({ address, what }) => `${address}: ${what}`);
};

const contacts = "contacts: { value: 40, low: 30, high: 60, source: assumption }";
const pays = "{ value: 150, low: 120, high: 200, source: assumption }";
const aftercare = "contacts: { value: 6, low: 3, high: 10, source: assumption }\n    after: 1 month";
const line =
  "fitting:\n        pays: { council: { value: 150, low: 120, high: 200, source: assumption } }\n        per: person\n        in: year 1";
const ramp = "        ramp: 1 year";
const question = "If the council fits handrails, who saves?";
const priceYear = "money: { priceYear: 2024/25, discount: green-book-2026 }";
const admission = "{ value: 3000, low: 2400, high: 3600, source: assumption }";

const published = (year: string): string =>
  `${priceYear}\nsources: { trial: { title: "A trial (2017)", priceYear: ${year} } }`;
const reaching = (reach: string): readonly [string, string] => ["reaches: everyone", `reaches: { ${reach} }`];
const workers = (pounds: string, asked: string): readonly (readonly [string, string])[] => [
  [question, asked],
  [line, `officers: { pays: { council: ${pounds} }, every: year }`],
];

describe("what a file says twice", () => {
  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    [
      "contacts a month",
      [[contacts, "contacts: { value: 40, note: 40 a month in the audit }"]],
      "The words of 40 say a month, and it comes once a year.",
    ],
    [
      "contacts per 100",
      [[contacts, "contacts: { value: 40, note: 40 falls per 100 }"]],
      "The note says 40 falls per 100, and this is per 1000.",
    ],
    // 40 for each 1,000 of 2,000 people are 80 a year.
    [
      "contacts of a year",
      [[contacts, "contacts: { value: 40, note: '1,440 admissions in 2024' }"]],
      "The note says 1440, and these are 80 a year.",
    ],
    [
      "pounds a year, each month",
      [
        [pays, "{ value: 150, unit: £ a person a year }"],
        ["in: year 1", "every: month"],
      ],
      "The words of 150 say a year, and it comes 12 times a year.",
    ],
    [
      "pounds of a lifetime",
      [
        [pays, "{ value: 150, note: cost over ten years }"],
        ["in: year 1", "every: year"],
      ],
      "The words of 150 say over ten years, and it comes each year.",
    ],
    [
      "pounds in thousands",
      [[pays, "{ value: 150, unit: £000 }"]],
      "The words of 150 say £000, and it is read as pounds.",
    ],
    [
      "people of the question",
      [[question, "If the council fits handrails for 2,500 older people, who saves?"]],
      "The question says 2,500 older people, and no number of the file is that.",
    ],
    [
      "prices of another decade",
      [[priceYear, published("1997/98")]],
      "trial was published in 2017, and its prices are of 1997/98.",
    ],
  ])("%s", (_, slips, what) => expect(doubtsWith(...slips)).toContainEqual(expect.stringContaining(what)));

  test.each<readonly [string, readonly (readonly [string, string])[]]>([
    ["contacts a year", [[contacts, "contacts: { value: 40, note: 40 a year in the audit }"]]],
    ["contacts of a year", [[contacts, "contacts: { value: 40, note: 84 admissions in 2024 }"]]],
    ["another number of a note", [[contacts, "contacts: { value: 40, note: 0.3 a month are admitted twice }"]]],
    ["contacts per 1,000", [[contacts, "contacts: { value: 40, note: '40 falls per 1,000' }"]]],
    ["pounds once", [[pays, "{ value: 150, note: a cost over ten years }"]]],
    ["a formula of thousands", [[pays, "{ value: 0.15 * 1000, unit: £ }"]]],
    ["people of the question", [[question, "If the council fits handrails for 2,000 older people, who saves?"]]],
    ["a number of its story", [[question, "In the north 3,000 people fell. Who saves?"]]],
    ["prices of four years before", [[priceYear, published("2013/14")]]],
  ])("%s is right", (_, slips) => expect(doubtsWith(...slips)).toEqual([]));
});

describe("work that is paid for once", () => {
  const nurses = (more: string): readonly (readonly [string, string])[] => [
    [line, line.replace("fitting", "nurses")],
    [ramp, more],
  ];
  const doubt = "Nothing is paid for nurses after this, and the effect stays whole to the end of year 5.";

  test("and acts to the end", () => {
    expect(doubtsWith(...nurses(ramp))).toContainEqual(expect.stringContaining(doubt));
  });
  test.each(["        halfLife: 2 years", "        until: 2 years"])("with %s it is right", (more) =>
    expect(doubtsWith(...nurses(more))).toEqual([]),
  );
});

describe("how many workers there are", () => {
  test.each<readonly [string, string, string]>([
    ["6 * 4000", question, "A worker costs £4,000 a year."],
    ["60000", "If the council pays six visiting officers, who saves?", "A worker costs £10,000 a year."],
  ])("%s: %s", (pounds, asked, what) =>
    expect(doubtsWith(...workers(pounds, asked))).toContainEqual(expect.stringContaining(what)),
  );
  test.each<readonly [string, string]>([
    ["6 * 40000", question],
    ["240000", "If the council pays six visiting officers, who saves?"],
    ["60000", question],
  ])("%s: %s is right", (pounds, asked) =>
    expect(doubtsWith(...workers(pounds, asked)).filter((each) => each.includes("worker"))).toEqual([]),
  );

  const caseload = (people: number) =>
    doubtsWith(
      [question, "If the council pays for two link workers, who saves?"],
      reaching(`people: 60, who: anyone, stay: to the end, caseload: ${people}`),
      [line, "pay: { pays: { council: 46000 }, per: worker, every: year }"],
    ).filter((each) => each.includes("worker"));
  test("by caseload", () => {
    expect(caseload(30)).toEqual([]);
    expect(caseload(3)).toEqual([
      "interventions.handrails.reaches.caseload: This takes 20 workers, and the words say 2.",
    ]);
  });

  test("each of two agencies pays all of one", () =>
    expect(
      doubtsWith(reaching("people: 60, who: anyone, stay: to the end, caseload: 30"), [
        line,
        "pay: { pays: { council: 46000, hospital: 46000 }, per: worker, every: year }",
      ]),
    ).toContainEqual(expect.stringContaining("council and hospital each bear £46,000: £92,000 together.")));
});

describe("numbers that others contradict", () => {
  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    // 45% of 2,000 are 900, more than 500.
    [
      "an uptake of nobody",
      [reaching("people: 500, uptake: 45%, who: anyone, stay: to the end")],
      "so uptake changes nothing.",
    ],
    [
      "days for weeks after one admission",
      [[aftercare, aftercare.replace("value: 6, low: 3, high: 10", "value: 60")]],
      "One brings 60 weeks in a year.",
    ],
    // £8,000 × 2,000 people are £16m; (£240,000 + £144,000) × 5 years are £1.92m.
    [
      "a price above all that it could save",
      [[pays, "8000"]],
      "The cost is £16.0m (handrails); without it all services of the scenario cost £1.92m.",
    ],
    [
      "strokes of a whole town, month by month",
      [
        ["unit: admission", "unit: stroke"],
        ["each: admission", "each: admission"],
        ["size: 2000", "size: 90000"],
        ["every: year", "every: month"],
      ],
      "This is 480 strokes a year for each 1,000 people",
    ],
    [
      "contacts of everyone together",
      [
        [contacts, "contacts: 8000"],
        ["per: 1000 people", "per: everyone"],
      ],
      "This is 4 admissions a year for each person",
    ],
  ])("%s", (_, slips, what) => expect(doubtsWith(...slips)).toContainEqual(expect.stringContaining(what)));

  test.each<readonly [string, readonly (readonly [string, string])[]]>([
    ["an uptake below the places", [reaching("people: 2000, uptake: 45%, who: anyone, stay: to the end")]],
    [
      "weeks over two years",
      [
        [
          aftercare,
          aftercare.replace("value: 6, low: 3, high: 10", "value: 60").replace("after: 1 month", "over: 2 years"),
        ],
      ],
    ],
    [
      "a crime of which others bear most",
      [
        ["unit: admission", "unit: offence\n    name: Violence with injury"],
        [admission, "{ value: 3000, source: assumption }"],
      ],
    ],
  ])("%s is right", (_, slips) => expect(doubtsWith(...slips)).toEqual([]));
});
