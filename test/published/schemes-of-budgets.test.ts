import { describe, expect, test } from "vitest";
import { nothingCarried } from "../../src/funding/accounts.js";
import { apply } from "../../src/funding/apply.js";
import { regimes } from "../../src/funding/regimes.js";
import type { AgencyYear, Project } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { million } from "./million.js";
import published from "./schemes.json" with { type: "json" };

// Each line was worked out by hand from the terms that its source in schemes.json states.

const { share, permit, yearEnd, finance, allocate } = rules;

test("section 75: a gain of £200 is shared half and half, an overspend of £60 by 60:40", () => {
  const riskShare = share.fixed({
    shares: { council: "50%", hospital: "50%" },
    losses: { council: "60%", hospital: "40%" },
  });
  const council = { agency: "council", pays: 100_00, saves: 0 };
  const ends = [300_00, 40_00].map((saves) => riskShare([council, { agency: "hospital", pays: 0, saves }]));
  expect(ends).toEqual([
    [100_00, 100_00],
    [-36_00, -24_00],
  ]);
  expect(riskShare.signedFor).toBe(true);
  expect(regimes.pooledBudget("all", riskShare)).toMatchObject({ decides: "all", share: riskShare });
});

describe("deficits", () => {
  const over: AgencyYear = { base: 100 * million, reserve: 0, spent: 110 * million };

  test("under the override next year's money is whole; the centre holds £10m", () => {
    expect(yearEnd.deficitSupport({ share: 1 })(over)).toEqual({
      base: 100 * million,
      reserve: 0,
      surrendered: -10 * million,
    });
  });

  test("the stability grant pays 90 % of a deficit", () => {
    const { share: part } = published.highNeedsStabilityGrant;
    expect(yearEnd.deficitSupport({ share: part })(over).surrendered).toBe(-9 * million);
  });

  test("Devon's safety valve pays £95m in nine equal parts while the year is balanced, and nothing if it is not", () => {
    const { pounds, deficitPounds, years } = published.safetyValve;
    const rule = yearEnd.deficitSupport({ share: 1, capPounds: pounds / years, ifBalanced: true });
    let at: AgencyYear = { base: 1000 * million, reserve: -100 * deficitPounds, spent: 1000 * million };
    let paid = 0;
    for (let count = 0; count < years; count++) {
      const closed = rule(at);
      paid -= closed.surrendered;
      at = { base: closed.base, reserve: closed.reserve, spent: closed.base };
    }
    expect(Math.abs(paid - 100 * pounds)).toBeLessThanOrEqual(years);
    expect(rule({ ...at, spent: at.base + 1 }).surrendered).toBe(0);
  });
});

test("an outcomes partnership pays each kind up to its cap, and all kinds up to £4.5m", () => {
  const rates = {
    school: { poundsEach: 700, capPounds: 1_400_000 },
    work: { poundsEach: 2_600, capPounds: 5_000_000 },
  };
  const project: Project = {
    doer: "charity",
    costs: [1_000_000_00, 0],
    saves: [0, 0],
    outcomes: [0, 0],
    counted: { school: [1500, 1500], work: [500, 1500] },
  };
  const terms = { commissioner: "treasury", rates, capPounds: published.innovationFund.capPounds };
  const paid = finance
    .outcomesPartnership(terms)(project)
    .filter(({ to }) => to === "investor")
    .map(({ pence }) => pence / 100);
  // Year 1: 1,500 × £700 and 500 × £2,600. Year 2: £350,000 is left for school; £3.9m for work would pass £4.5m.
  expect(paid).toEqual([1_050_000 + 1_300_000, 4_500_000 - 2_350_000]);
  expect(() => finance.outcomesPartnership(terms)({ ...project, counted: { school: [1, 1] } })).toThrow(/work/);
});

test("a prudential loan of £100 over two years at 5 % costs £107.50, whatever is saved", () => {
  const loan = finance.prudentialLoan({ interest: "5%", years: 2 });
  const repaid = (saves: readonly number[]) =>
    loan({ doer: "council", costs: [100_00, 0, 0], saves, outcomes: [0, 0, 0] })
      .filter(({ from }) => from === "council")
      .map(({ pence, year: at }) => [at, pence]);
  expect(repaid([0, 0, 0])).toEqual([
    [2, 50_00],
    [2, 5_00],
    [3, 50_00],
    [3, 2_50],
  ]);
  expect(repaid([0, 90_00, 90_00])).toEqual(repaid([0, 0, 0]));
});

describe("Barnett increments", () => {
  const { changePounds, comparable, populationPerCent, printedPounds } = published.barnett;
  const place = { spent: 0, own: 0, need: 1, resources: 0 };
  const england = { ...place, agency: "england", base: 1_000 * million, people: 10_000 };
  const wales = { ...place, agency: "wales", base: 70 * million, people: 100 * populationPerCent };

  test("£100m in England, of which 90 % is comparable, is £5.25m for Wales", () => {
    const inEngland = 100 * changePounds * comparable;
    const pot = england.base + wales.base + Math.round(inEngland * (1 + populationPerCent / 100));
    const next = allocate.increments({})({ pot, recipients: [england, wales] });
    expect((next[1] - wales.base) / 100 / printedPounds).toBeCloseTo(1, 2);
    expect(next[0] - england.base).toBe(inEngland);
  });

  test("each gets the same pounds per person, so a lead per person shrinks in per cent (the squeeze)", () => {
    const lead = (bases: readonly number[]) => bases[1] / wales.people / (bases[0] / england.people);
    const [england2, wales2] = allocate.increments({})({ pot: 2_000 * million, recipients: [england, wales] });
    expect(lead([england2, wales2])).toBeLessThan(lead([england.base, wales.base]));
    expect(lead([england2, wales2])).toBeGreaterThan(1);
  });

  test("a needs-based factor of 105 % adds a twentieth to the part of Wales, but for what England gives up", () => {
    const recipients = [england, { ...wales, need: 1.05 }];
    const pot = england.base + wales.base + 100 * million;
    const [, plain] = allocate.increments({})({ pot, recipients });
    const [, needy] = allocate.increments({ of: allocate.needsFormula({}) })({ pot, recipients });
    expect((needy - wales.base) / (plain - wales.base)).toBeCloseTo(1.05 * (1.0583 / 1.061215), 4);
  });
});

test("an integrated settlement moves 10 % between themes, and nothing between capital and revenue", () => {
  const theme = { person: "", entitled: 100_00 };
  const wishes = [
    { ...theme, agency: "transport", purpose: "transport", wished: 60_00 },
    { ...theme, agency: "housing", purpose: "housing", wished: 150_00 },
    { ...theme, agency: "skills", purpose: "skills", wished: 150_00 },
    { ...theme, agency: "health", purpose: "health", wished: 95_00 },
  ];
  const settled = permit.virement({
    share: published.integratedSettlement.share,
    pooled: "all",
    capital: ["transport", "housing"],
  });
  expect(settled(wishes)).toEqual([60_00, 110_00, 105_00, 95_00]);
  expect(permit.virement({ share: 0.1, pooled: "all" })(wishes)).toEqual([60_00, 107_50, 107_50, 95_00]);
  expect(permit.virement({ share: 0.1 })(wishes)).toEqual([60_00, 100_00, 100_00, 95_00]);
});

test("the public health grant is kept in its fence, and what is left is carried over", () => {
  const agency = { planned: 100_00, pays: 0, saves: 0 };
  const { refused, next, postings } = apply(
    regimes.publicHealthGrant,
    {
      year: 1,
      agencies: [
        { ...agency, agency: "publicHealth", outturn: 70_00 },
        { ...agency, agency: "roads", outturn: 120_00 },
      ],
    },
    nothingCarried(["publicHealth", "roads"]),
  );
  expect([refused, next.reserves, postings]).toEqual([[0, 20_00], [30_00, -20_00], []]);
});
