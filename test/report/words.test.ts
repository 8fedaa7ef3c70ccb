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

test("a unit that is a plain noun has a plural; words that say more of it must state theirs", () => {
  const plurals = {
    case: "cases",
    family: "families",
    person: "people",
    crisis: "crises",
    child: "children",
    loss: "losses",
    QALY: "QALYs",
    "life year": "life years",
    "hospital bed": "hospital beds",
    "bed-day": "bed-days",
    "supported tenancy": "supported tenancies",
    "emergency admission": "emergency admissions",
  };
  expect(Object.keys(plurals).map((one) => readUnit(one).many)).toEqual(Object.values(plurals));
  const unplain = [
    "episode that ended well",
    "family year out of care",
    "one point of life satisfaction for a year",
    "year of care",
    "young person in work",
    "life lost",
    "report published",
    "family turned around",
    "£1m of courts and prisons",
    "contact (by telephone)",
    "1% fewer reconvictions",
  ];
  expect(unplain.filter((one) => readUnit(one).many !== null)).toEqual([]);
  expect(readUnit({ one: "year of care", many: "years of care" })).toEqual({
    one: "year of care",
    many: "years of care",
  });
});
