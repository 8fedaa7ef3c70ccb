import { describe, expect, test } from "vitest";
import type { Regime } from "../../src/funding/regime.js";
import { publishedRegimes, regimes, standardRegimes } from "../../src/funding/regimes.js";
import type { Share } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { byBenefit } from "../../src/funding/share/by-benefit.js";
import { netOf } from "../../src/funding/share/gains.js";
import { silo } from "../../src/funding/share/silo.js";
import { carryForward } from "../../src/funding/year-end/carry-forward.js";
import { useItOrLoseIt } from "../../src/funding/year-end/use-it-or-lose-it.js";
import { checkRule } from "../../src/laws/check-rule.js";
import { type CheckRegimeOptions, checkRegime } from "../../src/laws/ledger/check-regime.js";
import { ledgerLaws } from "../../src/laws/ledger/laws.js";
import { enter } from "../../src/laws/ledger/ledger.js";
import { yearsUnder } from "../../src/laws/ledger/run.js";
import type { Programme } from "../../src/laws/ledger/steps.js";
import { regimeNamed } from "../../src/scenario/regimes/regime.js";
import { runsOf } from "../support/hunt.js";
import { exampleFiles, readExample } from "../support/read.js";

const runs = runsOf(8);
const few = runsOf(2);

/** The stories of the laws that a regime breaks, by law id. */
const broken = (regime: Regime, options: CheckRegimeOptions = { runs }) =>
  Object.fromEntries(
    checkRegime(regime, options).flatMap(({ law, result, story }) => (result === "holds" ? [] : [[law, story]])),
  );

const { finance, share, pay, permit, yearEnd, allocate } = rules;
const fromTreasury = { from: "treasury", to: "council", counts: "spending" } as const;

/** Published schemes, each as the regime that it is in a place of a council, a hospital and social care. */
const withPublishedRules: Readonly<Record<string, Regime>> = {
  "section 75": regimes.pooledBudget(
    ["council", "hospital"],
    share.fixed({ shares: { council: 0.5, hospital: 0.5 }, losses: { council: 0.6, hospital: 0.4 } }),
  ),
  "a prudential loan": { decides: "each", finance: { rule: finance.prudentialLoan({ interest: 0.05, years: 2 }) } },
  "an outcomes partnership": {
    decides: "each",
    finance: {
      rule: finance.outcomesPartnership({
        commissioner: "hospital",
        rates: { homes: { poundsEach: 10, capPounds: 500 } },
        topUp: 0.2,
      }),
      counts: ["homes"],
    },
  },
  "aligned payment": {
    decides: "each",
    pay: {
      ...fromTreasury,
      rule: pay.blended({ fixedPounds: 100, poundsEach: 10, planned: 0, variable: 1 }),
      counts: "beds",
    },
  },
  "Medicare, ENHANCED": {
    decides: "each",
    pay: {
      ...fromTreasury,
      rule: pay.medicareSharedSavings({ track: "ENHANCED", benchmarkPounds: 5_000, minimum: 0.01 }),
    },
  },
  "rates retention with resets": {
    decides: "each",
    pay: {
      ...fromTreasury,
      rule: pay.ratesRetention({
        localShare: 0.5,
        baselinePounds: 1_000,
        topUpPounds: -500,
        safetyNet: 0.925,
        resetEvery: 2,
      }),
    },
  },
  "an integrated settlement": {
    decides: "all",
    permit: permit.virement({ share: 0.1, pooled: "all", capital: ["care"] }),
    yearEnd: carryForward({}),
  },
  "Barnett increments": { decides: "each", allocate: { rule: allocate.increments({}), people: { council: 3 } } },
  "a safety valve": {
    decides: "each",
    yearEnd: yearEnd.deficitSupport({ share: 0.5, capPounds: 500, ifBalanced: true }),
  },
};

const exampleRegimes = exampleFiles.flatMap((file) => {
  const { scenario } = file.endsWith("/scenario.yaml") ? readExample(file) : {};
  return Object.keys(scenario?.regimes ?? {}).map((name) => [file, name, scenario!] as const);
});

describe("checkRegime(regime)", () => {
  test.each(Object.entries({ ...standardRegimes, ...publishedRegimes, ...withPublishedRules }))(
    "%s keeps every law",
    (_name, regime) => expect(broken(regime)).toEqual({}),
  );

  test.each(exampleRegimes)("%s: %s keeps every law of ledgers", (_file, name, scenario) => {
    expect(broken(regimeNamed(scenario, name), { runs: few, agencies: Object.keys(scenario.agencies) })).toEqual({});
  });

  test.each([[["a", "b", "a"]], [["a", "treasury"]], [["suppliers"]]])(
    "refuses agencies that share an account: %j",
    (agencies) =>
      expect(() => checkRegime({ decides: "each" }, { runs: 1, agencies })).toThrow(
        /A ledger has one account for each/,
      ),
  );

  test("finds a surrender that is credited but not debited, and shrinks it to two steps", () => {
    const regime: Regime = { decides: "each", yearEnd: useItOrLoseIt };
    const [row] = checkRegime(regime, {
      runs,
      enters: (accounts, entry) =>
        entry.why === "money that was not spent"
          ? { ...accounts, [entry.to]: accounts[entry.to] + entry.pence }
          : enter(accounts, entry),
    });
    expect(row.world).toEqual([{ does: "grant", to: "council", pence: 1000_00 }, { does: "end year" }]);
    expect(row.story).toBe(
      "Year 1: Council is given £1,000. All accounts add up to £2,000, which is £1,000 more than was granted.",
    );
    const again = { runs: 1, seed: row.seed, path: row.path };
    expect(checkRegime(regime, again)[0].result).toBe("holds");
  });

  test("an agency does not pay from a gain it has given back: it owes the amount until the next gain", () => {
    /** Shares a gain by benefit, and nothing before the scheme has paid for itself. */
    const afterwards: Share = (stakes) => (netOf(stakes) < 0 ? silo(stakes) : byBenefit(stakes));
    const regime: Regime = { ...regimes.gainShare(afterwards), yearEnd: useItOrLoseIt };
    const year = [
      { does: "grant", to: "hospital", pence: 1000_00 },
      { does: "spend", by: "hospital", pence: 1000_00 },
      { does: "end year" },
    ] as const;
    const programme: Programme = [
      { does: "grant", to: "council", pence: 2000_00 },
      { does: "prevent", by: "council", pence: 2000_00, for: "hospital", saving: 1000_00 },
      { does: "end year" },
      ...year,
      ...year,
      ...year,
      ...year,
    ];
    const ends = yearsUnder(regime)(programme).ledgers.filter(
      (_, at) => at > 0 && programme[at - 1].does === "end year",
    );
    // By hand: the £1,000 saved in year 2 goes back. In year 3 the savings reach the cost of £2,000.
    // The hospital pays £1,000 of it in year 3 and £1,000 in year 4.
    expect(ends.map(({ accounts: { council, hospital } }) => [council, hospital])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(ends.map(({ postings }) => postings.map(({ from, to, pence }) => `${from} ${pence / 100} ${to}`))).toEqual([
      [],
      ["hospital 1000 treasury"],
      ["hospital 1000 council", "council 1000 treasury"],
      ["hospital 1000 council", "council 1000 treasury"],
      ["hospital 1000 treasury"],
    ]);
    expect(checkRegime(regime, { runs: 1, examples: [programme] })[3].result).toBe("holds");
  });
});

describe("every law of ledgers", () => {
  test.each(ledgerLaws.map((law) => [law.id, law] as const))(
    "%s: its `keeps` rule keeps it, its `breaks` rule breaks it",
    (_id, law) => {
      expect(checkRule(law.keeps.rule, [law], { runs })[0].result).toBe("holds");
      const [row] = checkRule(law.breaks.rule, [law]);
      expect(row.result).toBe("fails");
      expect(row.story).toMatchSnapshot();
    },
  );

  test("a permit that forbids all spending strands money that is not given back", () => {
    const noSpending: Regime = { decides: "each", permit: (wishes) => wishes.map(() => 0) };
    const [, , , , stranded] = checkRegime(noSpending, { runs });
    expect(stranded.story).toBe(
      "Year 1: Council is given £1,000. " +
        "When every agency has spent all it may, £1,000 is left with Council and cannot be spent.",
    );
    expect(broken({ ...noSpending, yearEnd: useItOrLoseIt })).toEqual({});
  });
});

describe("yearsUnder(regime)", () => {
  test("carries money forward or gives it back at each year end", () => {
    const { ledgers } = yearsUnder({ decides: "each", yearEnd: carryForward({ cap: 0.1 }) })([
      { does: "grant", to: "council", pence: 1000_00 },
      { does: "spend", by: "council", pence: 700_00 },
      { does: "end year" },
    ]);
    // Of the £300 left, a tenth of £1,000 is carried forward and £200 goes back.
    expect(ledgers[3].accounts).toMatchObject({ council: 100_00, treasury: 200_00, suppliers: 700_00 });
  });
});
