import { sum } from "../../../base/mathematics/statistics.js";
import { keysOf, recordOf } from "../../../base/records.js";
import { type RuleFamily, ruleFamilies } from "../../../funding/rule.js";
import type { SettleRow } from "../../../results/rules/settle.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { type Table, type TableColumn, type TableColumns, tableOf } from "../../table.js";

const poundsColumn = (heading: string): TableColumn => ({ key: heading, heading, print: "besideLargest", spare: 0 });

/**
 * What each party ends with over all years, before any rule and under each regime; below a heading for its strategy if
 * there are several. Parties are down and regimes across, or the other way if there are fewer parties.
 */
export const endsWith = (rows: readonly SettleRow[], { strategies }: Scenario): Table => {
  const regimes = unique(rows.map(({ regime }) => regime));
  const parties = unique(rows.map(({ name }) => name));
  const keys = unique(rows.map(({ strategy }) => strategy));
  const isAcross = regimes.length <= parties.length;
  const line = (own: readonly SettleRow[], regime: string, name: string): number | null => {
    const ofParty = own.filter((row) => row.name === name);
    if (ofParty.length === 0) return null;
    const under = ofParty.filter((row) => row.regime === regime);
    if (regime !== "") return sum(under.map(({ position }) => position));
    return sum(ofParty.filter((row) => row.regime === ofParty[0].regime).map((row) => row.netBeforeRules));
  };
  const blocks = keys.map((key) => {
    const own = rows.filter(({ strategy }) => strategy === key);
    const names = parties.filter((name) => own.some((row) => row.name === name));
    const lines = isAcross
      ? names.map((name) => [name, ...["", ...regimes].map((regime) => line(own, regime, name))])
      : ["", ...regimes].map((regime) => [regime || beforeRules, ...parties.map((name) => line(own, regime, name))]);
    const head = [strategies[key].name, ...lines[0].slice(1).map(() => null)];
    return keys.length === 1 ? lines : [head, ...lines];
  });
  const bodies = rows.filter(({ level }) => level === "body").map(({ name }) => name);
  const all = blocks.flat();
  return {
    columns: [
      { key: "name", heading: isAcross ? "who" : "under", print: "text", spare: 0 },
      ...(isAcross ? [beforeRules, ...regimes] : parties).map(poundsColumn),
    ],
    rows: all,
    sums: isAcross ? [...all.keys()].filter((at) => bodies.some((name) => name === all[at][0])) : [],
  };
};

const beforeRules = "before rules";

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Columns of pounds that are summed over the years. */
const summed = ["netBeforeRules", "idle", ...ruleFamilies, "transfers", "position", "refused"] as const;

/** Columns of pounds of a line. `reserve` is a balance, so a line has the reserve of the last year, not a sum. */
const money = [...summed, "reserve"] as const;

/** A party's position over all years, in pounds; or a heading, whose pounds are null. */
type Line = { readonly name: string; readonly isSum?: boolean } & {
  readonly [Key in (typeof money)[number]]: number | null;
};

/**
 * What each family of rules moves over all years: one line per party, below a heading for its strategy and regime.
 * A column with a `spare` that is £0 on every line is left out.
 * On a narrow page, the rule family with pounds on the fewest lines goes first.
 */
export const movedByRules = (rows: readonly SettleRow[], { strategies }: Scenario): Table => {
  const headOf = ({ regime, strategy }: SettleRow): string => `${strategies[strategy].name} under ${regime}`;
  const heads = unique(rows.map(headOf));
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
  const columns: TableColumns<Omit<Line, "isSum">> = {
    name: ["who", "text"],
    netBeforeRules: ["net before rules", "besideLargest"],
    idle: ["idle", "besideLargest", 2],
    permit: ["spent elsewhere", "besideLargest", spareOf("permit")],
    finance: ["finance rule", "besideLargest", spareOf("finance")],
    share: ["share rule", "besideLargest", spareOf("share")],
    pay: ["pay rule", "besideLargest", spareOf("pay")],
    yearEnd: ["year-end rule", "besideLargest", spareOf("yearEnd")],
    allocate: ["change of budget", "besideLargest", spareOf("allocate")],
    transfers: ["all rules", "besideLargest", 1],
    position: ["ends with", "besideLargest"],
    reserve: ["carries over", "besideLargest", 9],
    refused: ["may not spend", "besideLargest", 10],
  };
  const table = tableOf(columns, lines);
  const always = (key: keyof typeof columns): boolean => (columns[key][2] ?? 0) === 0;
  const shown = keysOf<keyof typeof columns>(columns).map((key) => key === "name" || always(key) || linesWith(key) > 0);
  const isShown = (_: unknown, at: number): boolean => shown[at];
  return {
    columns: table.columns.filter(isShown),
    rows: table.rows.map((row) => row.filter(isShown)),
    sums: [...lines.keys()].filter((at) => lines[at].isSum),
  };
};

const headLine = (name: string): Line => ({ name, ...recordOf(money, () => null) });

const sumOf = (last: SettleRow, rows: readonly SettleRow[]): Line => {
  const years = rows.filter((row) => isOfOne(row, last));
  const sums = recordOf(summed, (key) => sum(years.map((row) => row[key] ?? 0)));
  return { name: last.name, isSum: last.level === "body", ...sums, reserve: last.reserve };
};

/** True for two years of one party under one strategy and regime. */
export const isOfOne = (a: SettleRow, b: SettleRow): boolean =>
  a.name === b.name && a.level === b.level && a.strategy === b.strategy && a.regime === b.regime;

/** Pounds below this print as £0. */
const halfPound = 0.5;
