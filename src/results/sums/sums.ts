import { addScaled } from "../../base/columns/kernels.js";
import { keysOf, pairsOf } from "../../base/records.js";
import type { Book } from "../../engine/book/book.js";
import type { AccountEntry, EntryKind } from "../../engine/book/entries.js";
import { activeEntries, addEntryValue, modelYearsOf } from "../../engine/book/read-book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Layer } from "../../scenario/money/layer.js";
import type { Scenario } from "../../scenario/scenario.js";

/**
 * The figures of results, each a sum of entries in pounds. `freed` is avoided but not cash; `idle` is the part of it
 * that no other contacts fill. `transfers` come from grants (`granted`) and from funding rules in force (`byRules`).
 * `net` is what a budget gains; `netAvoided` counts what is freed as money too.
 */
const partsOfFigures = {
  pays: { pays: 1 },
  avoided: { avoided: 1 },
  cash: { cash: 1 },
  freed: { avoided: 1, cash: -1 },
  idle: { avoided: 1, cash: -1, backfilled: -1 },
  backfilled: { backfilled: 1 },
  cheaper: { cheaper: 1 },
  transfers: { transfers: 1, grants: 1 },
  granted: { grants: 1 },
  byRules: { transfers: 1 },
  net: { cash: 1, cheaper: 1, pays: -1, grants: 1, transfers: 1 },
  netAvoided: { avoided: 1, cheaper: 1, pays: -1, grants: 1, transfers: 1 },
} as const satisfies Record<string, Partial<Record<EntryKind, 1 | -1>>>;

/** The name of a figure. */
export type Figure = keyof typeof partsOfFigures;

/** The names of the figures. */
export const figures = keysOf(partsOfFigures);

/** What counts as a gain: what budgets gain (`net`), or also what is freed and still paid for (`netAvoided`). */
export type Measure = "net" | "netAvoided";

/** Both measures, the default first. */
export const measures = ["net", "netAvoided"] as const satisfies readonly Measure[];

/** Which entries are summed. */
export interface Sum {
  readonly agencies: readonly string[];
  /** A model year, 1 and on. Default: all years. */
  readonly year?: number;
  /** Plain pounds of each year, or their present value. Default: present. */
  readonly money?: "plain" | "present";
  /** The layer of the money. Default: fiscal, which is money of budgets. */
  readonly layer?: Layer;
  /** Only entries that pass. Default: all. */
  readonly only?: (entry: AccountEntry) => boolean;
}

/**
 * Returns what sums a figure of some agencies, in pounds per draw, in one model year or all. Common parts are summed
 * once.
 */
export const figuresOf = (
  book: Book,
  strategy: StrategyIndex,
  { agencies, money = "present", layer = "fiscal", only = () => true }: Omit<Sum, "year">,
): ((figure: Figure, year?: number) => Float64Array) => {
  const entries = activeEntries(book).filter(
    (entry) => entry.layer === layer && agencies.includes(entry.agency) && only(entry),
  );
  const kinds = new Set(entries.map(({ kind }) => kind));
  const known = new Map<string, Float64Array>();
  const sumOf = (kind: EntryKind, year: number): Float64Array => {
    const key = `${kind} ${year}`;
    const sum = known.get(key) ?? new Float64Array(book.draws);
    if (!known.has(key))
      for (const entry of entries) if (entry.kind === kind) addEntryValue(sum, book, strategy, entry, { year, money });
    known.set(key, sum);
    return sum;
  };
  return (figure, year) => {
    const out = new Float64Array(book.draws);
    const parts: Readonly<Partial<Record<EntryKind, number>>> = partsOfFigures[figure];
    for (const [kind, weight] of pairsOf(parts))
      if (kinds.has(kind))
        for (const each of year === undefined ? modelYearsOf(book) : [year]) addScaled(out, weight, sumOf(kind, each));
    return out;
  };
};

/** One figure of a strategy, in pounds per draw. */
export const figureOf = (book: Book, strategy: StrategyIndex, figure: Figure, { year, ...sum }: Sum): Float64Array =>
  figuresOf(book, strategy, sum)(figure, year);

/** The addresses of the lines by which costs rise elsewhere. */
export const risesIn = ({ interventions }: Pick<Scenario, "interventions">): ReadonlySet<string> =>
  new Set(
    Object.values(interventions).flatMap(({ lines }) =>
      lines.filter(({ kind }) => kind === "costsMore").map(({ address }) => address),
    ),
  );
