import { describe, expect, test } from "vitest";
import { carryForward } from "../../src/funding/year-end/carry-forward.js";
import { ratchet } from "../../src/funding/year-end/ratchet.js";
import { agencies, checkRule, deals, lawNamed, type MatrixRow, sampleRules, which } from "../../src/laws/index.js";
import { matrices } from "./matrices.js";

const { share, yearEnd, pay } = matrices;

const keepers = (rows: readonly MatrixRow[], law: string): readonly string[] =>
  rows.filter((row) => row.law === law && row.result === "holds").map(({ rule }) => rule);

const keeps = (rows: readonly MatrixRow[], rule: string, ...ids: readonly string[]): boolean =>
  ids.every((id) => keepers(rows, id).includes(rule));

describe("the matrix of sharing", () => {
  test("silo fails those who invest", () => {
    expect(keeps(share, "silo", "no-investor-loses")).toBe(false);
  });

  test("by benefit is blind to boundaries and size, and nobody who invests loses", () => {
    expect(keeps(share, "by benefit", "boundaries-do-not-matter", "size-does-not-matter", "no-investor-loses")).toBe(
      true,
    );
  });

  test("by investment rewards spending; equal shares pay those with no part in it", () => {
    expect(keeps(share, "by investment", "no-gold-plating")).toBe(false);
    for (const rule of ["equal net", "equal gross"]) expect(keeps(share, rule, "dummy")).toBe(false);
  });

  test("of rules that know nobody by name, lose no investor and share all, only the blends are blind to boundaries", () => {
    const blind = Object.keys(sampleRules.share).filter((rule) =>
      keeps(
        share,
        rule,
        "surplus-is-shared-out",
        "names-do-not-matter",
        "boundaries-do-not-matter",
        "no-investor-loses",
      ),
    );
    expect(blind).toEqual(["by investment", "by benefit", "blend, θ = 0.8"]);
    const careful = blind.filter((rule) => keeps(share, rule, "no-gold-plating"));
    expect(careful).toEqual(["by benefit"]);
  });

  test("no rule shares all, loses no investor and charges nobody in vain (the wrong-pockets trilemma)", () => {
    const all = Object.keys(sampleRules.share).filter((rule) =>
      keeps(share, rule, "surplus-is-shared-out", "no-investor-loses", "only-the-needed-pay"),
    );
    expect(all).toEqual([]);
  });

  test("no rule shares all, gets every good scheme signed and makes it best to tell the truth (Green and Laffont)", () => {
    const all = Object.keys(sampleRules.share).filter((rule) =>
      keeps(share, rule, "surplus-is-shared-out", "goes-ahead-when-it-is-worth-it", "no-shading"),
    );
    expect(all).toEqual([]);
  });

  // Shapley 1971 and Aumann and Maschler 1985: for such games both lie in the core, and so does every rule that gives nobody more than its claim.
  test("Shapley and the nucleolus are in the core", () => {
    for (const rule of ["Shapley", "nucleolus", "by benefit", "make whole"])
      expect(keeps(share, rule, "no-group-would-leave", "dummy", "nobody-loses")).toBe(true);
  });
});

// With one who gains and a doer that saves nothing, the first pays the second back just what it spent: there all three can be had.
test("with one beneficiary, making whole tells the truth, shares all and is signed", () => {
  const one = which(deals, (deal) => {
    const savers = deal.filter(({ saves }) => saves > 0);
    return savers.length === 1 && savers[0].pays === 0;
  });
  const three = ["surplus-is-shared-out", "no-shading", "goes-ahead-when-it-is-worth-it"].map((id) => ({
    ...lawNamed("share", id),
    worlds: one,
  }));
  const rows = checkRule(sampleRules.share["make whole"], three, { mode: "exhaustive" });
  expect(rows.map(({ result }) => result)).toEqual(["holds", "holds", "holds"]);
});

// Balinski and Young 1982: largest remainders of 5, 25 and 23 are (1, 2, 2) of 5 pence, and (0, 3, 3) of 6.
test("the Alabama paradox: with a penny more, the smallest loses its only one", () => {
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
  expect(row.where).toBe("With a penny more to divide, Council is given £0.01 less.");
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

  // A saving of £1 is kept once and costs £ρ a year: it is punished in the first year H in which ρH > 1.
  test.each([
    [0.25, "fifth"],
    [0.5, "third"],
    [1, "second"],
  ])("a ratchet of %d with the cash kept is a penalty by the %s year", (share, year) => {
    const rule = ratchet({ share, of: carryForward({}) });
    const [row] = checkRule(rule, [lawNamed("yearEnd", "saving-is-never-punished")]);
    expect(row.where).toContain(`By the ${year} year`);
  });

  test("only full carry-forward does not care in which year money is spent", () => {
    expect(keepers(yearEnd, "when-it-is-spent-does-not-matter")).toEqual(["full carry-forward"]);
  });
});

describe("the matrix of payments", () => {
  test("only straight lines do not care in which year the work is done", () => {
    expect(keepers(pay, "when-it-is-done-does-not-matter")).toEqual([
      "block grant",
      "output-conditional, 25 % withheld",
      "activity tariff",
      "blended",
      "cross-charge",
    ]);
  });

  test("the cliffs are the reports, the pools and the thresholds", () => {
    const smooth = keepers(pay, "no-cliff-edge");
    expect(Object.keys(sampleRules.pay).filter((rule) => !smooth.includes(rule))).toEqual([
      "output-conditional, 25 % withheld",
      "target pool, all or nothing",
      "shared savings",
      "shared savings and losses",
    ]);
  });
});

test("nothing in the matrix is vacuous", () => {
  for (const { rule, law, result } of [...share, ...yearEnd, ...pay])
    expect(`${rule} ${law} ${result}`).not.toContain("vacuous");
});
