import { keysOf, recordOf } from "../../base/records.js";
import { sum } from "../../base/statistics.js";
import { type RuleFamily, ruleFamilies } from "../../funding/rule.js";
import { type SettleRow, settle } from "../../results/settle.js";
import type { Scenario } from "../../scenario/scenario.js";
import { settleFinding } from "../finding/settle.js";
import { output } from "../output.js";
import { dataOnly, type Table, type TableColumns, tableOf } from "../table.js";

/** Why there may be no rows. */
export const noRegime = "the scenario names no regimes (who-saves list regimes shows the standard ones)";

export const settleOutput = output<SettleRow>({
  title: "Settled",
  answers:
    "Each party's position under each regime, before and after its rules; undiscounted, over all years or by year.",
  takes: ["by"],
  finding: settleFinding,
  columns: {
    regime: ["regime", "text", 0.4],
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    party: ["party", "text", dataOnly],
    name: ["who", "text"],
    year: ["year", "year"],
    label: ["from", "text", 13],
    budget: ["budget", "roundedPounds", 6],
    outturn: ["spends", "roundedPounds", 5],
    netBeforeRules: ["net before rules", "roundedPounds"],
    idle: ["idle", "roundedPounds", 4],
    permit: ["elsewhere", "roundedPounds", 3],
    finance: ["finance", "roundedPounds", 2],
    share: ["share", "roundedPounds", 2],
    pay: ["pay", "roundedPounds", 2],
    yearEnd: ["year end", "roundedPounds", 2],
    allocate: ["allocated", "roundedPounds", 3],
    transfers: ["all rules", "roundedPounds", 1.5],
    position: ["after", "roundedPounds"],
    positionP5: ["5th", "roundedPounds", 1],
    positionP95: ["95th", "roundedPounds", 1],
    reserve: ["carries over", "roundedPounds", 5],
    refused: ["not allowed", "roundedPounds", 8],
    presumed: ["budget presumed", "mark", 12],
    upperBound: ["upper bound", "mark", 14],
  },
  beforeBias: true,
  rows: (simulation, _options, regimes = Object.keys(simulation.scenario.regimes)) =>
    regimes.flatMap((regime) => {
      const rows = settle(simulation, regime);
      return rows.filter((row) => rows.some((other) => isOfOne(row, other) && isAffected(other)));
    }),
  empty: noRegime,
  summary: (rows, { by = "total" }, { scenario }) =>
    by === "total" && rows.length > 0 ? overAllYears(rows, scenario) : undefined,
});

const isOfOne = (a: SettleRow, b: SettleRow): boolean =>
  a.party === b.party && a.strategy === b.strategy && a.regime === b.regime;

/** True if the strategy changes something for the party in this year. A party with no such year has no rows. */
const isAffected = ({ netBeforeRules, idle, transfers, positionP5, positionP95 }: SettleRow): boolean =>
  [netBeforeRules, idle, transfers, positionP5, positionP95].some((pounds) => pounds !== 0);

/** Columns of pounds that are summed over the years. */
const summed = ["netBeforeRules", "idle", ...ruleFamilies, "transfers", "position", "refused"] as const;

/** Columns of pounds of a line. `reserve` is a balance, so a line has that of the last year, not a sum. */
const money = [...summed, "reserve"] as const;

/** A party's position over all years, in pounds; or a heading, whose pounds are null. */
type Line = { readonly name: string } & { readonly [Key in (typeof money)[number]]: number | null };

/**
 * One line per party, below a heading for its strategy and regime.
 * A column with a `spare` that is £0 on every line is left out.
 * On a narrow page, the rule family with pounds on the fewest lines goes first.
 */
const overAllYears = (rows: readonly SettleRow[], { strategies }: Scenario): Table => {
  const headOf = ({ regime, strategy }: SettleRow): string => `${strategies[strategy].name} under ${regime}`;
  const heads = [...new Set(rows.map(headOf))];
  const last = rows.filter(({ year }) => year === rows[rows.length - 1].year);
  const lines = heads.flatMap((head, at): readonly Line[] => [
    ...(at > 0 ? [headLine("")] : []),
    headLine(head),
    ...last.filter((row) => headOf(row) === head).map((row) => sumOf(row, rows)),
  ]);
  const linesWith = (key: (typeof money)[number]): number =>
    lines.filter((line) => Math.abs(line[key] ?? 0) >= halfPound).length;
  const rarestLast = ruleFamilies.toSorted((a, b) => linesWith(b) - linesWith(a));
  const spareOf = (family: RuleFamily): number => 3 + rarestLast.indexOf(family);
  const columns: TableColumns<Line> = {
    name: ["who", "text"],
    netBeforeRules: ["net before rules", "roundedPounds"],
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
  const table = tableOf(columns, lines);
  const always = (key: keyof Line): boolean => (columns[key][2] ?? 0) === 0;
  const shown = keysOf<keyof Line>(columns).map((key) => key === "name" || always(key) || linesWith(key) > 0);
  const isShown = (_: unknown, at: number): boolean => shown[at];
  return { columns: table.columns.filter(isShown), rows: table.rows.map((row) => row.filter(isShown)) };
};

const headLine = (name: string): Line => ({ name, ...recordOf(money, () => null) });

const sumOf = (last: SettleRow, rows: readonly SettleRow[]): Line => {
  const years = rows.filter((row) => isOfOne(row, last));
  const sums = recordOf(summed, (key) => sum(years.map((row) => row[key] ?? 0)));
  return { name: last.name, ...sums, reserve: last.reserve };
};

/** Pounds below this print as £0. */
const halfPound = 0.5;
