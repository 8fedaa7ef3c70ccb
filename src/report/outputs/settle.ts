import { type RuleFamily, ruleFamilies } from "../../funding/rule.js";
import { type SettleRow, settle } from "../../results/settle.js";
import { rowsPage } from "../output.js";
import { type Table, type TableColumns, tableOf } from "../table.js";

/** Why there may be nothing to show. */
export const noRegime = "the scenario names no regimes; who-saves list regimes says which every place knows";

/** Each party in each year; text sums the years, unless each is asked for. */
export const settlePage = rowsPage<SettleRow>(
  {
    regime: ["regime", "text", 0.4],
    strategy: ["strategy", "text", 0.5],
    party: ["party", "text", 13],
    name: ["who", "text"],
    year: ["year", "year"],
    label: ["from", "text", 13],
    budget: ["budget", "roundedPounds", 6],
    outturn: ["spends", "roundedPounds", 5],
    netCash: ["net cash", "roundedPounds"],
    idle: ["idle", "roundedPounds", 4],
    permit: ["elsewhere", "roundedPounds", 3],
    finance: ["finance", "roundedPounds", 2],
    share: ["share", "roundedPounds", 2],
    pay: ["pay", "roundedPounds", 2],
    yearEnd: ["year end", "roundedPounds", 2],
    allocate: ["allocated", "roundedPounds", 3],
    transfers: ["all rules", "roundedPounds", 1],
    position: ["after", "roundedPounds"],
    positionP5: ["5th", "roundedPounds", 7],
    positionP95: ["95th", "roundedPounds", 7],
    reserve: ["carries over", "roundedPounds", 5],
    refused: ["not allowed", "roundedPounds", 8],
    presumed: ["budget presumed", "mark", 12],
    upperBound: ["upper bound", "mark", 14],
  },
  (simulation, { regimes = Object.keys(simulation.scenario.regimes) }) =>
    regimes.flatMap((regime) => {
      const rows = settle(simulation, regime);
      return rows.filter((row) => rows.some((other) => isOfOne(row, other) && isTold(other)));
    }),
  noRegime,
  { summaryOf: (rows, { by = "total" }) => (by === "total" && rows.length > 0 ? overAllYears(rows) : undefined) },
);

const isOfOne = (a: SettleRow, b: SettleRow): boolean =>
  a.party === b.party && a.strategy === b.strategy && a.regime === b.regime;

/** A party for whom a strategy changes nothing in any year is not worth a line. */
const isTold = ({ netCash, idle, transfers, positionP5, positionP95 }: SettleRow): boolean =>
  [netCash, idle, transfers, positionP5, positionP95].some((pounds) => pounds !== 0);

const summed = ["netCash", "idle", ...ruleFamilies, "transfers", "position", "refused"] as const;

/** Where a party stands over all years: sums of pounds of each year, and what it carries over at the end; or a heading above some parties. */
type Line = { readonly name: string } & { readonly [Key in (typeof summed)[number] | "reserve"]: number | null };

/** A line a party, under its regime and strategy. What nobody has is left out; where the page is too narrow, the families that move least often. */
const overAllYears = (rows: readonly SettleRow[]): Table => {
  const heads = [...new Set(rows.map(headOf))];
  const last = rows.filter(({ year }) => year === rows[rows.length - 1].year);
  const lines = heads.flatMap((head, at): readonly Line[] => [
    ...(at > 0 ? [{ ...nothing, name: "" }] : []),
    { ...nothing, name: head },
    ...last.filter((row) => headOf(row) === head).map((row) => sumOf(row, rows)),
  ]);
  const linesWith = (key: keyof Omit<Line, "name">): number =>
    lines.filter((line) => Math.abs(line[key] ?? 0) >= halfPound).length;
  const seldom = ruleFamilies.toSorted((a, b) => linesWith(b) - linesWith(a));
  const spareOf = (family: RuleFamily): number => 3 + seldom.indexOf(family);
  const columns: TableColumns<Line> = {
    name: ["who", "text"],
    netCash: ["net cash", "roundedPounds"],
    idle: ["idle", "roundedPounds", 2],
    permit: ["elsewhere", "roundedPounds", spareOf("permit")],
    finance: ["finance", "roundedPounds", spareOf("finance")],
    share: ["share", "roundedPounds", spareOf("share")],
    pay: ["pay", "roundedPounds", spareOf("pay")],
    yearEnd: ["year end", "roundedPounds", spareOf("yearEnd")],
    allocate: ["allocated", "roundedPounds", spareOf("allocate")],
    transfers: ["all rules", "roundedPounds", 1],
    position: ["after", "roundedPounds"],
    reserve: ["carries over", "roundedPounds", 9],
    refused: ["not allowed", "roundedPounds", 10],
  };
  const kept = Object.entries(columns).filter(
    ([key, [, , spare = 0]]) => spare === 0 || linesWith(key as keyof Omit<Line, "name">) > 0,
  );
  return tableOf(Object.fromEntries(kept) as TableColumns<Line>, lines);
};

const headOf = ({ regime, strategy }: SettleRow): string => `${strategy} under ${regime}`;

const sumOf = (last: SettleRow, rows: readonly SettleRow[]): Line => {
  const years = rows.filter((row) => isOfOne(row, last));
  const sums = summed.map((key) => [key, years.reduce((sum, row) => sum + (row[key] ?? 0), 0)] as const);
  return { ...nothing, name: last.name, ...Object.fromEntries(sums), reserve: last.reserve };
};

const nothing = Object.fromEntries([...summed, "reserve"].map((key) => [key, null])) as Omit<Line, "name">;

/** Less than this is told as £0. */
const halfPound = 0.5;
