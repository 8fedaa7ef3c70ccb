import { describe, expect, test } from "vitest";
import { nothingCarried } from "../../src/funding/accounts.js";
import { apply } from "../../src/funding/apply.js";
import type { Regime } from "../../src/funding/regime.js";
import { regimes } from "../../src/funding/regimes.js";
import { rules } from "../../src/funding/rules.js";
import { names } from "./agency-years.js";

describe("apply", () => {
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
