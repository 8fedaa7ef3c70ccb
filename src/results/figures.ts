import { drawsAt } from "../base/cube.js";
import { addScaled } from "../base/kernels.js";
import { didYouMean, ScenarioError } from "../base/problem.js";
import type { Book, Entry, EntryKind } from "../engine/book.js";
import type { Simulation } from "../engine/simulate.js";
import { countsAt, type Level, levels } from "../scenario/agency.js";
import type { Scenario } from "../scenario/scenario.js";

/**
 * The figures every result is made of, in pounds, each a sum of entries: `idle` is what is avoided but is no cash, nothing is backfilled
 * while services have no capacity, and `transfers` come only from funding rules.
 */
const madeOf = {
  pays: { pays: 1 },
  avoided: { avoided: 1 },
  cash: { cash: 1 },
  idle: { avoided: 1, cash: -1 },
  backfilled: {},
  cheaper: { cheaper: 1 },
  transfers: {},
  net: { avoided: 1, cheaper: 1, pays: -1 },
  netCash: { cash: 1, cheaper: 1, pays: -1 },
} as const satisfies Record<string, Partial<Record<EntryKind, 1 | -1>>>;

/** The name of a figure. */
export type Figure = keyof typeof madeOf;

/** Which entries are summed: those of some agencies, of one year or all, plain or in present value. */
export interface Sum {
  readonly agencies: readonly string[];
  /** A model year, 1 and on; all years where left out. */
  readonly year?: number;
  /** Plain pounds of each year, or their present value. Default: present. */
  readonly money?: "plain" | "present";
  /** Only entries that pass. Default: all. */
  readonly only?: (entry: Entry) => boolean;
}

/** A figure of a strategy, one number a draw. */
export const figureOf = (
  book: Book,
  strategy: number,
  figure: Figure,
  { agencies, year, money = "present", only = () => true }: Sum,
): Float64Array => {
  const out = new Float64Array(book.draws);
  const weights: Partial<Record<EntryKind, number>> = madeOf[figure];
  const { cube, factors } = money === "plain" ? { cube: book.money, factors: undefined } : book.present;
  const years = cube.axes[2].labels.keys();
  const summed = year === undefined ? [...years] : [year - 1];
  for (const [index, entry] of book.entries.entries()) {
    const weight = weights[entry.kind];
    if (weight === undefined || !agencies.includes(entry.agency) || !only(entry)) continue;
    for (const at of summed) addScaled(out, weight * (factors?.[index][at] ?? 1), drawsAt(cube, strategy, index, at));
  }
  return out;
};

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
