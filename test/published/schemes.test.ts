import { describe, expect, test } from "vitest";
import { nothingCarried } from "../../src/funding/accounts.js";
import { apply } from "../../src/funding/apply.js";
import { regimes } from "../../src/funding/regimes.js";
import type { AgencyYear, Performance, Project } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import published from "./schemes.json" with { type: "json" };

// Each line was worked out by hand from the terms that its source in schemes.json states.

const { pay, share, permit, yearEnd, finance, allocate } = rules;
const year: Performance = { year: 1, quantity: 0, started: 0, spent: 0, reported: true };
const million = 1_000_000_00;

test("potholes 2026-27: half depends on performance, and without a report all is withheld", () => {
  const { incentivePounds, withheld, performance } = published.potholes;
  const rule = pay.outputConditional({
    grantPounds: incentivePounds,
    withheld,
    performance: { share: performance, target: 10 },
  });
  const paid = [10, 5, 0].map((quantity) => rule({ ...year, quantity }));
  expect(paid).toEqual([525 * million, 393.75 * million, 262.5 * million]);
  expect([10, 5, 0].map((quantity) => rule({ ...year, quantity, reported: false }))).toEqual([0, 0, 0]);
});

test("Local Justice Reinvestment pays nothing for youths below 10 %, where it pays for adults", () => {
  const terms = { benchmarkPounds: 1e8, share: 0.5 };
  const paidFor = (minimum: number) => pay.sharedSavings({ ...terms, minimum })({ ...year, spent: 92 * million });
  expect(paidFor(published.localJusticeReinvestmentOfYouths.minimum)).toBe(0);
  expect(paidFor(0.05)).toBe(4 * million);
});

test("the marginal rate has a baseline of income: dearer cases reach it sooner", () => {
  const of = (poundsEach: number) => pay.marginalRate({ poundsEach, baselinePounds: 100_000, beyond: "30%" });
  expect(of(1_000)({ ...year, quantity: 100 })).toBe(100_000_00);
  // 100 cases of £2,000 are £200,000: £100,000 in full, and £30,000 of the rest.
  expect(of(2_000)({ ...year, quantity: 100 })).toBe(130_000_00);
});

test("aligned payment: £80m fixed and 10,000 electives at £1,500 are £95m, one more is £1,500", () => {
  const { variable } = published.alignedPayment;
  const rule = pay.blended({ fixedPounds: 80e6, poundsEach: 1_500, planned: 0, variable });
  const [paid, more] = [10_000, 10_001].map((quantity) => rule({ ...year, quantity }));
  expect(paid).toBe(95 * million);
  expect(more - paid).toBe(1_500_00);
});

describe("Medicare shared savings, with a benchmark of £100m and a minimum rate of 1 %", () => {
  const terms = { benchmarkPounds: 1e8, minimum: 0.01 };
  const { tracks, enhancedLosses } = published.medicare;

  test.each([
    ["BASIC A", tracks["BASIC A"]],
    ["BASIC B", tracks["BASIC B"]],
    ["BASIC C", tracks["BASIC C"]],
    ["BASIC D", tracks["BASIC D"]],
    ["BASIC E", tracks["BASIC E"]],
    ["ENHANCED", tracks.ENHANCED],
  ] as const)("%s", (track, stated) => {
    const { share, cap, losses = 0, limit = 0, ofRevenue }: Track = stated;
    const paid = (spent: number, revenuePounds?: number): number =>
      pay.medicareSharedSavings({ track, ...terms, revenuePounds })({ ...year, spent: spent * million }) / million;
    expect(paid(90)).toBeCloseTo(10 * share, 9);
    expect(paid(99.01)).toBe(0);
    expect(paid(20)).toBeCloseTo(100 * cap, 9);
    expect(paid(101)).toBeCloseTo(-Math.min(losses, 100 * limit), 9);
    expect(paid(180)).toBeCloseTo(-100 * limit, 9);
    // A revenue of £10m limits losses to a part of it.
    expect(paid(180, 10)).toBeCloseTo(ofRevenue === undefined ? -100 * limit : 0, 4);
    if (ofRevenue !== undefined) expect(paid(180, 10e6)).toBeCloseTo(-10 * ofRevenue, 9);
  });

  test.each(Object.entries(enhancedLosses))(
    "at a quality score of %s, ENHANCED asks for %d of losses",
    (score, part) => {
      const rule = pay.medicareSharedSavings({ track: "ENHANCED", ...terms, quality: Number(score) });
      expect(rule({ ...year, spent: 110 * million }) / million).toBeCloseTo(-10 * part, 9);
    },
  );

  test("a minimum rate past 12.2 % is refused, since no organisation has it", () => {
    expect(() => pay.medicareSharedSavings({ track: "BASIC A", benchmarkPounds: 1, minimum: 0.2 })).toThrow(/12\.2%/);
  });
});

interface Track {
  readonly share: number;
  readonly cap: number;
  readonly losses?: number;
  readonly limit?: number;
  readonly ofRevenue?: number;
}

describe("rates retention: the levy of the regulations, pools and resets", () => {
  const { safetyNet, levyAtMost } = published.rates;
  const of = (baselinePounds: number, topUpPounds: number, more: { levy?: number; resetEvery?: number } = {}) =>
    pay.ratesRetention({ localShare: 1, baselinePounds, topUpPounds, safetyNet, ...more });
  const kept = (rule: ReturnType<typeof of>, millions: number): number =>
    rule({ ...year, spent: millions * million }) / million;

  test("a district that expects £10m and needs £8m pays 20p of each further £1; one that needs £2m pays 50p", () => {
    expect(kept(of(8e6, -2e6), 11)).toBeCloseTo(8.8, 9);
    expect(kept(of(2e6, -8e6), 11)).toBeCloseTo(2 + levyAtMost, 9);
    expect(kept(of(50e6, 28e6), 23)).toBeCloseTo(51, 9);
  });

  test("in a pool with a county that has a top-up, no levy is due: the pool keeps £0.5m more", () => {
    const [district, county] = [of(2e6, -8e6), of(48e6, 36e6)];
    const pool = of(50e6, 28e6);
    expect(kept(pool, 11 + 12) - (kept(district, 11) + kept(county, 12))).toBeCloseTo(0.5, 9);
  });

  test("and a fall of one member is not caught: apart the safety net pays £0.85m more", () => {
    const [district, county] = [of(2e6, -8e6), of(48e6, 36e6)];
    expect(kept(district, 9) + kept(county, 12) - kept(of(50e6, 28e6), 9 + 12)).toBeCloseTo(0.85, 9);
  });

  test("a reset gives up the growth before it: year 4 keeps the baseline, and the top-up is new", () => {
    const rule = of(8e6, -2e6, { resetEvery: 3 });
    const spent = [11, 12, 13, 13, 14].map((millions) => millions * million);
    const years = spent.map((each) => ({ quantity: 0, started: 0, spent: each }));
    const paid = spent.map((each, at) => rule({ ...year, year: at + 1, spent: each, earlier: years.slice(0, at) }));
    // After the reset £13m are expected, so the levy rate is 1 − 8/13.
    const expected = [8.8, 9.6, 10.4, 8, 8 + 8 / 13];
    for (const [at, pence] of paid.entries()) expect(Math.abs(pence - expected[at] * million)).toBeLessThanOrEqual(1);
  });
});

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
