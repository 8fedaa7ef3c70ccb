import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import type { Simulation } from "../../../engine/simulate.js";
import type { CashRow } from "../../../results/money/cash.js";
import { firstCapital } from "../../../scenario/names.js";
import { agencyRows, withinYears } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";

/** How much of what each strategy avoids is cash, from when, and what becomes of the rest. */
export const cashFinding = (rows: readonly CashRow[], { scenario, settings }: Simulation): readonly string[] =>
  settings.strategies.flatMap((strategy) => {
    const own = servicesIn(agencyRows(rows).filter((row) => row.strategy === strategy));
    const falls = own.filter(({ avoided }) => avoided > 0);
    const rises = own.filter(({ avoided }) => avoided < 0);
    const of = (
      key: "avoided" | "cash" | "idle" | "backfilled" | "exitCost",
      services: readonly ServiceCash[] = falls,
    ): number => sum(services.map((service) => service[key]));
    const name = settings.strategies.length > 1 ? `${scenario.strategies[strategy].name}: ` : "";
    const from = falls.flatMap(({ starts }) => starts ?? []).sort()[0];
    const parts = [
      of("cash") < 0.5 ? "nothing is cash" : `${roundedPounds(of("cash"))} is cash, from ${from}`,
      ...(of("idle") < 0.5 ? [] : [`${roundedPounds(of("idle"))} is still paid for and idle`]),
      ...(of("backfilled") < 0.5 ? [] : [`${roundedPounds(of("backfilled"))} serves others`]),
    ];
    const avoided = `${roundedPounds(of("avoided"))} avoided ${withinYears(scenario.time.years)}, undiscounted`;
    const exit = of("exitCost", own);
    const more = -of("cash", rises);
    const clauses = [
      ...(of("avoided") < 0.5 ? [] : [`of ${avoided}, ${listed(parts)}`]),
      ...(exit < 0.5 ? [] : [`shutting steps costs ${roundedPounds(exit)}`]),
      ...(more < 0.5 ? [] : [`elsewhere ${roundedPounds(more)} more is spent`]),
    ];
    return clauses.length === 0 ? [] : [firstCapital(`${name}${clauses.join("; ")}.`)];
  });

/** What becomes of the cost of one service to one agency under a strategy: undiscounted pounds over all years. */
export interface ServiceCash
  extends Pick<
    CashRow,
    "strategy" | "level" | "name" | "service" | "avoided" | "cash" | "idle" | "backfilled" | "exitCost"
  > {
  /** The first year in which it is cash. Null if there is none. */
  readonly starts: string | null;
  /** The first year at whose end a step is shut in some draws. Null if there is none. */
  readonly shutBy: string | null;
  /** What has stopped in the last year, in words. */
  readonly stops: string;
  /** Contacts turned away over all years because a budget is too small. */
  readonly rationed: number;
}

/** All years of each service as one row. Services whose cost does not change are left out. */
export const servicesIn = (rows: readonly CashRow[]): readonly ServiceCash[] => {
  const [first] = rows;
  return rows
    .filter(({ year }) => year === first.year)
    .flatMap(({ strategy, level, name, service }) => {
      const isOwn = (row: CashRow): boolean => row.strategy === strategy && row.level === level && row.name === name;
      const years = rows.filter((row) => isOwn(row) && row.service === service);
      const of = (key: "avoided" | "cash" | "idle" | "backfilled" | "exitCost" | "rationed"): number =>
        sum(years.map((row) => row[key]));
      const changes = years.some((row) =>
        [row.avoided, row.cash, row.exitCost].some((pounds) => Math.abs(pounds) > 0.005),
      );
      if (!changes) return [];
      const starts = years.find((row) => row.cash > 0.5)?.label ?? null;
      return [
        {
          strategy,
          level,
          name,
          service,
          avoided: of("avoided"),
          cash: of("cash"),
          idle: of("idle"),
          backfilled: of("backfilled"),
          exitCost: of("exitCost"),
          rationed: of("rationed"),
          starts,
          shutBy: years.find(({ stepsShut }) => stepsShut > 0.005)?.label ?? null,
          stops:
            of("avoided") < 0 ? "nothing: more is spent" : starts === null ? "nothing" : years[years.length - 1].stops,
        },
      ];
    });
};
