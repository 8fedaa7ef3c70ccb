import { at, type Column, clear, emptyColumns } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Closing } from "../scenario/services/capacity.js";
import type { Program } from "./program.js";
import { momentTolerance } from "./strength.js";
import type { ProgramValue } from "./value-pool.js";

/** How a service is shut, step by step, as its yearly peak falls below that of business as usual or leaves it empty. */
export interface ClosingRun {
  /** The capacity if nothing is shut, in its own unit. */
  readonly size: Column;
  /** The size of one step, in the unit of the capacity. */
  readonly step: Column;
  /** Contacts per cycle that one unit of capacity serves. */
  readonly perSize: Column;
  /** True if peaks are counted in places, which may serve more or fewer contacts; false for contacts. */
  readonly isInPlaces: boolean;
  /** Whole cycles from a decision until its steps are shut. */
  readonly noticeCycles: Column;
  readonly cyclesPerYear: number;
  /**
   * What each intervention may shut at most, in the unit of the capacity, and its start in years from that of the run.
   * What is spare is shut wherever it stands empty, the rest only as the peak falls.
   */
  readonly closes: readonly { readonly most: Column; readonly startYears: number; readonly isSpare: boolean }[];
  /** The peaks of business as usual; undefined in business as usual itself, which shuts no step. */
  readonly usualPeaks: readonly Column[] | undefined;
  /**
   * By year from 0: the most contacts served (or places taken) in a cycle, and the steps decided to be shut by the
   * year's end.
   */
  readonly peaks: readonly Column[];
  readonly decided: readonly Column[];
  /** The steps that are shut, and those of them that shut in this cycle. */
  readonly shut: Column;
  readonly shutting: Column;
}

/** What the closing of a service is built with: the interventions of the strategy and the contacts of one unit. */
interface ClosingContext {
  readonly scenario: Scenario;
  readonly interventions: readonly string[];
  readonly program: Program;
  readonly size: Column;
  readonly perSize: Column;
  readonly isInPlaces: boolean;
}

/** Builds the closing of a service; undefined if it has no step. `usual` is that of business as usual. */
export const buildClosing = (
  name: string,
  { scenario, interventions, program, size, perSize, isInPlaces }: ClosingContext,
  usual: ClosingRun | undefined,
): ClosingRun | undefined => {
  const { closing } = scenario.services[name];
  if (closing === null) return undefined;
  const { cyclesPerYear, width } = program;
  const years = (): readonly Column[] => emptyColumns(scenario.time.years, width);
  const closes = interventions.flatMap((intervention) => {
    const { closes: own, startYears } = scenario.interventions[intervention];
    return own
      .filter(({ service }) => service === name)
      .map(({ most, isSpare }) => ({ most: program.value(most).column, startYears, isSpare }));
  });
  return {
    size,
    step: program.value(closing.step).column,
    perSize,
    isInPlaces,
    noticeCycles: noticeOf(closing, program).column,
    cyclesPerYear,
    closes,
    usualPeaks: usual?.peaks,
    peaks: years(),
    decided: years(),
    shut: new Float64Array(width),
    shutting: new Float64Array(width),
  };
};

const noticeOf = ({ notice }: Closing, { apply, constant, value, cyclesPerYear }: Program): ProgramValue =>
  notice ? apply("round", apply("multiply", value(notice), constant(cyclesPerYear))) : constant(0);

/** Begins a block: every step is open, and no peak is known. */
export const startClosing = ({ peaks, decided, shut, shutting }: ClosingRun): void => {
  clear([...peaks, ...decided, shut, shutting]);
};

/** The contacts per cycle that the shut steps would have served. */
export const shutNow = (closing: ClosingRun | undefined, draw: number): number =>
  closing === undefined ? 0 : closing.shut[draw] * at(closing.step, draw) * at(closing.perSize, draw);

/** Before a cycle: shuts the steps whose notice has run out. */
export const openClosing = (closing: ClosingRun, { cycle }: Moment): void => {
  const { noticeCycles, cyclesPerYear, decided, shut, shutting } = closing;
  for (let draw = 0; draw < shut.length; draw++) {
    const years = Math.floor((cycle - 1 - at(noticeCycles, draw)) / cyclesPerYear);
    shutting[draw] = years < 1 ? 0 : Math.max(0, decided[years - 1][draw] - shut[draw]);
    shut[draw] += shutting[draw];
  }
};

/** The most that some interventions may shut, in the unit of the capacity. */
const mostOf = (closes: ClosingRun["closes"], draw: number): number =>
  closes.reduce((sum, { most }) => sum + at(most, draw), 0);

/**
 * After a cycle: notes the year's peak. At a year's end it decides how many whole steps to shut: the number by which
 * the peak has fallen, at most what the interventions allow, and what they shut of spare steps if they stand empty.
 * No step opens again.
 */
export const closeSteps = (closing: ClosingRun, served: Column, { t, year, cycleOfYear }: Moment): void => {
  const { size, step, perSize, isInPlaces, cyclesPerYear, closes, usualPeaks, peaks, decided } = closing;
  const peak = peaks[year - 1];
  for (let draw = 0; draw < peak.length; draw++)
    peak[draw] = Math.max(peak[draw], isInPlaces ? served[draw] / at(perSize, draw) : served[draw]);
  if (cycleOfYear < cyclesPerYear - 1 || usualPeaks === undefined) return;
  const begun = closes.filter(({ startYears }) => t >= startYears - momentTolerance);
  const [emptied, spare] = [false, true].map((is) => begun.filter(({ isSpare }) => isSpare === is));
  for (let draw = 0; draw < peak.length; draw++) {
    const each = isInPlaces ? 1 : at(perSize, draw);
    const fallen = Math.max(0, usualPeaks[year - 1][draw] - peak[draw]) / each;
    const free = Math.min(mostOf(emptied, draw), fallen) + mostOf(spare, draw);
    // What falls is empty anyway; what is spare has to be.
    const empty = spare.length === 0 ? free : at(size, draw) - peak[draw] / each;
    const before = year === 1 ? 0 : decided[year - 2][draw];
    decided[year - 1][draw] = Math.max(before, Math.floor(Math.min(free, empty) / at(step, draw) + 1e-6));
  }
};
