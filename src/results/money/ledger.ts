import type { PriceSeries } from "../../base/appraisal/prices.js";
import { sum } from "../../base/mathematics/statistics.js";
import type { AccountEntry } from "../../engine/book/entries.js";
import { leastPounds } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Line } from "../../scenario/interventions/line.js";
import { pricesWith } from "../../scenario/money/inflation.js";
import type { Scenario } from "../../scenario/scenario.js";
import { yearLabel } from "../../scenario/time/time.js";
import { cashFactorsOf, financialYearsOf, momentsOf, shareInFirst } from "../sums/financial-years.js";
import { yearsOf } from "../sums/model-years.js";
import { readerFor } from "../sums/option-checks.js";
import { type AgencyOrBodyRow, agenciesAndBodies } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { figuresOf } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/**
 * What a line does to an agency's budget. `spends`: on what it delivers. `pays`: to another agency that delivers.
 * `receives`: from one that pays. `cash`: spending that stops.
 * `cheaper`: a lower unit cost. `transfers`: grants, and payments by the
 * funding rules in force.
 */
export type LedgerKind = "spends" | "pays" | "receives" | "cash" | "cheaper" | "transfers";

/** The years and the pounds of a ledger. */
export interface LedgerOptions {
  /** Model years from the start of the run, or financial years, 1 April to 31 March. Default: model. */
  readonly years?: "model" | "financial";
  /** Real pounds of `money.priceYear`, or cash of the day at the prices of each financial year. Default: real. */
  readonly pounds?: "real" | "cash";
  /** The price index for cash of the day. Default: the published deflator, extended by `money.inflation`. */
  readonly series?: PriceSeries;
}

/** One line of a year of an agency, or of a body that sums several: what it does to the budget, mean over the draws. */
export interface LedgerRow<N extends Names = Names> extends StrategyRow<N>, AgencyOrBodyRow<N> {
  /** From 1: model years, or financial years from the one in which the run starts. */
  readonly year: number;
  /** A model year by its start, or a financial year: `2025/26`. */
  readonly label: string;
  /** The service or line of an intervention it comes from. */
  readonly address: string;
  /** `spends`, `pays`, `receives`, `cash`, `cheaper` or `transfers`. */
  readonly kind: LedgerKind;
  /** Above 0 is good for the budget. Undiscounted pounds of the price year, or cash of the day. */
  readonly pounds: number;
  /** The same in present value, always in pounds of the price year. */
  readonly presentPounds: number;
}

/**
 * Every agency's years, line by line. Spending is booked at the agency that delivers. What another agency pays for it
 * is a payment between the two, and all payments sum to 0. An agency's rows sum to its net in `whoSaves`.
 *
 * The accounts of a run are by model year. For financial years, each model year is spread evenly over twelve months of
 * thirty days. A line `in:` one moment of its intervention falls whole in the financial year of that moment. The total
 * over all financial years equals the total over all model years.
 *
 * Cash of the day is real pounds × index of the financial year / index of the price year. A financial year takes the
 * index of the calendar year in which it begins. A model year across two financial years takes the index of each for
 * its part.
 * @param simulation from `simulate`
 * @param options financial years, cash of the day, and the index for it
 * @returns rows in pounds, by strategy, year, agency and line; those of bodies after the agencies; no lines that are 0
 * @throws ScenarioError if cash of the day needs a financial year that the series does not have. Later prices are not
 * guessed.
 * @example
 * const run = simulate(gritting, { draws: 256 });
 * ledger(run).find((row) => row.kind === "receives")?.pounds // => 20000
 * ledger(run, { years: "financial" }).find((row) => row.kind === "receives")?.pounds // => 10000
 */
export function ledger<N extends Names>(simulation: Simulation<N>, options?: LedgerOptions): readonly LedgerRow<N>[];
export function ledger(simulation: Simulation, options: LedgerOptions = {}): readonly LedgerRow[] {
  const { mean } = readerFor(simulation, options, ["years", "pounds", "series"]);
  const { scenario, drawn } = simulation;
  const lines = new Map(
    Object.values(scenario.interventions).flatMap((each) => each.lines.map((line) => [line.address, line])),
  );
  // One part per agency and service or line. It covers all kinds of entry.
  const parts = new Map(drawn.entries.map(({ agency, address }) => [`${agency} ${address}`, { agency, address }]));
  const { labels, inYear } = calendarOf(scenario, options);
  const modelYears = yearsOf(scenario);
  return strategiesOf(simulation).flatMap(([index, strategy]) => {
    const columns = [...parts.values()].flatMap((part) => {
      const which = { agencies: [part.agency], only: ({ address }: AccountEntry) => address === part.address };
      const plain = figuresOf(drawn, index, { ...which, money: "plain" });
      const present = figuresOf(drawn, index, which);
      return ledgerFigures.map((figure) => ({
        ...part,
        figure,
        plain: modelYears.map((year) => mean(plain(figure, year))),
        present: modelYears.map((year) => mean(present(figure, year))),
      }));
    });
    return labels.flatMap((label, at) => {
      const own = columns.flatMap(({ agency: payer, address, figure, plain, present }) => {
        const [pounds, presentPounds] = inYear(at, address, plain, present);
        if (Math.abs(pounds) < leastPounds && Math.abs(presentPounds) < leastPounds) return [];
        return postingsOf(figure, payer, lines.get(address)).map(({ agency, kind, sign }) => ({
          strategy,
          year: at + 1,
          label,
          level: "agency" as const,
          agency,
          name: scenario.agencies[agency].name,
          address,
          kind,
          pounds: sign * pounds,
          presentPounds: sign * presentPounds,
          upperBound: isUpperBound(scenario, strategy),
        }));
      });
      return [...own, ...ofBodies(scenario, own)];
    });
  });
}

/** The lines of one year of each body: those of its agencies with the same address and kind are one. */
const ofBodies = (scenario: Scenario, rows: readonly LedgerRow[]): readonly LedgerRow[] =>
  agenciesAndBodies(scenario).flatMap(({ agencies, ...budget }) => {
    if (budget.level === "agency") return [];
    const members = rows.filter(({ agency }) => agencies.includes(agency));
    const keyOf = ({ address, kind }: LedgerRow): string => `${address} ${kind}`;
    return [...new Map(members.map((row) => [keyOf(row), row]))].map(([key, row]) => {
      const alike = members.filter((member) => keyOf(member) === key);
      return {
        ...row,
        ...budget,
        pounds: sum(alike.map(({ pounds }) => pounds)),
        presentPounds: sum(alike.map(({ presentPounds }) => presentPounds)),
      };
    });
  });

/**
 * The years of a ledger. `inYear` gives a line's pounds in one of them (index from 0), as the options ask and in
 * present value, from its pounds by model year.
 */
interface Calendar {
  readonly labels: readonly string[];
  readonly inYear: (
    at: number,
    address: string,
    plain: readonly number[],
    present: readonly number[],
  ) => readonly [pounds: number, presentPounds: number];
}

const calendarOf = (
  scenario: Scenario,
  { years = "model", pounds = "real", series = pricesWith(scenario.money.inflation) }: LedgerOptions,
): Calendar => {
  const { time } = scenario;
  const named = financialYearsOf(time);
  const factors = pounds === "cash" ? cashFactorsOf(scenario, named, series) : named.map(() => 1);
  const [evenly, moments] = [shareInFirst(time), momentsOf(scenario)];
  const firstOf = (address: string): number => moments.get(address) ?? evenly;
  if (years === "financial")
    return {
      labels: named,
      inYear: (at, address, plain, present) => {
        const first = firstOf(address);
        const fallIn = (money: readonly number[]): number =>
          first * (money[at] ?? 0) + (1 - first) * (money[at - 1] ?? 0);
        return [factors[at] * fallIn(plain), fallIn(present)];
      },
    };
  return {
    labels: yearsOf(scenario).map((year) => yearLabel(time, year)),
    inYear: (at, address, plain, present) => {
      const first = firstOf(address);
      const factor = pounds === "real" ? 1 : first * factors[at] + (1 - first) * (factors[at + 1] ?? 0);
      return [factor * plain[at], present[at]];
    },
  };
};

const ledgerFigures = ["pays", "cash", "cheaper", "transfers"] as const;

interface LedgerPosting {
  readonly agency: string;
  readonly kind: LedgerKind;
  readonly sign: 1 | -1;
}

/** The rows of a figure. What one agency pays another is received and spent by the other. */
const postingsOf = (
  figure: (typeof ledgerFigures)[number],
  agency: string,
  line: Line | undefined,
): readonly LedgerPosting[] => {
  if (figure !== "pays") return [{ agency, kind: figure, sign: 1 }];
  if (line?.to === undefined || line.to === agency) return [{ agency, kind: "spends", sign: -1 }];
  return [
    { agency, kind: "pays", sign: -1 },
    { agency: line.to, kind: "receives", sign: 1 },
    { agency: line.to, kind: "spends", sign: -1 },
  ];
};
