import { mean } from "../../base/statistics.js";
import type { AccountEntry } from "../../engine/entries.js";
import { randomInputsIn } from "../../engine/inputs.js";
import type { Simulation } from "../../engine/simulate.js";
import { agenciesAt, isLevel } from "../../results/parties.js";
import { figureOf, risesIn } from "../../results/sums.js";
import { type WhoSavesRow, whoSaves } from "../../results/who-saves.js";
import { type Table, type TableColumns, tableOf } from "../table.js";
import { clip, oneLine } from "../words.js";

/** A row of the answer: a party or a strategy, in pounds. In a heading all numbers are null. */
export interface AnswerRow {
  readonly name: string;
  readonly pays: number | null;
  readonly avoided: number | null;
  readonly cash: number | null;
  readonly net: number | null;
  readonly netP5: number | null;
  readonly netP95: number | null;
  readonly chance: number | null;
}

const certainColumns = {
  name: ["", "text"],
  pays: ["pays", "roundedPounds"],
  avoided: ["avoided", "roundedPounds"],
  cash: ["cash", "roundedPounds"],
  net: ["net", "roundedPounds"],
} as const satisfies Partial<TableColumns<AnswerRow>>;

const columns: TableColumns<AnswerRow> = {
  ...certainColumns,
  netP5: ["5th", "roundedPounds"],
  netP95: ["95th", "roundedPounds"],
  chance: ["chance", "share"],
};

/** True if some number of the run is random. */
export const isUncertain = ({ scenario, settings }: Simulation): boolean =>
  settings.draws > 1 && randomInputsIn(scenario).length > 0;

/** The rows as a table; without ranges and chances if no number is random. */
export const answerTable = (rows: readonly AnswerRow[], uncertain: boolean): Table =>
  uncertain ? tableOf(columns, rows) : tableOf<Pick<AnswerRow, keyof typeof certainColumns>>(certainColumns, rows);

/** The rows of `whoSaves`, by strategy. */
export type Strategies = ReadonlyMap<string, readonly WhoSavesRow[]>;

/**
 * The rows of a simulation by strategy, with the same parties in each, so that strategies compare.
 * A level is left out if, in every strategy, its figures equal those of the level before.
 */
export const byStrategy = (simulation: Simulation): Strategies => {
  const rows = whoSaves(simulation);
  const names = simulation.settings.strategies;
  const each = names.map((name) => rows.filter(({ strategy }) => strategy === name));
  const isShown = (_: WhoSavesRow, at: number): boolean => each.some((own) => saysMore(own[at], at, own));
  return new Map(names.map((name, at) => [name, each[at].filter(isShown)]));
};

const saysMore = (row: WhoSavesRow, at: number, rows: readonly WhoSavesRow[]): boolean => {
  const before = rows[at - 1];
  const keys = ["pays", "avoided", "cash", "freed", "net", "netP5", "netP95"] as const;
  return !isLevel(row.level) || !isLevel(before.level) || keys.some((key) => Math.abs(row[key] - before[key]) > 0.005);
};

/** The widest level of a strategy: its last row. */
export const widestOf = (rows: readonly WhoSavesRow[]): WhoSavesRow => rows[rows.length - 1];

/** The rise of costs elsewhere, in pounds. It is already subtracted from a row's `avoided` and `cash`. */
export const risenOf = ({ scenario, settings, drawn }: Simulation, { strategy, level }: WhoSavesRow): number => {
  const rises = risesIn(scenario);
  const agencies = isLevel(level) ? agenciesAt(scenario, level) : [];
  const only = ({ address }: AccountEntry): boolean => rises.has(address);
  return 0 - mean(figureOf(drawn, settings.strategies.indexOf(strategy), "avoided", { agencies, only }));
};

/** The strategy with the highest net at the widest level. Upper bounds count only if every strategy is one. */
export const bestOf = (strategies: Strategies): string =>
  [...strategies].reduce((best, next) => (better(widestOf(next[1]), widestOf(best[1])) ? next : best))[0];

const better = (row: WhoSavesRow, other: WhoSavesRow): boolean =>
  row.upperBound === other.upperBound ? row.net > other.net : other.upperBound;

/** The most rows, the width of their names, and whether names are in full: `The public purse`, or else `Public`. */
export interface RowOptions {
  readonly most: number;
  readonly nameWidth: number;
  readonly fullNames: boolean;
}

/** Agencies, then levels. With several strategies, each has a heading. */
export const partyRows = (strategies: Strategies, options: RowOptions): readonly AnswerRow[] =>
  [...strategies].flatMap(([name, rows]) => [
    ...(strategies.size > 1 ? [heading(clip(name, options.nameWidth))] : []),
    ...rowsOfStrategy(rows, options),
  ]);

/** One row per strategy, at the widest level: the best strategy and the highest nets, at most `most` rows. */
export const strategyRows = (strategies: Strategies, { most, nameWidth }: RowOptions): readonly AnswerRow[] => {
  const all = [...strategies].map(([name, rows]) => ({ ...widestOf(rows), name: clip(name, nameWidth) }));
  const first = bestOf(strategies);
  const rank = ({ strategy, net }: WhoSavesRow): number => (strategy === first ? Number.POSITIVE_INFINITY : net);
  const best = [...all].sort((a, b) => (rank(b) > rank(a) ? 1 : -1)).slice(0, most);
  return all.filter((row) => best.includes(row));
};

const noNumbers = { pays: null, avoided: null, cash: null, net: null, netP5: null, netP95: null, chance: null };

const heading = (name: string): AnswerRow => ({ name: `${name}:`, ...noNumbers });

const rowsOfStrategy = (
  rows: readonly WhoSavesRow[],
  { most, nameWidth, fullNames }: RowOptions,
): readonly AnswerRow[] => {
  const agencies = rows.filter(
    ({ level, chance, pays, freed }) => level === "agency" && (chance !== null || pays !== 0 || freed !== 0),
  );
  const levels = rows.filter(({ level }) => level !== "agency");
  const room = most - levels.length;
  const weight = ({ net, pays }: WhoSavesRow): number => Math.max(Math.abs(net), pays);
  const biggest = [...agencies].sort((a, b) => weight(b) - weight(a)).slice(0, Math.max(0, room - 1));
  const shown = agencies.length <= room ? agencies : agencies.filter((row) => biggest.includes(row));
  const others = agencies.filter((row) => !shown.includes(row));
  return [
    ...shown.map((row) => ({ ...row, name: nameOf(row, nameWidth, fullNames) })),
    ...(others.length > 0 ? [summed(others)] : []),
    ...levels.map((row) => ({ ...row, name: nameOf(row, nameWidth, fullNames) })),
  ];
};

const nameOf = ({ level, agency, name }: WhoSavesRow, width: number, fullNames: boolean): string => {
  if (level === "agency") return clip(fullNames ? oneLine(name) : agency, width);
  return level === "public" && !fullNames ? "Public" : name;
};

/** Several agencies as one row. Means add; percentiles and chances do not, so they are null. */
const summed = (rows: readonly WhoSavesRow[]): AnswerRow => {
  const total = (key: "pays" | "avoided" | "cash" | "net"): number => rows.reduce((sum, row) => sum + row[key], 0);
  const name = rows.length === 1 ? "1 other" : `${rows.length} others`;
  return { ...noNumbers, name, pays: total("pays"), avoided: total("avoided"), cash: total("cash"), net: total("net") };
};
