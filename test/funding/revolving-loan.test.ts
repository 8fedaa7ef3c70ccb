import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/funding/rules.js";
import published from "./finance.json" with { type: "json" };
import { balances, flows, project, projects } from "./projects.js";

const { revolvingLoan } = rules.finance;

const percent = fc.integer({ min: 0, max: 100 }).map((each) => each / 100);

describe("revolvingLoan({ fundPounds, lends, repays })", () => {
  test("never overdraws the pool, and takes back at most the loan and the agreed part of a year's saving", () => {
    const terms = fc.record({
      fundPounds: fc.integer({ min: 0, max: 3_000 }),
      lends: percent,
      repays: percent,
    });
    fc.assert(
      fc.property(terms, projects, (terms, project) => {
        const postings = revolvingLoan(terms)(project);
        expect(Math.min(...balances(postings, "pool", 6))).toBeGreaterThanOrEqual(0);
        expect(Math.min(...balances(postings, "council", 6))).toBeGreaterThanOrEqual(0);
        for (const [year, repaid] of flows(postings, "council", "pool"))
          expect(repaid).toBeLessThanOrEqual(terms.repays * project.saves[year - 1] + 0.51);
      }),
    );
  });

  test("lends repayments again", () => {
    const twice = revolvingLoan({ fundPounds: 100 })(
      project({ costs: [100_00, 0, 100_00, 0], saves: [0, 100_00, 0, 150_00] }),
    );
    expect(flows(twice, "pool", "council")).toEqual([
      [1, 100_00],
      [3, 100_00],
    ]);
    expect(flows(twice, "council", "pool")).toEqual([
      [2, 100_00],
      [4, 100_00],
    ]);
    const once = revolvingLoan({ fundPounds: 100 })(project({ costs: [100_00, 0, 100_00, 0], saves: [0, 0, 0, 0] }));
    expect(flows(once, "pool", "council")).toEqual([[1, 100_00]]);
  });

  test("a doer whose scheme saves money for others repays nothing; one that saves enough repays all", () => {
    const cost = [100_00, 0, 0];
    const loan = revolvingLoan({ fundPounds: 1_000 });
    expect(balances(loan(project({ costs: cost, saves: [0, 0, 0] })), "pool", 3)).toEqual([900_00, 900_00, 900_00]);
    expect(balances(loan(project({ costs: cost, saves: [0, 60_00, 60_00] })), "council", 3)).toEqual([
      100_00, 40_00, 0,
    ]);
  });

  test("Wales: no interest, all repaid, as fast as each project saves", () => {
    const { fundPounds } = published.wales;
    const loan = revolvingLoan({ fundPounds });
    for (const years of [2, 4, 5]) {
      const saves = [0, ...Array<number>(6).fill(1_000_00 / years)];
      const postings = loan(project({ costs: [1_000_00, ...Array<number>(6).fill(0)], saves }));
      const repaid = flows(postings, "council", "pool").map(([, pence]) => pence);
      expect(repaid).toEqual(Array(years).fill(1_000_00 / years));
      expect(balances(postings, "pool", 7).at(-1)).toBe(fundPounds * 100);
    }
  });

  test("Salix: a loan of half, repaid with 75 % of savings, is repaid in 7 years if the project pays for itself in 10", () => {
    const { fundPounds, lends, repays, longestPaybackYears } = published.salix;
    const cost = 500_000_00;
    const saves = Array<number>(longestPaybackYears).fill(cost / longestPaybackYears);
    const postings = revolvingLoan({ fundPounds, lends, repays })(
      project({ costs: [cost, ...Array(9).fill(0)], saves }),
    );
    expect(flows(postings, "pool", "council")).toEqual([[1, 250_000_00]]);
    // £37,500 a year: £250,000 takes six and two thirds of them.
    expect(flows(postings, "council", "pool").map(([year]) => year)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(balances(postings, "pool", 10).at(-1)).toBe(fundPounds * 100);
  });
});
