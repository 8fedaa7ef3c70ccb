import { sumOfColumns } from "../../base/columns/kernels.js";
import { cyclesPerYear } from "../../base/time.js";
import type { Book } from "../../engine/book/book.js";
import { lineName, type QueueFigure, type QueueLine, queueLines } from "../../engine/book/queue-figures.js";
import { queueFigureOf } from "../../engine/book/read-book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { yearLabel } from "../../scenario/time/time.js";
import { comparedIn } from "../sums/compared.js";
import { readerOf } from "../sums/draws-reader.js";
import { type YearRow, yearsOf } from "../sums/model-years.js";
import { readerFor } from "../sums/option-checks.js";
import { isUpperBound } from "../sums/upper-bounds.js";

/** Who waits for a service in a year, who is seen, and who is not: means over the draws. */
export interface WaitingRow<N extends Names = Names> extends YearRow {
  /** `without` is business as usual. */
  readonly strategy: N["strategy"] | "without";
  /** The service's name in the scenario. */
  readonly service: N["service"];
  /** What one contact is called. */
  readonly unit: string;
  /** The priority of the contacts, such as 1; `others` for those without one, null for all contacts together. */
  readonly priority: string | null;
  /** Contacts on the waiting list at the year's end. */
  readonly waiting: number;
  /** The 5th percentile of `waiting`. */
  readonly waitingP5: number;
  /** The 95th percentile of `waiting`. */
  readonly waitingP95: number;
  /** Contacts that gave up waiting in the year. */
  readonly gaveUp: number;
  /** Contacts turned away in the year, for lack of room or money. */
  readonly turnedAway: number;
  /** Contacts seen in their turn in the year: all that were served but those called in. */
  readonly seen: number;
  /**
   * The mean wait of the contacts seen, in months: the mean list ÷ those seen a month (Little 1961). That holds while
   * the list is steady, in whatever order people are seen. Null without a list, or if nobody is seen.
   */
  readonly monthsWaited: number | null;
  /** The target of the service, `within` in the file: 18 weeks. Null without one. */
  readonly target: string | null;
  /**
   * The share of the contacts seen within the target: 1 − e^(−target ÷ mean wait). That assumes that waits are spread
   * exponentially, as when people are not seen strictly in turn (Fong and others 2022). Null without a target.
   */
  readonly shareWithin: number | null;
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/**
 * How many people wait for each service at each year's end, how many gave up or were turned away, and how long people
 * waited, without and with each strategy.
 * @param simulation from `simulate`
 * @returns rows in contacts, by strategy (business as usual first), service, priority and year; no rows if no service
 * has a capacity
 * @example waiting(simulate(discharge, { draws: 256 })).map((row) => row.service)[0] // => "bedDay"
 */
export function waiting<N extends Names>(simulation: Simulation<N>): readonly WaitingRow<N>[];
export function waiting(simulation: Simulation): readonly WaitingRow[] {
  const reader = readerFor(simulation);
  const { scenario, drawn } = simulation;
  return comparedIn(simulation).flatMap(({ strategy, index }) =>
    queueLines(scenario).flatMap((line) =>
      yearsOf(scenario).map((year): WaitingRow => {
        const { service, priority } = line;
        const read = waitingAt(scenario, drawn, index, line);
        const atEnd = reader.percentilesOf(read.draws("waiting", year));
        return {
          strategy,
          service,
          unit: scenario.services[service].unit.one,
          priority,
          year,
          label: yearLabel(scenario.time, year),
          waiting: read.figure("waiting", [year]),
          waitingP5: atEnd.p5,
          waitingP95: atEnd.p95,
          gaveUp: read.figure("gaveUp", [year]),
          turnedAway: read.figure("turnedAway", [year]),
          seen: read.figure("seen", [year]),
          monthsWaited: read.monthsWaited([year]),
          target: scenario.services[service].waiting?.within?.written ?? null,
          shareWithin: read.shareWithin([year]),
          upperBound: isUpperBound(scenario, strategy),
        };
      }),
    ),
  );
}

/** What reads the queue of a service, over some model years: means over the draws. */
interface WaitingAt {
  readonly draws: (figure: QueueFigure, year: number) => Float64Array;
  /** The sum over the years; of `waiting`, which is at a year's end, the last. */
  readonly figure: (figure: QueueFigure, years: readonly number[]) => number;
  readonly monthsWaited: (years: readonly number[]) => number | null;
  readonly shareWithin: (years: readonly number[]) => number | null;
}

/** Returns what reads a line of a queue under a strategy. */
export const waitingAt = (
  { services, time }: Pick<Scenario, "services" | "time">,
  book: Book,
  strategy: StrategyIndex,
  line: QueueLine,
): WaitingAt => {
  const { mean } = readerOf(book);
  const draws: WaitingAt["draws"] = (figure, year) => queueFigureOf(book, strategy, lineName(line), figure, year);
  const inDraws = (figure: QueueFigure, years: readonly number[]): Float64Array =>
    sumOfColumns(years.map((year) => draws(figure, year)));
  const { waiting: list } = services[line.service];
  const within = list?.within ?? null;
  return {
    draws,
    figure: (figure, years) => mean(inDraws(figure, figure === "waiting" ? years.slice(-1) : years)),
    monthsWaited: (years) => {
      const [waited, seen] = [mean(inDraws("cyclesWaited", years)), mean(inDraws("seen", years))];
      return list === null || seen === 0 ? null : ((waited / seen) * 12) / cyclesPerYear[time.cycle];
    },
    shareWithin: (years) => {
      if (within === null) return null;
      const [waited, seen] = [inDraws("cyclesWaited", years), inDraws("seen", years)];
      // A draw counts by the contacts seen in it. Without a list the exponent is −∞, so all are within the target.
      const inTime = seen.map((each, draw) =>
        each === 0 ? 0 : each * -Math.expm1((-within.years * cyclesPerYear[time.cycle] * each) / waited[draw]),
      );
      const [timely, all] = [mean(inTime), mean(seen)];
      return all === 0 ? null : timely / all;
    },
  };
};
