import { sum } from "../../../base/mathematics/statistics.js";
import { type CashByYearRow, cashByYear } from "../../../results/money/cash-by-year.js";
import { inflationText } from "../../../scenario/money/inflation.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { subjectOf } from "../../finding/standing.js";
import { eachStrategy, signedPounds } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type Table, yearColumns } from "../../table.js";

/**
 * The lines of a party in the printed table. A rare line is left out if it is 0 in every year, and of a party that has
 * nothing in any year all but net. Percentiles have no total, since they do not add up; they are left out if they are
 * equal in every year. So is net after bias without one.
 */
const lines = [
  { heading: "pays", key: "pays" },
  { heading: "cash", key: "cash" },
  { heading: "cheaper", key: "cheaper", isRare: true },
  { heading: "transfers", key: "transfers", isRare: true },
  { heading: "net", key: "net" },
  { heading: "net after bias", key: "netAfterBias", isBias: true },
  { heading: "net, 5th", key: "netP5", isPercentile: true },
  { heading: "net, 95th", key: "netP95", isPercentile: true },
] as const satisfies readonly {
  readonly heading: string;
  readonly key: keyof CashByYearRow;
  readonly isRare?: true;
  readonly isBias?: true;
  readonly isPercentile?: true;
}[];

/** Financial years across; below the name of each party, what it pays, saves in cash and gains. */
const yearsAcross = (rows: readonly CashByYearRow[], { strategies }: Scenario): Table => {
  const labels = [...new Set(rows.map(({ label }) => label))];
  const starts = rows.filter(({ year }) => year === 1);
  const hasTotal = labels.length > 1;
  const several = new Set(rows.map(({ strategy }) => strategy)).size > 1;
  return {
    columns: yearColumns(labels, "roundedPounds", hasTotal),
    rows: starts.flatMap(({ strategy, level, agency, name }) => {
      const years = rows.filter(
        (row) => row.strategy === strategy && row.level === level && row.agency === agency && row.name === name,
      );
      const hasNone = years.every((row) => lines.every(({ key }) => Math.abs(row[key]) < 0.005));
      return [
        [
          `${several ? `${strategies[strategy].name}: ` : ""}${name}`,
          ...labels.map(() => null),
          ...(hasTotal ? [null] : []),
        ],
        ...lines.flatMap(({ heading, key, ...line }) => {
          const values = years.map((row) => row[key]);
          if (hasNone && key !== "net") return [];
          if ("isPercentile" in line)
            return years.every(({ netP5, netP95 }) => netP5 === netP95)
              ? []
              : [[heading, ...values, ...(hasTotal ? [null] : [])]];
          const isLeftOut =
            ("isRare" in line && values.every((pounds) => Math.abs(pounds) < 0.005)) ||
            ("isBias" in line && years.every(({ net, netAfterBias }) => net === netAfterBias));
          return isLeftOut ? [] : [[heading, ...values, ...(hasTotal ? [sum(values)] : [])]];
        }),
      ];
    }),
  };
};

export const cashByYearOutput = output<CashByYearRow>({
  title: "Cash by year",
  answers: "What each agency pays, saves in cash and gains in each financial year; undiscounted.",
  takes: ["pounds"],
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["who", "text"],
    year: ["year", "year", 6],
    label: ["financial year", "text"],
    pays: ["pays", "roundedPounds"],
    cash: ["cash", "roundedPounds"],
    cheaper: ["cheaper", "roundedPounds", 3],
    transfers: ["transfers", "roundedPounds", 3],
    net: ["net", "roundedPounds"],
    netAfterBias: ["net after bias", "roundedPounds", 4],
    netP5: ["5th", "roundedPounds", 1],
    netP95: ["95th", "roundedPounds", 1],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  // The year up to which all agencies together are most out of pocket, and the year from which they stay ahead.
  finding: (rows, simulation) =>
    eachStrategy(rows, simulation, (own) => {
      const last = own[own.length - 1];
      const whole = own.filter(
        ({ level, agency, name }) => level === last.level && agency === last.agency && name === last.name,
      );
      let total = 0;
      const totals = whole.map(({ label, netAfterBias }) => {
        total += netAfterBias;
        return { label, total };
      });
      const before = sum(whole.map(({ net }) => net));
      const beside = Math.abs(before - total) < 0.5 ? "" : ` (${signedPounds(before)} before optimism bias)`;
      const who = subjectOf(last);
      const worst = totals.reduce((least, year) => (year.total < least.total ? year : least));
      const end = `${total < 0 ? "down" : "up"} ${roundedPounds(Math.abs(total))} at the end of ${last.label}${beside}`;
      if (worst.total > -0.5) return `${who} would never be out of pocket: ${end}`;
      const by = roundedPounds(-worst.total);
      const start = `${who} would be most out of pocket at the end of ${worst.label}, by ${by}`;
      const behind = totals.findLastIndex((year) => year.total < 0);
      const ahead = totals[behind + 1];
      const after =
        ahead === undefined ? "it would not get ahead" : `it would be ahead from ${ahead.label}, and ${end}`;
      return `${start}; ${after}`;
    }),
  rows: cashByYear,
  summary: (rows, _, { scenario }) => (rows.length > 0 ? yearsAcross(rows, scenario) : undefined),
  before: ({ pounds }, { scenario: { money } }) => [
    pounds === "cash"
      ? `Cash of the day: the pounds of the year in which they are paid. Prices rise by the published index, then by ` +
        `${inflationText(money.inflation)}, ${money.inflation.isStated ? "as the file states" : "which is assumed"} ` +
        "(`money.inflation`)."
      : "Real pounds, in the prices of the results.",
    ...(money.optimismBias === null
      ? []
      : ["Optimism bias is in net after bias alone; pays, cash, net and its range are before it."]),
  ],
});
