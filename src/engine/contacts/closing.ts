import { addScaled, at, type Column, clear, emptyColumns, multiply, sumOfColumns } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";
import { linkedGroups } from "../../base/mathematics/linked-groups.js";
import type { Moment } from "../../base/time.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Closing } from "../../scenario/services/capacity.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { momentTolerance } from "../values/strength.js";

/** What an intervention may shut at most, in the unit of the capacity, and its start in years from that of the run. */
interface MayClose {
  readonly most: Column;
  readonly startYears: number;
  /** True for what is shut wherever it stands empty; false for what is shut only as the peak falls. */
  readonly isSpare: boolean;
  /** The effect that shuts steps of several services together; null if this one is shut alone. */
  readonly together: string | null;
}

/** How a service is shut, step by step, as its yearly peak falls below that of business as usual or leaves it empty. */
export interface ClosingRun {
  /** The capacity if nothing is shut, in its own unit. */
  readonly size: Column;
  /** The size of one step, in the unit of the capacity. */
  readonly step: Column;
  /** Contacts per cycle that one unit of capacity serves. */
  readonly perSize: Column;
  /** True if a step may serve more or fewer contacts in another cycle. */
  readonly variesInSize: boolean;
  /** True if peaks are counted in places, which may serve more or fewer contacts; false for contacts. */
  readonly isInPlaces: boolean;
  /** Whole cycles from a decision until its steps are shut. */
  readonly noticeCycles: ProgramValue;
  readonly cyclesPerYear: number;
  readonly closes: readonly MayClose[];
  /** The peaks of business as usual; undefined in business as usual itself, which shuts no step. */
  readonly usualPeaks: readonly Column[] | undefined;
  /**
   * By year from 0: the most contacts served (or places taken) in a cycle, and the steps decided to be shut before the
   * year; after the last one, too.
   */
  readonly peaks: readonly Column[];
  readonly decided: readonly Column[];
  /** The steps that are shut, and those of them that shut when last some may: parts of steps, if shut together. */
  readonly shut: Column;
  readonly shutting: Column;
  /** The contacts per cycle that the shut steps would have served. */
  readonly closed: Column;
  /** Where the peaks and these contacts are. */
  readonly room: Room;
}

/** What the closing of a service is built with: the interventions of the strategy and the contacts of one unit. */
interface ClosingContext {
  readonly scenario: Scenario;
  readonly interventions: readonly string[];
  readonly program: Program;
  readonly size: Column;
  readonly perSize: ProgramValue;
  readonly isInPlaces: boolean;
  readonly closed: Column;
  readonly room: Room;
}

/**
 * Builds the closing of a service; undefined if it has no step, or no intervention of the strategy shuts one. `usual`
 * is that of business as usual, whose peaks every strategy needs.
 */
export const buildClosing = (
  name: string,
  { scenario, interventions, program, size, perSize, isInPlaces, closed, room }: ClosingContext,
  usual: ClosingRun | undefined,
): ClosingRun | undefined => {
  const { closing } = scenario.services[name];
  if (closing === null) return undefined;
  const { cyclesPerYear, width } = program;
  const closes = interventions.flatMap((intervention) => {
    const { closes: own, startYears } = scenario.interventions[intervention];
    return own
      .filter(({ service }) => service === name)
      .map(({ most, isSpare, together }) => ({ most: program.value(most).column, startYears, isSpare, together }));
  });
  if (usual && closes.length === 0) return undefined;
  const step = program.value(closing.step);
  return {
    size,
    step: step.column,
    perSize: perSize.column,
    variesInSize: step.varies || perSize.varies,
    isInPlaces,
    noticeCycles: noticeOf(closing, program),
    cyclesPerYear,
    closes,
    usualPeaks: usual?.peaks,
    peaks: room.columns(scenario.time.years).each,
    decided: emptyColumns(scenario.time.years + 1, width),
    shut: new Float64Array(width),
    shutting: new Float64Array(width),
    closed,
    room,
  };
};

const noticeOf = ({ notice }: Closing, { apply, constant, value, cyclesPerYear }: Program): ProgramValue =>
  notice ? apply("round", apply("multiply", value(notice), constant(cyclesPerYear))) : constant(0);

/** Begins a block: every step is open, and no peak is known. */
export const startClosing = ({ peaks, decided, shut, shutting }: ClosingRun): void => {
  clear([...peaks, ...decided, shut, shutting]);
};

/** False if no notice runs out in the cycle that begins `t` years from the start. */
export const mayShut = ({ noticeCycles: { column, varies }, cyclesPerYear }: ClosingRun, t: number): boolean =>
  varies || column.length > 1 || (Math.round(t * cyclesPerYear) - column[0]) % cyclesPerYear === 0;

/** Before a cycle: shuts the steps whose notice has run out. */
export const openClosing = (closing: ClosingRun, { cycle, t }: Moment): void => {
  const { step, perSize, noticeCycles, cyclesPerYear, variesInSize } = closing;
  const { closes, decided, shut, shutting, closed } = closing;
  if (closes.length === 0) return;
  const isDue = mayShut(closing, t);
  if (isDue)
    for (let draw = 0; draw < shut.length; draw++) {
      const years = Math.floor((cycle - 1 - at(noticeCycles.column, draw)) / cyclesPerYear);
      shutting[draw] = Math.max(0, decided[Math.max(0, years)][draw] - shut[draw]);
      shut[draw] += shutting[draw];
    }
  if (!isDue && !variesInSize) return;
  multiply(closed, shut, step);
  multiply(closed, closed, perSize);
};

/** After a cycle: notes the year's peak. */
export const notePeak = ({ isInPlaces, perSize, peaks, room }: ClosingRun, served: Column, { year }: Moment): void => {
  const peak = peaks[year - 1];
  if (!isInPlaces) room.raiseTo(peak, served);
  else
    for (let draw = 0; draw < peak.length; draw++) peak[draw] = Math.max(peak[draw], served[draw] / at(perSize, draw));
};

/**
 * At a year's end: decides how many whole steps to shut. No step opens again. Services that are shut together count
 * what is free in all of them, and each shuts a part of the steps in proportion to what is free in it.
 */
export const closeSteps = (closings: readonly ClosingRun[], { t, year }: Moment): void => {
  const begun = closings
    .filter(({ usualPeaks }) => usualPeaks !== undefined)
    .map((closing) => ({
      closing,
      closes: closing.closes.filter(({ startYears }) => t >= startYears - momentTolerance),
    }));
  for (const group of linkedGroups(begun, areTogether)) {
    const [{ closing: first }] = group;
    const rooms = group.map((each) => freeIn(each, year));
    const room = sumOfColumns(rooms);
    for (const [place, { closing }] of group.entries()) {
      const [before, decided] = closing.decided.slice(year - 1);
      for (let draw = 0; draw < decided.length; draw++) {
        const steps = Math.floor(room[draw] / at(first.step, draw) + 1e-6);
        decided[draw] = before[draw] + (room[draw] > 0 ? steps * (rooms[place][draw] / room[draw]) : 0);
      }
    }
  }
};

/** A service and what the interventions that have begun may shut of it. */
interface Begun {
  readonly closing: ClosingRun;
  readonly closes: readonly MayClose[];
}

const areTogether = (one: Begun, other: Begun): boolean =>
  one.closes.some(({ together }) => together !== null && other.closes.some((each) => each.together === together));

/**
 * What may still be shut of a service, in the unit of its capacity: the fall of its peak, at most what interventions
 * allow, and what they shut of spare steps if it stands empty; but for what was decided before.
 */
const freeIn = ({ closing, closes }: Begun, year: number): Column => {
  const { size, step, perSize, isInPlaces, peaks, usualPeaks = peaks, decided } = closing;
  const [peak, usualPeak, before] = [peaks[year - 1], usualPeaks[year - 1], decided[year - 1]];
  const [falling, spare] = [mostOf(closes, false, peak.length), mostOf(closes, true, peak.length)];
  const hasSpare = closes.some(({ isSpare }) => isSpare);
  const out = new Float64Array(peak.length);
  for (let draw = 0; draw < out.length; draw++) {
    const each = isInPlaces ? 1 : at(perSize, draw);
    const fallen = Math.max(0, usualPeak[draw] - peak[draw]) / each;
    const free = Math.min(falling[draw], fallen) + spare[draw];
    // What falls is empty anyway; what is spare has to be.
    const empty = hasSpare ? Math.min(free, at(size, draw) - peak[draw] / each) : free;
    out[draw] = Math.max(0, empty - before[draw] * at(step, draw));
  }
  return out;
};

/** The most that interventions may shut of what is spare, or of what the peak leaves. */
const mostOf = (closes: readonly MayClose[], spare: boolean, width: number): Column => {
  const sum = new Float64Array(width);
  for (const { most, isSpare } of closes) if (isSpare === spare) addScaled(sum, 1, most);
  return sum;
};
