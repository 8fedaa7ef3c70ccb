import { sum } from "../../../base/mathematics/statistics.js";
import { recordOf } from "../../../base/records.js";
import type { Simulation } from "../../../engine/simulate.js";
import { type CashRow, cash } from "../../../results/money/cash.js";
import { backfilledContacts } from "../../../results/people/contacts-changed.js";
import { moreOf } from "../../finding/outcomes.js";
import { agencyRows } from "../../finding/words.js";
import { countText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type Table, type TableColumns, tableOf } from "../../table.js";
import { cashFinding, type ServiceCash, servicesIn } from "./cash-finding.js";

export const cashOutput = output<CashRow>({
  title: "Cash",
  answers:
    "When a saving becomes cash, what has to stop by then and at what cost, and who fills what is freed instead.",
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["who", "text", 0.5],
    service: ["service", "text", 0.5],
    year: ["year", "year", 3],
    label: ["from", "text"],
    avoided: ["avoided", "roundedPounds"],
    cash: ["cash", "roundedPounds"],
    idle: ["idle", "roundedPounds"],
    backfilled: ["backfilled", "roundedPounds"],
    stepsShut: ["steps shut", "count", 2],
    exitCost: ["exit cost", "roundedPounds", 2],
    rationed: ["rationed", "count", 2],
    stops: ["what stops", "text", 1],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  beforeBias: true,
  rows: cash,
  empty: "no cost of a service changes",
  finding: cashFinding,
  summary: (rows, _, simulation) => (rows.length > 0 ? overAllYears(rows, simulation) : undefined),
});

const words = ["starts", "stops", "shutBy", "instead"] as const;
const pounds = ["exitCost", "avoided", "cash", "idle", "backfilled"] as const;

/** A service in the printed table, or the heading of a strategy, which has only a name. */
type Line = { readonly name: string } & Readonly<Record<(typeof words)[number], string | null>> &
  Readonly<Record<(typeof pounds)[number], number | null>>;

const columns: TableColumns<Line> = {
  name: ["service", "text"],
  starts: ["cash from", "text"],
  avoided: ["avoided", "roundedPounds", 1.3],
  cash: ["cash", "roundedPounds"],
  idle: ["idle", "roundedPounds", 1.5],
  backfilled: ["backfilled", "roundedPounds", 1.4],
  stops: ["what stops", "text", 0.9],
  shutBy: ["first shut in", "text", 0.8],
  exitCost: ["exit cost", "roundedPounds", 0.7],
  instead: ["who comes instead", "text", 0.6],
};

const heading: Omit<Line, "name"> = recordOf([...words, ...pounds], () => null);

/**
 * A row for each service that changes, below a heading for its strategy, then the sum of each body of several agencies:
 * undiscounted pounds over all years.
 */
const overAllYears = (rows: readonly CashRow[], simulation: Simulation): Table => {
  const { scenario, settings } = simulation;
  const { services, strategies } = scenario;
  const served = backfilledContacts(simulation);
  const lineOf = (row: ServiceCash): Line => {
    const { strategy, name: agency, service } = row;
    const others = served.find((each) => each.strategy === strategy && each.service === service)?.contactsPerYear ?? 0;
    const { name, unit, costs } = services[service];
    return {
      ...row,
      name: costs.length > 1 ? `${name} (${agency})` : name,
      starts: row.starts ?? "never",
      shutBy: row.shutBy ?? "",
      instead: [
        ...(others < 0.5 ? [] : [`${moreOf(others, unit)} a year`]),
        ...(row.rationed < 0.5 ? [] : [`${countText(row.rationed)} are turned away for want of money`]),
      ].join("; "),
    };
  };
  const all = servicesIn(rows);
  const lines = settings.strategies.flatMap((strategy): readonly (Line & { readonly isSum?: true })[] => {
    const own = all.filter((row) => row.strategy === strategy);
    const isHeaded = own.length > 0 && settings.strategies.length > 1;
    const bodies = [...new Set(own.filter(({ level }) => level === "body").map(({ name }) => name))];
    return [
      ...(isHeaded ? [{ ...heading, name: strategies[strategy].name }] : []),
      ...agencyRows(own).map(lineOf),
      ...bodies.map((name) => sumLine(own.filter((row) => row.level === "body" && row.name === name))),
    ];
  });
  const sums = [...lines.keys()].filter((at) => lines[at].isSum);
  return { ...tableOf(columns, lines), sums };
};

/** All services of a body as one line: what starts first, and the sum of their pounds. */
const sumLine = (rows: readonly ServiceCash[]): Line & { readonly isSum: true } => ({
  ...heading,
  name: rows[0].name,
  starts: rows.flatMap(({ starts }) => starts ?? []).sort()[0] ?? "never",
  ...recordOf(pounds, (key) => sum(rows.map((row) => row[key]))),
  isSum: true,
});
