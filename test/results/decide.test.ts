import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { potholeFund } from "../../examples/index.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Regime } from "../../src/funding/regime.js";
import type { Share } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { decide, votes } from "../../src/results/rules/decide.js";
import { priceOfSilos } from "../../src/results/rules/price-of-silos.js";
import { settle } from "../../src/results/rules/settle.js";
import { netsOf } from "../../src/results/sums/nets.js";
import { readScenario } from "../../src/scenario/read.js";
import { lawOf } from "../support/law.js";
import { dealScenario } from "../support/regimes.js";

/** The others pay the council a share of their savings, even if the scheme has not paid back. */
const gainsToTheDoer = (part: number): Share =>
  Object.assign(
    ((stakes) => {
      const retained = stakes.map(({ agency, saves }) =>
        agency === "council" ? saves : Math.round(saves * (1 - part)),
      );
      const given = stakes.reduce((sum, { saves }, at) => sum + saves - retained[at], 0);
      return stakes.map(({ agency, pays }, at) => retained[at] - pays + (agency === "council" ? given : 0));
    }) as Share,
    { signedFor: true as const },
  );

interface Parameters {
  readonly alpha: number;
  readonly ratio: number;
  readonly part: number;
  readonly grant: number;
  readonly success: number;
  readonly cashable: number;
  readonly horizon: number;
  readonly blame: number;
}

const years = 5;
const cost = 100_000;

const doerSigns = ({ alpha, ratio, part, grant, success, cashable, horizon, blame }: Parameters): boolean => {
  const yearly = (ratio * cost) / years;
  const saves = { council: alpha * yearly, hospital: (1 - alpha) * yearly };
  const simulation = simulate(dealScenario({ cost, saves, years, cashable, success }), { draws: 256 });
  const regime: Regime = {
    decides: "each",
    share: gainsToTheDoer(part),
    finance: { rule: rules.finance.transformationGrant({ share: grant }) },
  };
  const [council] = votes(simulation, { regime }, { horizonYears: horizon, blame }).filter(
    ({ party }) => party === "council",
  );
  return council.agrees;
};

/**
 * The margin of the master inequality of docs/decide.md, without a year-end rule: invest if and only if
 * p·η·κ·(α + k(1 − α))·r ≥ 1 − g + β(1 − p).
 */
const marginOf = ({ alpha, ratio, part, grant, success, cashable, horizon, blame }: Parameters): number =>
  success * (horizon / years) * cashable * (alpha + part * (1 - alpha)) * ratio - (1 - grant + blame * (1 - success));

const sixteenths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => n / 16);

const parameters = fc
  .record({
    alpha: sixteenths(0, 16),
    // Above 1, so that all together gain if the scheme works. Otherwise blame would count those draws too.
    ratio: sixteenths(17, 80),
    part: sixteenths(0, 16),
    grant: sixteenths(0, 12),
    success: sixteenths(4, 16),
    cashable: sixteenths(4, 16),
    horizon: fc.integer({ min: 1, max: years }),
    blame: sixteenths(0, 32),
  })
  .filter((each) => Math.abs(marginOf(each)) > 1e-3);

describe("a party decides", () => {
  lawOf(
    "as the master inequality says, under its assumptions",
    parameters,
    (each) => {
      expect(doerSigns(each)).toBe(marginOf(each) > 0);
    },
    25,
  );

  // The least benefit-cost ratio at which the doer signs if a quarter of the benefit is its own. By hand from the
  // inequality.
  test.each([
    ["silo: 1 ÷ α", { part: 0, grant: 0 }, 4],
    ["half of the gains shared: 1 ÷ (α + k(1 − α))", { part: 0.5, grant: 0 }, 1.6],
    ["by benefit, or one purse: 1", { part: 1, grant: 0 }, 1],
    ["a grant of half: (1 − g) ÷ α", { part: 0, grant: 0.5 }, 2],
  ])("above a least ratio, %s", (_, terms, least) => {
    const given = { alpha: 0.25, success: 1, cashable: 1, horizon: years, blame: 0, ...terms };
    expect(doerSigns({ ...given, ratio: least * 1.001 })).toBe(true);
    expect(doerSigns({ ...given, ratio: least * 0.999 })).toBe(false);
  });

  test("a loan mends time, not pockets: below 1 ÷ α repayments take all that the doer saves", () => {
    const under = (ratio: number) => {
      const yearly = (ratio * cost) / years;
      const saves = { council: yearly / 4, hospital: (3 * yearly) / 4 };
      const simulation = simulate(dealScenario({ cost, saves, years }), { draws: 4 });
      const loan: Regime = { decides: "each", finance: { rule: rules.finance.revolvingLoan({ fundPounds: cost }) } };
      const pool = settle(simulation, loan).filter(({ party }) => party === "pool");
      const left = pool.reduce((sum, { position }) => sum + position, 0);
      const [council] = votes(simulation, { loan }).filter(({ party }) => party === "council");
      const [{ outcome, outOfPocket, outOfPocketBy }] = decide(simulation, { loan });
      const ends = { outcome, outOfPocket, outOfPocketBy: Math.round(outOfPocketBy) };
      return { gain: Math.round(council.gain), left: Math.round(left), commits: council.outlay, ...ends };
    };
    // The council spends the cost once: what it borrows and repays is not counted again. The treasury fills the fund,
    // so the fund's loss is the treasury's £100,000, of which the fund has £75,000 back.
    const lender = { outOfPocket: ["treasury"], outOfPocketBy: cost, commits: cost };
    expect(under(3)).toEqual({ gain: 0, left: 75_000, outcome: "indifferent", ...lender });
    expect(under(5)).toEqual({ gain: 25_000, left: 100_000, outcome: "yes", ...lender });
  });

  test("a payment with and without a strategy changes no decision, and says so", () => {
    const simulation = simulate(dealScenario({ cost, saves: { council: 150_000, hospital: 0 }, years }), { draws: 4 });
    const pay = {
      rule: rules.pay.block({ grantPounds: 50_000 }),
      from: "treasury",
      to: "council",
      counts: "spending",
    } as const;
    const [silo, grant] = decide(simulation, { silo: { decides: "each" }, grant: { decides: "each", pay } });
    expect([silo.movesTheSame, grant.movesTheSame]).toEqual([false, true]);
    const moves = { movesTheSame: true, unmovedDraws: 0, unmovedYears: 0 };
    expect(grant).toEqual({ ...silo, regime: "grant", ...moves });
  });
});

describe("the chance that a silo invests", () => {
  // If every split of the benefit over n agencies is equally likely (Dirichlet 1, …, 1), the doer's part exceeds 1/r in
  // (1 − 1/r)^(n − 1) of draws.
  test.each([
    [2, 2],
    [3, 3],
    [6, 3],
    [6, 5],
    [8, 3],
  ])("is (1 − 1/r)^(n − 1): %i agencies, a ratio of %i", (agencies, ratio) => {
    const names = Array.from({ length: agencies }, (_, at) => `a${at}`);
    const { scenario, problems } = readScenario(
      JSON.stringify({
        title: "A random split",
        question: "How often does the payer save enough?",
        time: { start: "2025-04-01", years: 1, cycle: "year" },
        money: { priceYear: "2024/25", discount: "none" },
        agencies: Object.fromEntries(names.map((name) => [name, { name, kind: "local" }])),
        cohorts: { people: { size: 1 } },
        interventions: {
          scheme: {
            reaches: "everyone",
            deadweight: 0,
            costs: { all: { pays: { a0: 1000 }, in: "year 1" } },
            effects: {
              all: { saves: { total: 1000 * ratio, between: names, source: "assumption" }, in: "year 1", cashable: 1 },
            },
          },
        },
      }),
    );
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    // The scheme's whole gain is certain, so no row has a chance: the share of the draws is counted here.
    const { drawn } = simulate(scenario!, { draws: 8192 });
    const net = netsOf(scenario!, drawn, 0, { agencies: ["a0"] })("net");
    const share = net.filter((pounds) => pounds > 0).length / net.length;
    expect(Math.abs(share - (1 - 1 / ratio) ** (agencies - 1))).toBeLessThan(0.01);
  });
});

const gritting = simulate(dealScenario({ cost: 100, saves: { hospital: 250, care: 50 } }), { draws: 8 });

describe("decide", () => {
  test("names the party that blocks, and the smallest side payment that would change its mind", () => {
    const rows = decide(gritting, ["silo", "gain-share", "single-place-budget"]);
    expect(rows.map(({ regime, goesAhead, block, sidePayment }) => [regime, goesAhead, block, sidePayment])).toEqual([
      ["silo", false, ["council"], 100],
      ["gain-share", true, [], 0],
      ["single-place-budget", true, [], 0],
    ]);
  });

  test("the scheme goes ahead with exactly that side payment, and not with two pence less", () => {
    const aided = (pounds: number) => {
      const pay = { rule: () => Math.round(pounds * 100), from: "treasury", to: "council", counts: "spending" };
      const given: Regime = {
        decides: "each",
        // Finance pays only for the strategy. A payment to business as usual too would make no difference.
        finance: { rule: ({ doer }) => [{ from: pay.from, to: doer, pence: pay.rule(), why: "aid", year: 1 }] },
      };
      return decide(gritting, { given })[0].goesAhead;
    };
    expect(aided(100)).toBe(true);
    expect(aided(99.98)).toBe(false);
  });

  test("a bystander that loses is listed and has no veto", () => {
    const harm = simulate(dealScenario({ cost: 100, saves: { council: 300, care: -50 } }), { draws: 8 });
    const [row] = decide(harm, ["silo"]);
    expect(row).toMatchObject({ goesAhead: true, losers: ["care"], netBenefit: 150 });
    expect(decide(harm, ["voluntary-partnership"])[0]).toMatchObject({ goesAhead: true, losers: [] });
  });

  test("money that returns to the centre is no gain, so an agency that loses its underspend gains 0", () => {
    const saving = simulate(dealScenario({ cost: 100, saves: { hospital: 250, council: 150 }, years: 1 }), {
      draws: 8,
    });
    expect(decide(saving, ["silo"])[0].goesAhead).toBe(true);
    const [council] = votes(saving, { lost: { decides: "each", yearEnd: rules.yearEnd.useItOrLoseIt } });
    expect(council.party).toBe("care");
    const lost = votes(saving, { lost: { decides: "each", yearEnd: rules.yearEnd.useItOrLoseIt } }).find(
      ({ party }) => party === "hospital",
    );
    expect(lost?.gain).toBe(0);
  });

  test("the horizon may be one number or by party", () => {
    const slow = simulate(dealScenario({ cost: 300, saves: { council: 100, hospital: 10 }, years: 4 }), { draws: 8 });
    const goes = (horizonYears: number | Readonly<Record<string, number>>) =>
      decide(slow, ["silo"], { horizonYears })[0].goesAhead;
    expect([goes(4), goes(3), goes(2)]).toEqual([true, true, false]);
    expect(goes({ council: 2 })).toBe(false);
    expect(goes({ hospital: 1 })).toBe(true);
  });
});

describe("a permit", () => {
  const deal = { cost: 100, saves: { council: 150, hospital: 50 }, years: 2, cashable: 1 };
  const ruled = (budget?: number, regime: Partial<Regime> = {}) =>
    decide(simulate(dealScenario({ ...deal, ...(budget === undefined ? {} : { budget }) }), { draws: 4 }), {
      fenced: { decides: "each", permit: rules.permit.ringFenced, ...regime },
    })[0];

  test("stops a strategy that a stated budget may not be spent on, and names the agency", () => {
    // Roads take all of the £800,000. The scheme costs £200 and saves £150 in year 1, so the budget is £50 too small.
    const tight = { cost: 200, saves: { council: 150 }, years: 2 };
    const [row] = decide(simulate(dealScenario({ ...tight, budget: 800_000 }), { draws: 4 }), {
      fenced: { decides: "each", permit: rules.permit.ringFenced },
    });
    expect(row).toMatchObject({ agree: ["council"], block: [], mayNot: ["council"], goesAhead: false, realised: 0 });
    expect(
      priceOfSilos(simulate(dealScenario({ ...tight, budget: 800_000 }), { draws: 4 }), {
        fenced: { decides: "each", permit: rules.permit.ringFenced },
      })[0].realised,
    ).toBe(0);
  });

  test("allows spending within a stated budget, from finance, and from a presumed budget", () => {
    expect(ruled(2_000_000)).toMatchObject({ mayNot: [], goesAhead: true });
    expect(ruled()).toMatchObject({ mayNot: [], goesAhead: true });
    const tight = { cost: 200, saves: { council: 150 }, years: 2 };
    const finance = { rule: rules.finance.transformationGrant({ share: 0.25 }) };
    const [granted] = decide(simulate(dealScenario({ ...tight, budget: 800_000 }), { draws: 4 }), {
      fenced: { decides: "each", permit: rules.permit.ringFenced, finance },
    });
    expect(granted).toMatchObject({ mayNot: [], goesAhead: true });
  });
});

describe("a strategy that no agency pays for", () => {
  test("needs no consent and goes ahead", () => {
    const worse = simulate(dealScenario({ cost: 0, saves: { hospital: -10 } }), { draws: 4 });
    expect(decide(worse, ["silo"])[0]).toMatchObject({
      agree: [],
      block: [],
      goesAhead: true,
      netBenefit: -10,
      losers: ["hospital"],
    });
  });
});

describe("the price of silos", () => {
  test("is the achievable gain over the realised one, or null if no gain is realised", () => {
    const [silo] = priceOfSilos(gritting, ["silo"]);
    expect(silo).toMatchObject({ achievable: 200, realised: 0, share: 0, price: null });
    expect(priceOfSilos(gritting, ["gain-share"])[0]).toMatchObject({ realised: 200, share: 1, price: 1 });
  });

  test("counts what goes ahead at a loss, as decide does", () => {
    // The treasury pays the council's £100, so the council is indifferent to saving nothing: £100 is lost.
    const paid: Regime = { decides: "each", finance: { rule: rules.finance.transformationGrant({ share: 1 }) } };
    const lossy = simulate(dealScenario({ cost: 100, saves: { council: 0 } }), { draws: 4 });
    expect(decide(lossy, { paid })).toMatchObject([{ outcome: "indifferent", realised: -100 }]);
    expect(priceOfSilos(lossy, { paid })[0]).toMatchObject({ achievable: 0, realised: -100, share: null, price: null });
    // In the shipped fund, the court's £452,000 and the loss of £207,000 on potholes both happen.
    const fund = simulate(potholeFund, { draws: 64 });
    for (const regime of ["ring-fenced", "unringfenced"]) {
      const ahead = decide(fund, [regime]).filter(({ goesAhead }) => goesAhead);
      const [{ realised }] = priceOfSilos(fund, [regime], { horizons: [5] });
      expect(realised).toBeCloseTo(
        ahead.reduce((sum, row) => sum + row.realised, 0),
        6,
      );
      expect(ahead.some((row) => row.realised < 0)).toBe(true);
    }
  });

  test("varies one parameter at a time", () => {
    const long = simulate(dealScenario({ cost: 100, saves: { council: 30 }, years: 10 }), { draws: 4 });
    expect(
      priceOfSilos(long, ["silo"]).map(({ horizonYears, blame, realised }) => [horizonYears, blame, realised]),
    ).toEqual([
      [10, 0, 200],
      [5, 0, 200],
      [3, 0, 0],
      [1, 0, 0],
      [10, 1, 200],
      [10, 2, 200],
    ]);
  });
});

test("a tie is indifferent, and a party that is not needed is not asked", () => {
  // The council pays £100,000 and saves £100,000 in the same year; the hospital has a saving and no cost.
  const tie = dealScenario({ cost, saves: { council: cost, hospital: cost }, years: 1, cashable: 1, success: 1 });
  const rows = votes(simulate(tie, { draws: 1 }), ["silo"]);
  expect(rows.map(({ party, vote, agrees }) => [party, vote, agrees])).toEqual([
    ["care", "not asked", true],
    ["council", "indifferent", true],
    ["hospital", "not asked", true],
  ]);
});

test("gain share does not switch off for a pound: what the council needs hardly moves when another's bills rise", () => {
  // By hand: £100,000 in year 1 and the savings of two others, £35,000 a year for three years. Savings of £105,000 share
  // a gain of £5,000 by what each saves, so the council ends at £0. With care's bills £1 a year higher it still does.
  const needs = (care: number): number => {
    const simulation = simulate(dealScenario({ cost, saves: { hospital: 35_000, care }, years: 3 }), { draws: 4 });
    const [{ sidePayment }] = decide(simulation, ["gain-share"]);
    return sidePayment;
  };
  expect(needs(0)).toBe(0);
  expect(needs(-1)).toBe(0);
  // By hand: a loss of £10,000 on a cost of £115,000, of which the council paid £100,000; then £10,003 on £115,003.
  expect(needs(-5_000)).toBeCloseTo((10_000 * 100) / 115, 1);
  expect(needs(-5_001)).toBeCloseTo((10_003 * 100_000) / 115_003, 1);
});
