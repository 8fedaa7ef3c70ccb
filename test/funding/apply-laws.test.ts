import fc from "fast-check";
import { describe, expect } from "vitest";
import { type Carried, nothingCarried } from "../../src/funding/accounts.js";
import { apply } from "../../src/funding/apply.js";
import type { Regime } from "../../src/funding/regime.js";
import type { Booked } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { lawOf } from "../support/law.js";
import { names, years } from "./agency-years.js";

const maybe = <Rule>(...rules: readonly Rule[]) => fc.constantFrom(undefined, ...rules);

/** Any regime: at most one rule of each family, of several kinds. */
const anyRegime: fc.Arbitrary<Regime> = fc.record({
  decides: fc.constantFrom("each" as const, "all" as const, "treasury" as const),
  permit: maybe(rules.permit.ringFenced, rules.permit.singleBudget({}), rules.permit.leadAgency({ lead: "council" })),
  finance: maybe(
    { rule: rules.finance.transformationGrant({ share: 0.6 }) },
    { rule: rules.finance.revolvingLoan({ fundPounds: 2000 }), doer: "council" },
    {
      rule: rules.finance.outcomesContract({ commissioner: "hospital", poundsEach: 30, capPounds: 5000 }),
      counts: "x",
    },
  ),
  share: maybe(
    rules.share.byBenefit,
    rules.share.shapley,
    rules.share.clarke,
    rules.share.makeWhole({}),
    rules.share.fixed({ shares: { council: 0.3, treasury: 0.7 } }),
  ),
  pay: maybe(
    { rule: rules.pay.activityTariff({ poundsEach: 7 }), from: "pool", to: "hospital", counts: "x" },
    { rule: rules.pay.block({ grantPounds: 900 }), from: "police", to: "pool", counts: "spending" },
  ),
  yearEnd: maybe(
    rules.yearEnd.useItOrLoseIt,
    rules.yearEnd.carryForward({ cap: 0.1 }),
    rules.yearEnd.ratchet({ share: 0.5 }),
    rules.yearEnd.weitzman({ share: 0.3 }),
  ),
  allocate: maybe(
    { rule: rules.allocate.perCapita, people: { council: 3 } },
    { rule: rules.allocate.incremental({ growth: -0.05 }) },
  ),
});

const net = (postings: readonly Booked[], party: string): number =>
  postings.reduce((sum, { from, to, pence }) => sum + (to === party ? pence : 0) - (from === party ? pence : 0), 0);

describe("apply", () => {
  lawOf(
    "pays whole pence from one party to another, and every budget balances to the penny",
    fc.tuple(anyRegime, years, fc.tuple(fc.constant(true), fc.boolean(), fc.boolean())),
    ([regime, accounts, funded]) => {
      let carried: Carried = nothingCarried(names);
      for (const [at, { agencies, ...counts }] of accounts.entries()) {
        const year = { ...counts, agencies: agencies.map((each, i) => ({ ...each, isFunded: funded[i] })) };
        const { postings, budgets, next, refused } = apply(regime, { year: at + 1, ...year }, carried);
        for (const { from, to, pence, why, year: when } of postings) {
          expect(Number.isInteger(pence) && pence > 0).toBe(true);
          expect([from === to, why === "", when]).toEqual([false, false, at + 1]);
        }
        for (const [i, { agency, planned, outturn }] of year.agencies.entries()) {
          // Reserve + plan + receipts − spending = next reserve.
          expect(next.reserves[i]).toBe(carried.reserves[i] + planned + net(postings, agency) - outturn);
          expect(budgets[i]).toBeGreaterThanOrEqual(0);
          expect(refused[i]).toBeGreaterThanOrEqual(0);
          // A household is given no budget, so no rule about budgets takes money from it.
          if (year.agencies[i].isFunded) continue;
          const ofBudgets = postings.filter(({ family }) => ["permit", "yearEnd", "allocate"].includes(family));
          expect([net(ofBudgets, agency), refused[i], budgets[i]]).toEqual([0, 0, planned]);
        }
        expect(next.pool).toBe(carried.pool + net(postings, "pool"));
        expect(next.pool).toBeGreaterThanOrEqual(0);
        carried = next;
      }
    },
    60,
  );

  lawOf(
    "overdraws no agency that spends within its budget",
    fc.tuple(fc.constantFrom(rules.permit.ringFenced, rules.permit.singleBudget({})), years),
    ([permit, accounts]) => {
      let carried = nothingCarried(names);
      for (const [at, year] of accounts.entries()) {
        const { next, budgets } = apply({ decides: "all", permit }, { year: at + 1, ...year }, carried);
        for (const [i, { outturn }] of year.agencies.entries())
          if (outturn <= budgets[i] + carried.reserves[i]) expect(next.reserves[i]).toBeGreaterThanOrEqual(0);
        carried = next;
      }
    },
    40,
  );

  /** An agency that can always pay what it owes. */
  const withPlenty = <Account extends { readonly outturn: number }>(one: Account) => ({
    ...one,
    planned: one.outturn + 10_000_000,
  });

  const gains = [rules.share.byBenefit, rules.share.clarke, rules.share.equalNet, rules.share.shapley];
  lawOf(
    "asks no agency for more of a gain than it has left or gained this year, and for the rest once it has more",
    fc.tuple(fc.constantFrom(...gains), maybe(rules.yearEnd.useItOrLoseIt), years),
    ([share, yearEnd, accounts]) => {
      const regime: Regime = { decides: "each", share, ...(yearEnd && { yearEnd }) };
      let carried = nothingCarried(names);
      for (const [at, year] of accounts.entries()) {
        const { postings, budgets, next } = apply(regime, { year: at + 1, ...year }, carried);
        for (const [i, { agency, outturn, pays, saves }] of year.agencies.entries()) {
          const left = budgets[i] + carried.reserves[i] - outturn;
          const had = net(
            postings.filter(({ family }) => family === "share"),
            agency,
          );
          expect(had).toBeGreaterThanOrEqual(Math.min(0, -Math.max(left, saves - pays)));
          expect(next.moved[i]).toBe(carried.moved[i] + had);
        }
        carried = next;
      }
      const nothing = { planned: 0, outturn: 0, pays: 0, saves: 0 };
      const last = { year: accounts.length + 1, agencies: names.map((agency) => withPlenty({ agency, ...nothing })) };
      const { moved, paid, saved } = apply(regime, last, carried).next;
      const stakes = names.map((agency, i) => ({ agency, pays: paid[i], saves: saved[i] }));
      expect(moved).toEqual(share(stakes).map((pence, i) => pence - saved[i] + paid[i]));
    },
    40,
  );

  const shares = [
    rules.share.byBenefit,
    rules.share.byInvestment,
    rules.share.shapley,
    rules.share.equalNet,
    rules.share.makeWhole({}),
  ];
  const financed = [
    rules.finance.transformationGrant({ share: 1 }),
    rules.finance.transformationGrant({ share: 0.4 }),
    rules.finance.revolvingLoan({ fundPounds: 3000 }),
  ];
  lawOf(
    "a cost that is granted or lent is not shared: agencies end as if the scheme had cost what finance left of it",
    fc.tuple(fc.constantFrom(...shares), fc.constantFrom(...financed), years),
    ([share, rule, accounts]) => {
      let carried = nothingCarried(names);
      const moved: Booked[] = [];
      for (const [at, { agencies, ...counts }] of accounts.entries()) {
        const { postings, next } = apply(
          { decides: "each", finance: { rule }, share },
          { year: at + 1, agencies: agencies.map(withPlenty), ...counts },
          carried,
        );
        moved.push(...postings);
        carried = next;
      }
      const given = names.map((agency) =>
        net(
          moved.filter(({ family }) => family === "finance"),
          agency,
        ),
      );
      const stakes = names.map((agency, i) => {
        const sum = (of: "pays" | "saves"): number => accounts.reduce((all, { agencies }) => all + agencies[i][of], 0);
        return { agency, pays: sum("pays") - given[i], saves: sum("saves") };
      });
      // If the grant exceeds the cost, the excess is a gain, not a negative cost.
      if (stakes.some(({ pays }) => pays < 0)) return;
      const gain = stakes.map(({ pays, saves }) => saves - pays);
      const due = share(stakes);
      for (const [i, agency] of names.entries())
        expect(
          gain[i] +
            net(
              moved.filter(({ family }) => family === "share"),
              agency,
            ),
        ).toBeCloseTo(due[i], -0.5);
    },
    60,
  );
});
