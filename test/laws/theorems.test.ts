import { describe, expect, test } from "vitest";
import { carryForward } from "../../src/funding/year-end/carry-forward.js";
import { ratchet } from "../../src/funding/year-end/ratchet.js";
import { agencies, checkRule, deals, lawNamed, type MatrixRow, sampleRules, which } from "../../src/laws/index.js";
import { matrices } from "./matrices.js";

const { share, yearEnd, pay } = matrices;

const rulesThatKeep = (rows: readonly MatrixRow[], law: string): readonly string[] =>
  rows.filter((row) => row.law === law && row.result === "holds").map(({ rule }) => rule);

const keeps = (rows: readonly MatrixRow[], rule: string, ...ids: readonly string[]): boolean =>
  ids.every((id) => rulesThatKeep(rows, id).includes(rule));

describe("the matrix of sharing", () => {
  test("silo lets investors lose", () => {
    expect(keeps(share, "silo", "no-investor-loses")).toBe(false);
  });

  test("by benefit ignores boundaries and size, and no investor loses", () => {
    expect(keeps(share, "by benefit", "boundaries-do-not-matter", "size-does-not-matter", "no-investor-loses")).toBe(
      true,
    );
  });

  test("by investment rewards spending; equal shares pay agencies with no part in the scheme", () => {
    expect(keeps(share, "by investment", "no-gold-plating")).toBe(false);
    for (const rule of ["equal net", "equal gross"]) expect(keeps(share, rule, "dummy")).toBe(false);
  });

  test("of rules that ignore names, lose no investor and share all, only the blends ignore boundaries", () => {
    const ignoresBoundaries = Object.keys(sampleRules.share).filter((rule) =>
      keeps(
        share,
        rule,
        "surplus-is-shared-out",
        "names-do-not-matter",
        "boundaries-do-not-matter",
        "no-investor-loses",
      ),
    );
    expect(ignoresBoundaries).toEqual(["by investment", "by benefit", "blend, θ = 0.8"]);
    const alsoNoGoldPlating = ignoresBoundaries.filter((rule) => keeps(share, rule, "no-gold-plating"));
    expect(alsoNoGoldPlating).toEqual(["by benefit"]);
  });

  test("no rule shares all, loses no investor and charges only the needed (the wrong-pockets trilemma)", () => {
    const all = Object.keys(sampleRules.share).filter((rule) =>
      keeps(share, rule, "surplus-is-shared-out", "no-investor-loses", "only-the-needed-pay"),
    );
    expect(all).toEqual([]);
  });

  test("no rule shares all, gets every good scheme signed and rewards honest reports (Green and Laffont)", () => {
    const all = Object.keys(sampleRules.share).filter((rule) =>
      keeps(share, rule, "surplus-is-shared-out", "goes-ahead-when-it-is-worth-it", "no-shading"),
    );
    expect(all).toEqual([]);
  });

  // Shapley 1971, Aumann and Maschler 1985: for such games both lie in the core.
  // So does every rule that gives no agency more than its claim.
  test("Shapley and the nucleolus are in the core", () => {
    for (const rule of ["Shapley", "nucleolus", "by benefit", "make whole"])
      expect(keeps(share, rule, "no-group-would-leave", "dummy", "nobody-loses")).toBe(true);
  });
});

// With one agency that gains and a doer that saves nothing, the first pays the second exactly what it spent.
// In these worlds one rule keeps all three laws.
test("with one beneficiary, make whole rewards honest reports, shares all and is signed", () => {
  const oneBeneficiary = which(deals, (deal) => {
    const savers = deal.filter(({ saves }) => saves > 0);
    return savers.length === 1 && savers[0].pays === 0;
  });
  const three = ["surplus-is-shared-out", "no-shading", "goes-ahead-when-it-is-worth-it"].map((id) => ({
    ...lawNamed("share", id),
    worlds: oneBeneficiary,
  }));
  const rows = checkRule(sampleRules.share["make whole"], three, { mode: "exhaustive" });
  expect(rows.map(({ result }) => result)).toEqual(["holds", "holds", "holds"]);
});

// Balinski and Young 1982: largest remainders for 5, 25 and 23 people give (1, 2, 2) of 5 pence, and (0, 3, 3) of 6.
test("the Alabama paradox: with a penny more, the smallest place loses its only penny", () => {
  const recipients = [5, 25, 23].map((people, at) => ({
    agency: agencies[at],
    people,
    need: 1,
    base: people,
    spent: people,
    own: 0,
    resources: 0,
  }));
  const [row] = checkRule(sampleRules.allocate["per capita"], [lawNamed("allocate", "a-penny-more-takes-no-penny")], {
    examples: [{ pot: 5, recipients }],
  });
  expect(row.where).toBe("With a penny more in the pot, Council is given £0.01 less.");
  expect(row.impossible).toContain("Balinski–Young");
});

describe("the matrix of year ends", () => {
  test("use it or lose it never makes saving pay, and never punishes it", () => {
    expect(keeps(yearEnd, "use it or lose it", "saving-is-never-punished")).toBe(true);
    expect(keeps(yearEnd, "use it or lose it", "saving-pays")).toBe(false);
    const [row] = checkRule(sampleRules.yearEnd["use it or lose it"], [lawNamed("yearEnd", "saving-pays")], {
      mode: "exhaustive",
    });
    expect(row.where).toContain("may spend the same");
  });

  // A saving of £1 is carried forward once and costs £ρ a year: it is punished in the first year H in which ρH > 1.
  test.each([
    [0.25, "fifth"],
    [0.5, "third"],
    [1, "second"],
  ])("a ratchet of %d with the cash kept is a penalty by the %s year", (share, year) => {
    const rule = ratchet({ share, of: carryForward({}) });
    const [row] = checkRule(rule, [lawNamed("yearEnd", "saving-is-never-punished")]);
    expect(row.where).toContain(`By the ${year} year`);
  });

  // Deficit support carries an underspend in full, and this law has no overspend that lasts.
  test("only under full carry-forward the year of spending does not matter", () => {
    expect(rulesThatKeep(yearEnd, "when-it-is-spent-does-not-matter")).toEqual([
      "full carry-forward",
      "deficit override",
      "safety valve",
    ]);
  });

  test("support for deficits rewards overspending, with or without the condition of a balanced year", () => {
    for (const rule of ["deficit override", "safety valve"]) {
      expect(keeps(yearEnd, rule, "saving-is-never-punished", "saving-pays")).toBe(true);
      expect(keeps(yearEnd, rule, "overspending-is-not-rewarded")).toBe(false);
    }
  });
});

describe("the matrix of finance", () => {
  const { finance } = matrices;
  test("a prudential loan puts the risk on the doer, an invest-to-save loan on the lender", () => {
    for (const law of [
      "a-lender-gets-back-no-more-than-it-lent",
      "nobody-profits-from-a-failure",
      "the-doer-pays-from-what-it-has",
    ]) {
      expect(keeps(finance, "prudential loan of 5 years", law)).toBe(false);
      expect(keeps(finance, "invest-to-save loan", law)).toBe(true);
    }
    expect(keeps(finance, "prudential loan of 5 years", "size-does-not-matter")).toBe(true);
  });
});

// By hand: north has 100 and 2 people, south 100 and 1. Of a cut of 30, north bears 20; with 4 people, 24.
test("Barnett increments: where budgets fall, a place with more people loses more", () => {
  const place = { spent: 0, own: 0, need: 1, resources: 0, base: 100 };
  const northOf = (people: number) =>
    sampleRules.allocate["Barnett increments"]({
      pot: 170,
      recipients: [
        { ...place, agency: "north", people },
        { ...place, agency: "south", people: 1 },
      ],
    })[0];
  expect([northOf(2), northOf(4)]).toEqual([80, 76]);
  expect(keeps(matrices.allocate, "Barnett increments", "the-pot-is-shared-out", "no-overdraft")).toBe(true);
  expect(keeps(matrices.allocate, "Barnett increments", "more-people-never-cost")).toBe(false);
});

describe("the matrix of payments", () => {
  test("only under linear payments the year of the work does not matter", () => {
    expect(rulesThatKeep(pay, "when-it-is-done-does-not-matter")).toEqual([
      "block grant",
      "output-conditional, 25 % withheld",
      "activity tariff",
      "blended",
      "aligned payment and incentive",
      "cross-charge",
    ]);
  });

  test("reports, pools and thresholds have cliffs", () => {
    const jump = pay.filter(({ law, result }) => law === "no-cliff-edge" && result === "fails").map(({ rule }) => rule);
    expect(jump).toEqual([
      "output-conditional, 25 % withheld",
      "output-conditional, half by performance",
      "target pool, all or nothing",
      "shared savings",
      "shared savings and losses",
      "Medicare, BASIC A",
      "Medicare, BASIC E",
    ]);
  });
});

test("no law in the matrix is vacuous", () => {
  for (const { rule, law, result } of [...share, ...yearEnd, ...pay])
    expect(`${rule} ${law} ${result}`).not.toContain("vacuous");
});
