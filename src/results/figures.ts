import { type Cube, drawsAt } from "../base/cube.js";
import { addScaled } from "../base/kernels.js";
import { didYouMean, ScenarioError } from "../base/problem.js";
import type { AccountEntry, EntryKind } from "../engine/axes.js";
import type { Book } from "../engine/book.js";
import type { Simulation } from "../engine/simulate.js";
import { addSpend } from "../engine/spend.js";
import { addWorth } from "../engine/worth.js";
import { countsAt, type Level, levels } from "../scenario/agencies/level.js";
import type { Layer } from "../scenario/layer.js";
import type { Scenario } from "../scenario/scenario.js";

/**
 * The figures every result is made of, in pounds, each a sum of entries: `idle` is what is avoided but is neither cash nor filled by
 * others, and `transfers` come only from funding rules.
 */
const madeOf = {
  pays: { pays: 1 },
  avoided: { avoided: 1 },
  cash: { cash: 1 },
  idle: { avoided: 1, cash: -1, backfilled: -1 },
  backfilled: { backfilled: 1 },
  cheaper: { cheaper: 1 },
  transfers: { transfers: 1 },
  net: { avoided: 1, backfilled: -1, cheaper: 1, pays: -1, transfers: 1 },
  netCash: { cash: 1, cheaper: 1, pays: -1, transfers: 1 },
} as const satisfies Record<string, Partial<Record<EntryKind, 1 | -1>>>;

/** What counts as moving, or as being behind: more than this, in pounds. */
export const halfPenny = 0.005;

/** Less than this, in pounds, is the rounding of sums. */
export const leastPounds = 1e-6;

/** Less than this, as a share of what there is, is the rounding of sums too. */
export const rounding = 1e-11;

/** The name of a figure. */
export type Figure = keyof typeof madeOf;

/** Which entries are summed: those of some agencies, of one year or all, plain or in present value. */
export interface Sum {
  readonly agencies: readonly string[];
  /** A model year, 1 and on; all years where left out. */
  readonly year?: number;
  /** Plain pounds of each year, or their present value. Default: present. */
  readonly money?: "plain" | "present";
  /** What money is summed. Default: fiscal, that of budgets. */
  readonly layer?: Layer;
  /** Only entries that pass. Default: all. */
  readonly only?: (entry: AccountEntry) => boolean;
}

/** The figures of some agencies under a strategy, of a year or all, one number a draw; what several figures are made of is summed once. */
export const figuresOf = (
  book: Book,
  strategy: number,
  { agencies, money = "present", layer = "fiscal", only = () => true }: Omit<Sum, "year">,
): ((figure: Figure, year?: number) => Float64Array) => {
  const entries = [...book.entries.entries()].filter(
    ([index, entry]) =>
      entry.layer === layer &&
      book.written.has(book.prices[index].volume) &&
      agencies.includes(entry.agency) &&
      only(entry),
  );
  const kinds = new Set(entries.map(([, { kind }]) => kind));
  const known = new Map<string, Float64Array>();
  const sumOf = (kind: EntryKind, year: number): Float64Array => {
    const key = `${kind} ${year}`;
    const sum = known.get(key) ?? new Float64Array(book.draws);
    if (!known.has(key))
      for (const [index, entry] of entries) if (entry.kind === kind) addWorth(sum, book, strategy, index, year, money);
    known.set(key, sum);
    return sum;
  };
  return (figure, year) => {
    const out = new Float64Array(book.draws);
    for (const [kind, weight] of Object.entries(madeOf[figure]) as [EntryKind, number][])
      if (kinds.has(kind)) for (const at of yearsIn(book.money, year)) addScaled(out, weight, sumOf(kind, at));
    return out;
  };
};

/** A figure less what funding rules in force moved, one number a draw: what rules that are tried afterwards begin from. */
export const beforeRules = (
  figure: ReturnType<typeof figuresOf>,
  of: "net" | "netCash",
  year?: number,
): Float64Array => {
  const out = figure(of, year);
  addScaled(out, -1, figure("transfers", year));
  return out;
};

/** A figure of a strategy, one number a draw. */
export const figureOf = (book: Book, strategy: number, figure: Figure, { year, ...sum }: Sum): Float64Array =>
  figuresOf(book, strategy, sum)(figure, year);

/** What business as usual spends on services, one number a draw: what the agencies bear for every contact without any intervention. */
export const spendOf = (book: Book, { agencies, year, money = "present" }: Omit<Sum, "only">): Float64Array => {
  const out = new Float64Array(book.draws);
  for (const agency of agencies) for (const at of yearsIn(book.money, year)) addSpend(out, book, agency, at, money);
  return out;
};

/** The contacts of a service under a strategy (−1: business as usual), one number a draw, plain or in present value. */
export const contactsOf = (
  { draws, activity, activityPresent }: Book,
  strategy: number,
  service: number,
  { year, counted = "plain" }: { readonly year?: number | undefined; readonly counted?: "plain" | "present" } = {},
): Float64Array => {
  const out = new Float64Array(draws);
  const { cube, factors } = counted === "plain" ? { cube: activity, factors: undefined } : activityPresent;
  for (const at of yearsIn(cube, year))
    addScaled(out, factors?.[service][at] ?? 1, drawsAt(cube, strategy + 1, service, at));
  return out;
};

/** The years of a cube that are summed, from 0: one, or all. */
const yearsIn = ({ axes }: Cube, year: number | undefined): readonly number[] =>
  year === undefined ? [...axes[axes.length - 1].labels.keys()] : [year - 1];

/** Who a row is about: one agency, or all those of a level. */
export interface Party {
  readonly level: "agency" | Level;
  /** The agency's name in the scenario; empty where the row is of a level. */
  readonly agency: string;
  /** What a reader calls it. */
  readonly name: string;
  readonly agencies: readonly string[];
}

const levelNames = { place: "The place", public: "The public purse", society: "Society" } as const;

/** The agencies of a scenario, then the levels that sum them; a level with nobody more than the one before is left out. */
export const partiesOf = ({ agencies }: Scenario): readonly Party[] => {
  const each = Object.entries(agencies).map(([agency, { name }]) => ({
    level: "agency" as const,
    agency,
    name,
    agencies: [agency],
  }));
  const sums = levels.map((level) => ({
    level,
    agency: "",
    name: levelNames[level],
    agencies: agenciesAt({ agencies }, level),
  }));
  return [...each, ...sums.filter(({ agencies: all }, index) => all.length > (sums[index - 1]?.agencies.length ?? 0))];
};

/** The agencies that count at a level. */
export const agenciesAt = ({ agencies }: Pick<Scenario, "agencies">, level: Level): readonly string[] =>
  Object.keys(agencies).filter((name) => countsAt(level, agencies[name]));

/** The agencies of a level (place, public, society), or one agency by its name. */
export const agenciesNamed = (scenario: Pick<Scenario, "agencies">, of: string): readonly string[] => {
  if ((levels as readonly string[]).includes(of)) return agenciesAt(scenario, of as Level);
  if (Object.hasOwn(scenario.agencies, of)) return [of];
  const known = [...levels, ...Object.keys(scenario.agencies)];
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.of",
      what: `There is no agency or level called ${of}. ${didYouMean(of, known)}`,
    },
  ]);
};

/** Checks that an option is one of what it may be, which TypeScript would have seen. */
export const checkOption = (option: string, said: string, known: readonly string[]): void => {
  if (known.includes(said)) return;
  throw new ScenarioError([
    {
      severity: "error",
      address: `options.${option}`,
      what: `${option} cannot be ${said}. ${didYouMean(String(said), known)}`,
    },
  ]);
};

/** Where a strategy stands in a scenario's or simulation's list. */
export const strategyNamed = (strategies: readonly string[], name: string): number => {
  const index = strategies.indexOf(name);
  if (index >= 0) return index;
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.strategy",
      what: `There is no strategy called ${name}. ${didYouMean(name, strategies)}`,
    },
  ]);
};

/** Every strategy of a simulation with its place in the books. */
export const strategiesOf = ({ settings }: Simulation): readonly (readonly [number, string])[] => {
  // What plain JavaScript may hand over instead would fail further on, and less plainly.
  if (settings === undefined) throw new TypeError("Results are read from what simulate returns, not from a scenario.");
  return [...settings.strategies.entries()];
};

/** The years of a scenario, 1 and on. */
export const yearsOf = ({ time }: Scenario): readonly number[] =>
  Array.from({ length: time.years }, (_, index) => index + 1);

/** The addresses of the lines by which costs rise elsewhere. */
export const risesIn = ({ interventions }: Pick<Scenario, "interventions">): ReadonlySet<string> =>
  new Set(
    Object.values(interventions).flatMap(({ lines }) =>
      lines.filter(({ kind }) => kind === "costsMore").map(({ address }) => address),
    ),
  );

/**
 * Whether the numbers of a strategy are an upper bound: one of its effects or savings was measured before and after with nobody to compare with, so that what
 * would have come anyway is in it. Business as usual is none.
 */
export const isUpperBound = ({ strategies, interventions }: Scenario, strategy: string): boolean =>
  Object.hasOwn(strategies, strategy) &&
  strategies[strategy].of.some((name) =>
    [...interventions[name].effects, ...interventions[name].lines].some(({ upperBound }) => upperBound === true),
  );
