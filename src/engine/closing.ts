import { at, type Column, clear, copy, emptyColumns } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Quantity } from "../quantity/expression.js";
import type { Scenario } from "../scenario/scenario.js";
import { momentTolerance } from "./effects.js";
import type { Program } from "./program.js";

/** How a service is shut, step by step, as its peak falls below that of business as usual. */
export interface ClosingRun {
  /** One step, in contacts a cycle. */
  readonly step: Column;
  readonly perSize: number;
  readonly noticeCycles: number;
  readonly cyclesPerYear: number;
  /** How much of it each intervention lets shut once it has begun, in the unit of its capacity. */
  readonly closes: readonly { readonly most: Column; readonly startYears: number }[];
  readonly usualPeaks: readonly Column[] | undefined;
  /** The most contacts served in a cycle of each year, and the steps decided to be shut by its end, all told. */
  readonly peaks: readonly Column[];
  readonly decided: readonly Column[];
  /** The steps that are shut, and those that shut in this cycle. */
  readonly shut: Column;
  readonly shutting: Column;
}

/** Builds the closing of a service; undefined where it has no step to close by. */
export const buildClosing = (
  name: string,
  { services, interventions, time }: Scenario,
  of: readonly string[],
  program: Program,
  cyclesPerYear: number,
  perSize: number,
  usual: ClosingRun | undefined,
): ClosingRun | undefined => {
  const { closing } = services[name];
  if (closing === null) return undefined;
  const column = (): Column => new Float64Array(program.width);
  const years = (): readonly Column[] => emptyColumns(time.years, program.width);
  const value = (quantity: Quantity): Column => program.value(quantity).column;
  const closes = of.flatMap((intervention) => {
    const { closes: own, startYears } = interventions[intervention];
    return own.filter(({ service }) => service === name).map(({ most }) => ({ most: value(most), startYears }));
  });
  return {
    step: value(closing.step),
    perSize,
    noticeCycles: Math.round(closing.noticeYears * cyclesPerYear),
    cyclesPerYear,
    closes,
    usualPeaks: usual?.peaks,
    peaks: years(),
    decided: years(),
    shut: column(),
    shutting: column(),
  };
};

/** Begins a block: nothing is shut, and no peak is known. */
export const startClosing = ({ peaks, decided, shut, shutting }: ClosingRun): void => {
  clear([...peaks, ...decided, shut, shutting]);
};

/** The contacts a cycle that can no longer be served. */
export const shutNow = (closing: ClosingRun | undefined, draw: number): number =>
  closing === undefined ? 0 : closing.shut[draw] * at(closing.step, draw) * closing.perSize;

/** Before a cycle: the steps shut whose notice has run out. */
export const openClosing = (closing: ClosingRun, { cycle }: Moment): void => {
  const { noticeCycles, cyclesPerYear, decided, shut, shutting } = closing;
  const since = cycle - 1 - noticeCycles;
  shutting.fill(0);
  if (since < cyclesPerYear || since % cyclesPerYear !== 0) return;
  const steps = decided[since / cyclesPerYear - 1];
  for (let draw = 0; draw < shut.length; draw++) shutting[draw] = steps[draw] - shut[draw];
  copy(shut, steps);
};

/**
 * After a cycle: its contacts may be the year's peak; and at the year's end as many whole steps are decided to be shut as the peak has fallen by,
 * at most what the interventions name, and none is opened again.
 */
export const closeSteps = (closing: ClosingRun, served: Column, { t, year, cycleOfYear }: Moment): void => {
  const { step, perSize, cyclesPerYear, closes, usualPeaks, peaks, decided } = closing;
  const peak = peaks[year - 1];
  for (let draw = 0; draw < peak.length; draw++) peak[draw] = Math.max(peak[draw], served[draw]);
  if (cycleOfYear < cyclesPerYear - 1 || usualPeaks === undefined) return;
  const begun = closes.filter(({ startYears }) => t >= startYears - momentTolerance);
  for (let draw = 0; draw < peak.length; draw++) {
    const size = at(step, draw);
    const named = begun.reduce((sum, { most }) => sum + at(most, draw), 0);
    const free = Math.floor((usualPeaks[year - 1][draw] - peak[draw]) / (size * perSize) + 1e-6);
    const before = year === 1 ? 0 : decided[year - 2][draw];
    decided[year - 1][draw] = Math.max(before, Math.min(Math.floor(named / size + 1e-9), free));
  }
};
