import { addScaled } from "../../base/columns/kernels.js";
import { mean } from "../../base/mathematics/statistics.js";
import { grouped } from "../../base/records.js";
import { spendingOf } from "../../engine/book/read-book.js";
import { halfPenny } from "../../engine/rounding.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Agency } from "../../scenario/agencies/agency.js";
import type { Names } from "../../scenario/define/names.js";
import { yearLabel } from "../../scenario/time/time.js";
import type { YearRow } from "../sums/model-years.js";
import { checkCall } from "../sums/option-checks.js";
import { rangeOf } from "../sums/percentiles.js";

/** Which year is counted. */
export interface PlaceCountOptions {
  /** A model year, from 1. Default: 1. */
  readonly year?: number;
}

/** What is spent in a year of business as usual: by one agency on one theme, or a sum of such. Undiscounted pounds. */
export interface PlaceCountRow<N extends Names = Names> extends YearRow {
  /** `agency`: one agency on one theme. The others sum such rows: by theme, by who controls it, and all. */
  readonly level: "agency" | "theme" | "control" | "all";
  /** The agency that spends it; `all` in a sum. */
  readonly agency: N["agency"] | "all";
  /** Its name for readers. */
  readonly name: string;
  /** What it is spent on: the `theme` of the services, else their name. `idle` is for no contact. `all` in a sum. */
  readonly theme: string;
  /** Who controls it, by the kind of the agency: local, national or private. `all` in a sum of several. */
  readonly control: Agency["kind"] | "all";
  /** The mean over the draws. */
  readonly pounds: number;
  /** The 5th percentile of pounds. Null if nothing uncertain moves it. */
  readonly poundsP5: number | null;
  /** The 95th percentile of pounds. Null if nothing uncertain moves it. */
  readonly poundsP95: number | null;
  /** The share (0 to 1) of all that is spent. */
  readonly share: number;
}

/** What one agency spends on one theme: pounds per draw. */
interface Line extends Pick<PlaceCountRow, "agency" | "name" | "theme" | "control"> {
  readonly spent: Float64Array;
}

/**
 * The place count: what is spent on a place in a year, by whom, on what, and who controls it (HM Treasury, Total
 * Place, 2010). It is a reading of business as usual, so it needs no intervention, and no share of cash.
 * @param simulation from `simulate`
 * @param options which year
 * @returns rows of one agency and theme; then the sums by theme, by control, and of all; no rows if nothing is spent
 * @throws ScenarioError if the run has no such year
 * @example placeCount(simulate(gritting, { draws: 256 })).at(-1)?.share // => 1
 */
export function placeCount<N extends Names>(
  simulation: Simulation<N>,
  options?: PlaceCountOptions,
): readonly PlaceCountRow<N>[];
export function placeCount(simulation: Simulation, options: PlaceCountOptions = {}): readonly PlaceCountRow[] {
  checkCall(simulation, options, ["year"]);
  const { year = 1 } = options;
  const lines = linesOf(simulation, year);
  if (lines.length === 0) return [];
  const label = yearLabel(simulation.scenario.time, year);
  const whole = mean(sumOf(lines));
  const row = (level: PlaceCountRow["level"], own: readonly Line[], of: Partial<Line>): PlaceCountRow => {
    const { agency = "all", name = "All", theme = "all", control = "all" } = of;
    const spent = sumOf(own);
    const { p5, p95 } = rangeOf(spent);
    const pounds = { pounds: mean(spent), poundsP5: p5, poundsP95: p95, share: mean(spent) / whole };
    return { level, agency, name, theme, control, year, label, ...pounds };
  };
  const each = <Key extends "theme" | "control">(key: Key): readonly PlaceCountRow[] =>
    [...grouped(lines, (line) => line[key])].map(([value, own]) => row(key, own, { [key]: value }));
  return [
    ...lines.map((line) => row("agency", [line], line)),
    ...each("theme"),
    ...each("control"),
    row("all", lines, {}),
  ];
}

const sumOf = (lines: readonly Line[]): Float64Array => {
  const sum = new Float64Array(lines[0].spent.length);
  for (const { spent } of lines) addScaled(sum, 1, spent);
  return sum;
};

/** What each agency spends on each theme, and on capacity that serves nobody; without what is £0. */
const linesOf = ({ scenario, drawn }: Simulation, year: number): readonly Line[] =>
  Object.entries(scenario.agencies).flatMap(([agency, { name, kind }]) => {
    const byTheme = new Map<string, Float64Array>();
    const idle = spendingOf(drawn, [agency], { year, money: "plain" });
    for (const [service, { theme, name: own }] of Object.entries(scenario.services)) {
      const spent = spendingOf(drawn, [agency], { year, service, money: "plain" });
      const sum = byTheme.get(theme ?? own) ?? new Float64Array(drawn.draws);
      addScaled(sum, 1, spent);
      addScaled(idle, -1, spent);
      byTheme.set(theme ?? own, sum);
    }
    return [...byTheme, ["idle", idle] as const]
      .filter(([, spent]) => Math.abs(mean(spent)) > halfPenny)
      .map(([theme, spent]) => ({ agency, name, theme, control: kind, spent }));
  });
