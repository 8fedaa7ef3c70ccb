import { type Column, copy, emptyColumns } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import { serviceAddress } from "../../scenario/address.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { PayerCost } from "../../scenario/services/service.js";
import { entriesOf, entryFinder, type ServiceKind, serviceKinds } from "../book/entries.js";
import { type Price, pricingOf } from "../book/pricing.js";
import { bookedFigures } from "../book/queue-figures.js";
import { isDiscountedByCycle } from "../book/yearly-cube.js";
import type { Demand } from "../contacts/demand.js";
import { type Account, buildAccount, startAccount, stepAccount } from "../contacts/volumes.js";
import type { Program } from "../values/program.js";

/**
 * The cost of a contact: pounds, and shares of them. The variable share falls with each contact, the semi-fixed one in
 * steps, the fixed one with the whole service. `shareOfRise` is the share that each additional contact costs.
 */
export type CostParts = Readonly<Record<(typeof costParts)[number], Column>>;

const costParts = ["cost", "variable", "semiFixed", "fixed", "shareOfRise"] as const;

/** The cost of a service to one agency. */
export interface Payer {
  readonly agency: string;
  /** The index of each kind of entry in the book; −1 if there is none. */
  readonly entries: Readonly<Record<ServiceKind, number>>;
  /** The factor from the prices of the cost to those of the results. */
  readonly uprating: number;
  /** The cost in this cycle. */
  readonly now: CostParts;
  /** The cost in each year's first cycle, by year from 0. What never varies is that of `now`. */
  readonly years: readonly CostParts[];
  /** The parts that vary: only these are copied at a year's start. */
  readonly varying: readonly (keyof CostParts)[];
  /** True if it writes the volume of its cash. Else one before it does, or the cash is what avoided contacts cost. */
  readonly writesCash: boolean;
  /** True if a rise costs the same share as a fall saves: both shares are one column, which never varies. */
  readonly isEven: boolean;
}

/** The account of a service: its contacts, and the agencies that pay for them. */
export interface ServiceAccount extends Account {
  readonly name: string;
  /** True if the service is an outcome, which has a discount schedule of its own. */
  readonly isOutcome: boolean;
  /** True if its cost is money of budgets. */
  readonly isFiscal: boolean;
  readonly payers: readonly Payer[];
}

/** Columns in which what is written is computed, for one service after another. */
export interface Scratch {
  readonly fewer: Column;
  readonly lower: Column;
  readonly shut: Column;
  readonly closed: Column;
}

export const emptyScratch = (width: number): Scratch => {
  const [fewer, lower, shut, closed] = emptyColumns(4, width);
  return { fewer, lower, shut, closed };
};

/** Builds the accounts of the services. */
export const buildCosts = (scenario: Scenario, program: Program, demand: Demand): readonly ServiceAccount[] => {
  const { services, time } = scenario;
  const entryIndex = entryFinder(entriesOf(scenario));
  const sizes = {
    years: time.years,
    width: program.width,
    isByCycle: isDiscountedByCycle(scenario),
    room: demand.room,
    booked: bookedFigures(scenario),
  };
  const { prices } = pricingOf(scenario);
  return demand.services.map((flow) => {
    const { worth, layer, costs } = services[flow.name];
    const address = serviceAddress(flow.name);
    const written = new Set<Price["volume"]>();
    const { room, plain, present, sums, figures, ranks } = buildAccount(flow, sizes);
    return {
      flow,
      room,
      plain,
      present,
      sums,
      figures,
      ranks,
      name: flow.name,
      isOutcome: worth !== null,
      isFiscal: layer === "fiscal",
      payers: costs.map((cost) => {
        const { agency } = cost;
        const index = (kind: ServiceKind): number => entryIndex({ agency, address, kind });
        const [avoided, cash, backfilled, cheaper] = serviceKinds.map(index);
        const entries = { avoided, cash, backfilled, cheaper };
        const { volume } = prices[entries.cash];
        written.add(prices[entries.avoided].volume);
        const writesCash = typeof volume === "number" && !written.has(volume);
        written.add(volume);
        return payerOf(cost, program, time.years, { entries, writesCash });
      }),
    };
  });
};

const payerOf = (
  cost: PayerCost,
  program: Program,
  years: number,
  { entries, writesCash }: Pick<Payer, "entries" | "writesCash">,
): Payer => {
  const values = {
    cost: program.value(cost.pounds),
    variable: program.value(cost.variable),
    semiFixed: program.value(cost.semiFixed),
    fixed: program.value(cost.fixed),
    shareOfRise: program.value(cost.shareOfRise),
  };
  const now = partsBy((part) => values[part].column);
  const varying = costParts.filter((part) => values[part].varies);
  const ofYear = (): CostParts =>
    varying.length === 0 ? now : partsBy((part) => (values[part].varies ? new Float64Array(program.width) : now[part]));
  return {
    agency: cost.agency,
    entries,
    uprating: cost.uprating,
    now,
    years: Array.from({ length: years }, ofYear),
    varying,
    writesCash,
    isEven: now.variable === now.shareOfRise && !values.variable.varies && !values.shareOfRise.varies,
  };
};

/** The parts of a cost as a literal: it is built for each payer and plan, and `recordOf` takes fifty times as long. */
const partsBy = (columnOf: (part: keyof CostParts) => Column): CostParts => ({
  cost: columnOf("cost"),
  variable: columnOf("variable"),
  semiFixed: columnOf("semiFixed"),
  fixed: columnOf("fixed"),
  shareOfRise: columnOf("shareOfRise"),
});

/** Empties the accounts before a block. */
export const startCosts = (accounts: readonly ServiceAccount[]): void => {
  for (const account of accounts) startAccount(account);
};

/** One cycle: adds contacts to their year. At a year's first cycle it reads the costs. */
export const stepCosts = (
  accounts: readonly ServiceAccount[],
  { year, cycleOfYear }: Moment,
  factors: { readonly flow: number; readonly outcomes: number },
): void => {
  for (const account of accounts) {
    stepAccount(account, year, account.isOutcome ? factors.outcomes : factors.flow);
    if (cycleOfYear > 0) continue;
    for (const { now, years, varying } of account.payers)
      for (const part of varying) copy(years[year - 1][part], now[part]);
  }
};
