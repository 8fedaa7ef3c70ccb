import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Regime } from "../../src/funding/regime.js";
import type { Share } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { decide, votes } from "../../src/results/rules/decide.js";
import { settle } from "../../src/results/rules/settle.js";
import { netsOf } from "../../src/results/sums/nets.js";
import { readScenario } from "../../src/scenario/read.js";
import { lawOf } from "../support/law.js";
import { dealScenario } from "../support/regimes.js";
import { cost, years } from "./gritting-deal.js";

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
