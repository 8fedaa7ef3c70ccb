import { mistake } from "../../base/problems/problem.js";
import { cyclesPerYear } from "../../base/time.js";
import { cyclesIn } from "../../engine/book/cycle-book.js";
import { hasCycles } from "../../engine/book/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { yearLabel } from "../../scenario/time/time.js";
import { yearsOf } from "./model-years.js";

/** Options of results that may be by year or by cycle. */
export interface PeriodOptions {
  /**
   * Rows by model year, or by cycle of a run that recorded its cycles: `simulate(scenario, { cycles: true })`.
   * Default: year.
   */
  readonly period?: "year" | "cycle";
}

/** A model year, or a cycle of the run. */
export interface Period {
  /** The model year, from 1. */
  readonly year: number;
  /** The cycle of the run, from 1; null for a whole year. */
  readonly cycle: number | null;
  readonly label: string;
}

/** The years or the cycles of a run, as an option asks. Throws if the run did not record its cycles. */
export const periodsOf = ({ scenario, drawn }: Simulation, { period = "year" }: PeriodOptions): readonly Period[] => {
  const { time } = scenario;
  if (period === "year") return yearsOf(scenario).map((year) => ({ year, cycle: null, label: yearLabel(time, year) }));
  if (!hasCycles(drawn))
    throw mistake(
      "options.period",
      "This run recorded its years only, not its cycles.",
      "Run it with cycles: simulate(scenario, { cycles: true }).",
    );
  const perYear = cyclesPerYear[time.cycle];
  return Array.from({ length: cyclesIn(scenario) }, (_, index): Period => {
    const year = 1 + Math.floor(index / perYear);
    const within = perYear === 1 ? "" : `, ${time.cycle} ${(index % perYear) + 1}`;
    return { year, cycle: index + 1, label: yearLabel(time, year) + within };
  });
};
