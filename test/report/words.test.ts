import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted, listed } from "../../src/base/problems/problem.js";
import { clean } from "../../src/base/texts/clean.js";
import { widestPart, widthOf, wrap } from "../../src/report/words.js";
import { readUnit } from "../../src/scenario/unit.js";

const text = fc.string({ unit: "grapheme", maxLength: 200 });
const width = fc.integer({ min: 4, max: 80 });

describe("wrap(text, width)", () => {
  test("passes the width only by a word that is longer, and loses no word", () => {
    fc.assert(
      fc.property(text, width, (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(widthOf(line) <= width || !line.includes(" "), line).toBe(true);
        expect(lines.filter((line) => line !== "").join(" ")).toBe(lines.join(" ").trim());
        const letters = (part: string): string => part.replace(/\s/g, "");
        expect(letters(lines.join(""))).toBe(letters(clean(text)));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, widestPart(text)));
      }),
    );
  });

  test("breaks an address after a dot and a sum after a sign, and no name", () => {
    expect(wrap("services.fallAdmission.cost", 23)).toEqual(["services.fallAdmission.", "cost"]);
    expect(wrap("=12*(3+45)*0.6", 8)).toEqual(["=12*(3+", "45)*0.6"]);
    for (const whole of ["fallAdmission", "most-in-need", "life_year", "https://www.nao.org.uk/a-report", "£1,234.50"])
      expect(wrap(`a ${whole} b`, 6)).toEqual(["a", whole, "b"]);
  });

  test("moves an address that fits to the next line", () => {
    expect(wrap("the share quantities.effect", 18)).toEqual(["the share", "quantities.effect"]);
  });
});

test("widthOf(text) counts what a terminal shows", () => {
  expect(["£12", "é", "e\u0301", "東京", "−"].map(widthOf)).toEqual([3, 1, 1, 4, 1]);
});

test("clean(text) leaves nothing that a terminal obeys", () => {
  expect(clean("a\u001b[2Jb\u0007\r\u009bc\u202ed\ne")).toBe("a[2Jbcd\ne");
});

test("listed(names) and counted(whole, noun) read as sentences do", () => {
  expect([listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual(["a", "a and b", "a, b and c"]);
  expect([counted(1, "draw"), counted(2048, "draw")]).toEqual(["1 draw", "2,048 draws"]);
});

test("a unit has a plural by its noun; a unit with a verb must state its own", () => {
  const plurals = {
    case: "cases",
    family: "families",
    person: "people",
    crisis: "crises",
    child: "children",
    loss: "losses",
    QALY: "QALYs",
    "life year": "life years",
    "bed-day": "bed-days",
    "supported tenancy": "supported tenancies",
    "last days": "last days",
    "year of care": "years of care",
    "night in a hostel": "nights in a hostel",
    "visit to A&E": "visits to A&E",
    "day of a senior manager": "days of a senior manager",
    "year in a home of one's own": "years in a home of one's own",
    "family year out of care": "family years out of care",
    "young person in work after two years": "young people in work after two years",
    "leaver out of school and work": "leavers out of school and work",
    "person admitted in an emergency": "people admitted in an emergency",
    "child seen by a doctor": "children seen by a doctor",
    "report not published": "reports not published",
    "life lost": "lives lost",
    "family turned around": "families turned around",
  };
  expect(Object.keys(plurals).map((one) => readUnit(one).many)).toEqual(Object.values(plurals));
  const others = [
    "episode that ended well",
    "one point of life satisfaction for a year",
    "out of hours call",
    "£1m of courts and prisons",
    "contact (by telephone)",
    "1% fewer reconvictions",
  ];
  expect(others.filter((one) => readUnit(one).many !== null)).toEqual([]);
  expect(readUnit({ one: "person who waits", many: "people who wait" })).toEqual({
    one: "person who waits",
    many: "people who wait",
  });
});
