import { type StopSignal, stopIfAborted } from "../../base/problems/options.js";
import type { AccountEntry, EntryName } from "../../engine/book/entries.js";
import { contactsOf, entryValue } from "../../engine/book/read-book.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import { halfPenny, leastPounds } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { checkCall } from "../sums/option-checks.js";
import { strategyAsked } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";
import {
  cashLeft,
  contactsAvoided,
  costOfEach,
  type Factor,
  less,
  multiplied,
  numberOf,
  shareThatIs,
  wholePounds,
} from "./factors.js";
import { lineFormula } from "./line-formula.js";
import { explainedTransfers } from "./transfers-explained.js";

/** Which figure is explained: an agency's net, in one year and strategy. */
export interface ExplainOptions<N extends Names = Names> {
  /** The agency's name in the scenario. */
  readonly agency: N["agency"];
  /** A model year, from 1. Default: 1. */
  readonly year?: number;
  /** Default: the first of the simulation. */
  readonly strategy?: N["strategy"];
  /** Stops when the signal is aborted, and throws the signal's reason. */
  readonly signal?: StopSignal;
}

/**
 * One part of an agency's net in a year, with the formula that gives it, as a spreadsheet reads it. Undiscounted
 * pounds.
 */
export interface ExplainRow<N extends Names = Names> extends StrategyRow<N> {
  /** The agency's name in the scenario. */
  readonly agency: N["agency"];
  /** The model year, from 1. */
  readonly year: number;
  /** The path of the service or line of money that it comes from. */
  readonly address: string;
  /** What the part is, in words. */
  readonly what: string;
  /** A spreadsheet formula: `=(29.52-27.74)*3907.55*0.15`. */
  readonly formula: string;
  /** The factors of the formula by name: `1.0626 falls avoided (17.7093 without − 16.6467 with) × £314.69 each`. */
  readonly factors: string;
  /** What the part adds to net. The last row is the sum of all parts. */
  readonly pounds: number;
}

/**
 * One figure as a sum that a reader can redo: an agency's net in a year of the central run, before any optimism bias,
 * part by part, and the total. If the central run averages over traces, contacts are that average.
 * @param simulation from `simulate`
 * @param options which agency, year and strategy
 * @returns one row per part, then the total; no rows if there is no strategy
 * @example explain(simulate(fdac, { draws: 1 }), { agency: "nhs" }).map((row) => row.formula)[1] // => "=-2955*46*0.2"
 */
export function explain<N extends Names>(
  simulation: Simulation<N>,
  options: ExplainOptions<N>,
): readonly ExplainRow<N>[];
export function explain(simulation: Simulation, options: ExplainOptions): readonly ExplainRow[] {
  checkCall(simulation, options, ["agency", "year", "strategy", "signal"], { needed: ["agency"] });
  const { agency, year = 1, signal } = options;
  const { central } = simulation;
  const chosen = strategyAsked(simulation, options.strategy);
  if (chosen === undefined) return [];
  const { strategy, index } = chosen;
  const row = (address: string, { what, formula, words, value }: Part): ExplainRow => ({
    strategy,
    agency,
    year,
    address,
    what,
    formula: `=${formula}`,
    factors: words,
    pounds: value,
    upperBound: isUpperBound(simulation.scenario, strategy),
  });
  const pounds = (entry: EntryName): number => entryValue(central, index, entry, { year, money: "plain" })[0];
  const parts = central.entries
    .filter((entry) => entry.layer === "fiscal" && entry.agency === agency && isActive(entry, pounds))
    .flatMap((entry) => {
      stopIfAborted(signal, "The explanation");
      return partsOf(simulation, { index, year, pounds }, entry).map((part) => ({ ...part, address: entry.address }));
    });
  if (parts.length === 0) return [];
  const total = {
    what: "net",
    value: parts.reduce((sum, { value }) => sum + value, 0),
    formula: parts.map(({ formula }) => `(${formula})`).join("+"),
    words: "the sum of the parts",
  };
  return [...parts.map((part) => row(part.address, part)), row("", total)];
}

/**
 * True if an entry is not 0. A service's avoided cost can be 0 while others fill capacity, which changes cash and idle.
 */
const isActive = (entry: AccountEntry, pounds: Place["pounds"]): boolean => {
  const mayBeFilled = entry.kind === "avoided" && entry.service !== undefined;
  const parts = mayBeFilled ? (["avoided", "backfilled", "cash"] as const) : [entry.kind];
  return parts.some((kind) => Math.abs(pounds({ ...entry, kind })) >= leastPounds);
};

/** A part of net: what it is, and the product that gives it. */
interface Part extends Factor {
  readonly what: string;
}

/** A strategy (its index in the book), a model year, and the plain pounds of an entry there in the central run. */
interface Place {
  readonly index: number;
  readonly year: number;
  readonly pounds: (entry: EntryName) => number;
}

/**
 * The parts an entry adds to net. Cash and backfilled have no part of their own: the avoided entry gives its cash.
 */
const partsOf = (simulation: Simulation, place: Place, entry: AccountEntry): readonly Part[] => {
  if (entry.kind === "cash" || entry.kind === "backfilled") return [];
  const total = place.pounds(entry);
  if (entry.kind === "transfers") return transferParts(simulation, place, entry, total);
  if (entry.kind === "grants") return [{ what: "transfers", ...wholePounds(total, "of grants") }];
  // An exit cost belongs to a service, but is a payment.
  if (entry.kind !== "pays" && entry.service !== undefined)
    return serviceParts(simulation, place, { ...entry, service: entry.service }, total);
  const product = lineFormula(simulation, place, entry, total);
  if (entry.kind === "pays") return [{ what: "pays", ...less(product), value: -total }];
  const cash = place.pounds({ ...entry, kind: "cash" });
  if (cash === total) return [{ what: total < 0 ? "costs more" : "cash", ...product, value: total }];
  return [cashPart(product, total, cash)];
};

/** One part per transfer, as a sentence. One part for all if the total is a mean over traces, which has no postings. */
const transferParts = (
  simulation: Simulation,
  { index, year }: Place,
  { agency }: AccountEntry,
  total: number,
): readonly Part[] => {
  const each = explainedTransfers(simulation, index, agency, year);
  const sum = each.reduce((all, { pounds }) => all + pounds, 0);
  if (Math.abs(sum - total) > halfPenny) return [{ what: "transfers", ...wholePounds(total, "by the funding rules") }];
  return each.map(({ says, pounds }) => ({ what: says, ...wholePounds(pounds, "by the funding rules") }));
};

/** The cash of an avoided cost: the cost, and the share of it that is cash. The rest is freed, and no part of net. */
const cashPart = (avoided: Factor, total: number, cash: number): Part => {
  const share = cash / total;
  const product = Math.abs(share - 1) < 1e-12 ? avoided : multiplied([avoided, shareThatIs(share, "cash")]);
  return { what: "cash", ...product, value: cash };
};

const serviceParts = (
  { central, scenario }: Simulation,
  { index, year, pounds }: Place,
  entry: AccountEntry & { readonly service: string },
  total: number,
): readonly Part[] => {
  const [without, others] = [businessAsUsual, index].map((arm) => contactsOf(central, arm, entry.service, { year })[0]);
  const { unit, costs } = scenario.services[entry.service];
  if (entry.kind === "cheaper") {
    const served = numberOf(others, `${unit.many ?? "contacts"} with the strategy`);
    const saved = costOfEach(total / others, undefined, scenario, "less for each");
    return [{ what: "cheaper", ...multiplied([served, saved]), value: total }];
  }
  const cash = pounds({ ...entry, kind: "cash" });
  const filled = pounds({ ...entry, kind: "backfilled" });
  // Avoided cost follows arrivals and backfilling follows the queue, so no number of contacts served gives the total.
  // Places that are added and stand empty cost cash where nothing is avoided.
  if (filled !== 0 || Math.abs(total) < leastPounds)
    return Math.abs(cash) < leastPounds
      ? []
      : [{ what: "cash", ...cashLeft(total, total - cash - filled, filled), value: cash }];
  // If contacts averted in one cycle return in another, no unit cost of the year gives the total.
  const cancels = Math.abs(without - others) <= 1e-9 * Math.max(without, others);
  const payer = costs.find(({ agency }) => agency === entry.agency);
  const avoided = cancels
    ? wholePounds(total, "avoided")
    : multiplied([contactsAvoided(without, others, unit), costOfEach(total / (without - others), payer, scenario)]);
  return [cashPart(avoided, total, cash)];
};
