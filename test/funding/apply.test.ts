import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Carried, nothingCarried } from "../../src/funding/accounts.js";
import { apply } from "../../src/funding/apply.js";
import type { Regime } from "../../src/funding/regime.js";
import { regimes } from "../../src/funding/regimes.js";
import type { Booked } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { lawOf } from "../support/law.js";

const names = ["council", "hospital", "police"];

const amount = fc.integer({ min: 0, max: 1_000_000 });
const account = (agency: string) =>
  fc.record({
    agency: fc.constant(agency),
    planned: amount,
    outturn: amount,
    pays: fc.oneof(fc.constant(0), amount),
    saves: fc.integer({ min: -200_000, max: 1_000_000 }),
  });

const years = fc.array(
  fc.record({
    agencies: fc.tuple(...names.map(account)),
    outcomes: fc.integer({ min: 0, max: 40 }),
    quantity: fc.integer({ min: 0, max: 500 }),
  }),
  { minLength: 1, maxLength: 4 },
);

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

  test("an agency that is there twice is refused", () => {
    const council = { agency: "council", planned: 1, outturn: 1, pays: 0, saves: 0 };
    expect(() =>
      apply({ decides: "each" }, { year: 1, agencies: [council, council] }, nothingCarried(["a", "b"])),
    ).toThrow("council is there twice.");
  });

  test("a doer whose whole cost is granted is not paid for it again by the agencies that benefit", () => {
    const council = { agency: "council", planned: 0, outturn: 100_00, pays: 100_00, saves: 0 };
    const hospital = { agency: "hospital", planned: 0, outturn: 0, pays: 0, saves: 300_00 };
    const regime = {
      decides: "each",
      finance: { rule: rules.finance.transformationGrant({ share: 1 }) },
      share: rules.share.byBenefit,
    } as const;
    const { postings } = apply(
      regime,
      { year: 1, agencies: [council, hospital] },
      nothingCarried(["council", "hospital"]),
    );
    expect(postings.map(({ from, to, pence }) => [from, to, pence])).toEqual([["treasury", "council", 100_00]]);
  });

  test("the spending of one agency may set the pay of another, and a report is published if its service has contacts", () => {
    const spent = (agency: string, outturn: number) => ({ agency, planned: 0, outturn, pays: 0, saves: 0 });
    const paid = (pay: Regime["pay"], counts: object = {}) =>
      apply(
        { decides: "each", pay },
        { year: 1, agencies: [spent("council", 70_00), spent("hospital", 95_00)], ...counts },
        nothingCarried(["council", "hospital"]),
      ).postings.map(({ pence }) => pence);
    const parties = { from: "treasury", to: "council" };
    const rule = rules.pay.sharedSavings({ benchmarkPounds: 100, share: 1 });
    expect(paid({ rule, ...parties, counts: "spending" })).toEqual([30_00]);
    expect(paid({ rule, ...parties, counts: "spending", spends: "hospital" })).toEqual([5_00]);
    const grant = { rule: rules.pay.outputConditional({ grantPounds: 400, withheld: 0.25 }), ...parties, counts: "x" };
    expect([{}, { reports: 0 }, { reports: 1 }].map((counts) => paid({ ...grant, reports: "x" }, counts)[0])).toEqual([
      300_00, 300_00, 400_00,
    ]);
  });

  test("a single budget covers an overspend from money that others have left, in proportion", () => {
    const spent = (agency: string, outturn: number) => ({ agency, planned: 100_00, outturn, pays: 0, saves: 0 });
    const agencies = [spent("council", 130_00), spent("hospital", 60_00), spent("police", 80_00)];
    const { postings, refused } = apply(regimes.pooledBudget("all"), { year: 1, agencies }, nothingCarried(names));
    // Two have 40 and 20 left, one lacks 30: they pay 20 and 10.
    expect(postings.map(({ from, to, pence }) => [from, to, pence])).toEqual([
      ["hospital", "council", 20_00],
      ["police", "council", 10_00],
    ]);
    expect(refused).toEqual([0, 0, 0]);
  });

  test("a ring-fence reports what is spent beyond it", () => {
    const agencies = [{ agency: "council", planned: 100_00, outturn: 130_00, pays: 0, saves: 0 }];
    const regime = { decides: "each", permit: rules.permit.ringFenced } as const;
    expect(apply(regime, { year: 1, agencies }, nothingCarried(["council"])).refused).toEqual([30_00]);
  });

  const council = { agency: "council", planned: 100_00, outturn: 70_00, pays: 0, saves: 0 };
  const carried = nothingCarried(["council"]);
  test.each([
    [{ planned: 0.5 }, {}, "planned of council is a finite whole number, not 0.5."],
    [{}, { reserves: [0, 0] }, "before.reserves has a number for each agency: 1, not 2."],
    [{}, { moved: [] }, "before.moved has a number for each agency: 1, not 0."],
    [{}, { saved: [Number.NaN] }, "An entry of before.saved is a finite whole number, not NaN."],
    [{}, { years: [{ year: 1, agencies: [{ ...council, agency: "police" }] }] }, "Year 1 has other agencies than this"],
  ])("an account with %j after %j is refused", (account, before, what) => {
    const year = { year: 2, agencies: [{ ...council, ...account }] };
    expect(() => apply({ decides: "each" }, year, { ...carried, ...before })).toThrow(what);
  });
});
