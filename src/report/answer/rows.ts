import { sum } from "../../base/mathematics/statistics.js";
import { recordOf } from "../../base/records.js";
import type { WhoSavesRow } from "../../results/money/who-saves.js";
import { isLevel } from "../../results/sums/parties.js";
import { type NamedStrategy, widestOf } from "../finding/several-strategies.js";
import { dataOnly, type Table, type TableColumn, type TableColumns, tableOf } from "../table.js";

/** A row of the answer: a party or a strategy, in pounds of present value. Null: no figure, or 0 in a rare column. */
export interface AnswerRow {
  readonly name: string;
  /** A row of a level sums agencies. */
  readonly level: WhoSavesRow["level"];
  readonly pays: number;
  readonly cash: number;
  readonly cheaper: number | null;
  readonly transfers: number | null;
  readonly net: number;
  readonly netP5: number | null;
  readonly netP95: number | null;
  readonly chance: number | null;
  readonly netBeforeBias: number | null;
  readonly freed: number | null;
  readonly backfilled: number | null;
}

/** A narrow page leaves out `backfilled` first, then freed, cheaper, transfers, cash, pays; the net, its range last. */
const columns: TableColumns<AnswerRow> = {
  name: ["", "text"],
  level: ["level", "text", dataOnly],
  pays: ["pays", "roundedPounds", 1.4],
  cash: ["cash", "roundedPounds", 1.5],
  cheaper: ["cheaper", "roundedPounds", 1.7],
  transfers: ["transfers", "roundedPounds", 1.6],
  net: ["net", "roundedPounds"],
  netP5: ["5th", "roundedPounds", 1.1],
  netP95: ["95th", "roundedPounds", 1.1],
  chance: ["chance", "share", 1.2],
  netBeforeBias: ["net before bias", "roundedPounds", 1.3],
  freed: ["freed", "roundedPounds", 1.8],
  backfilled: ["serves others", "roundedPounds", 1.9],
};

/** Every agency and body, then the levels. Agencies above the twelfth are one row, which says how many they are. */
export const partyTable = (rows: readonly WhoSavesRow[]): Table => {
  const agencies = rows.filter(({ level }) => !isLevel(level));
  const levels = agencies.length === 1 ? [] : rows.filter(({ level }) => isLevel(level));
  const shown = agencies.length > mostAgencies ? agencies.slice(0, mostAgencies - 1) : agencies;
  const folded = agencies.slice(shown.length);
  return tableOf(columns, [
    ...shown.map(rowOf),
    ...(folded.length === 0 ? [] : [foldedRow(folded)]),
    ...levels.map(rowOf),
  ]);
};

const mostAgencies = 12;

/** Every strategy at the widest level, business as usual first. */
export const strategyTable = (strategies: readonly NamedStrategy[]): Table => {
  const { level } = widestOf(strategies[0]);
  return tableOf(columns, [
    { ...noMoney, name: "Without", level },
    ...strategies.map((strategy) => {
      const { name, isReading } = strategy;
      return { ...rowOf(widestOf(strategy)), name: isReading ? `${name} (a reading)` : name };
    }),
  ]);
};

/** The net of every party under every strategy; the longer of the two lists goes down the page. */
export const partiesByStrategy = (strategies: readonly NamedStrategy[]): Table => {
  const parties = strategies[0].rows.map(({ name }) => name);
  const down = parties.length >= strategies.length;
  const heads = down ? strategies.map(({ name }) => name) : parties;
  const lines = down ? parties : strategies.map(({ name }) => name);
  const netAt = (line: number, column: number): number =>
    down ? strategies[column].rows[line].net : strategies[line].rows[column].net;
  return {
    columns: [
      { key: "name", heading: "", print: "text", spare: 0 },
      ...heads.map(
        (heading, at): TableColumn => ({ key: `net ${at}`, heading, print: "roundedPounds", spare: 1 + at / 100 }),
      ),
    ],
    rows: lines.map((name, line) => [name, ...heads.map((_, column) => netAt(line, column))]),
  };
};

const noMoney: Omit<AnswerRow, "name" | "level"> = {
  ...{ pays: 0, cash: 0, net: 0 },
  ...{ cheaper: null, transfers: null, netP5: null, netP95: null, chance: null },
  ...{ netBeforeBias: null, freed: null, backfilled: null },
};

const rowOf = (row: WhoSavesRow): AnswerRow => ({
  ...noMoney,
  ...amountsOf(row),
  name: row.name,
  level: row.level,
  netP5: row.netP5,
  netP95: row.netP95,
  chance: row.chance,
});

/** The amounts of a row that add up over agencies. */
const amountsOf = ({ pays, cash, net, ...row }: WhoSavesRow) => ({
  pays,
  cash,
  net,
  cheaper: rare(row.cheaper),
  transfers: rare(row.transfers),
  freed: rare(row.freed),
  backfilled: rare(row.backfilled),
  netBeforeBias: Math.abs(row.optimismBias) < 0.5 ? null : net + row.optimismBias,
});

const rare = (pounds: number): number | null => (Math.abs(pounds) < 0.5 ? null : pounds);

/** Several agencies as one row. Sums add; percentiles and chances do not, so they are null. */
const foldedRow = (rows: readonly WhoSavesRow[]): AnswerRow => {
  const each = rows.filter(({ level }) => level === "agency").map(amountsOf);
  const total = (key: keyof (typeof each)[number]): number => sum(each.map((row) => row[key] ?? 0));
  return {
    ...noMoney,
    level: "agency",
    name: `${each.length} other agencies`,
    ...recordOf(["pays", "cash", "net"], total),
    ...recordOf(["cheaper", "transfers", "freed", "backfilled"], (key) => rare(total(key))),
  };
};
