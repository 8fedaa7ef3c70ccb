import type { Line } from "../../src/scenario/interventions/line.js";
import { divisorOf, type Lived } from "./cohorts.js";
import { enrolled, workersPaid } from "./enrolment.js";
import { clockAt, cyclesAYear, type Last, type Moment, strengthAt } from "./moment.js";
import { type Alike, count, isEnrolled, isGone, isIn } from "./people.js";
import { drawnProfile, strengthIn, valueAt } from "./values.js";

/** Money of one agency and line in a cycle. */
export interface Payment {
  readonly key: string;
  readonly cycle: number;
  readonly amount: number;
  readonly once: boolean;
  /** True if it is money of a budget. */
  readonly isFiscal: boolean;
}

/** What lines count: cohorts in this cycle, people who joined in each cycle so far, and the people at the start. */
export interface Counted {
  readonly lived: Readonly<Record<string, Lived>>;
  readonly joined: readonly Readonly<Record<string, number>>[];
  readonly starting: Last["people"];
}

/** The payments of an intervention's lines in a cycle. A saving is avoided money, a part of which is cash. */
export const pay = (name: string, moment: Moment, counted: Counted): Payment[] =>
  moment.scenario.interventions[name].lines.flatMap((line) => {
    const times = timesIn(line, name, moment, counted);
    const caused = line.deadweight === undefined ? 1 : 1 - valueAt(line.deadweight, moment);
    return line.amounts.flatMap(({ agency, pounds, uprating, cashable }) => {
      const amount = valueAt(pounds, moment) * uprating * caused * times;
      const payment = (kind: string, amount: number): Payment => ({
        key: `${agency} ${line.address} ${kind}`,
        cycle: moment.cycle,
        amount,
        once: isAtMoments(line),
        isFiscal: line.layer === "fiscal",
      });
      if (line.kind === "pays") return [payment("pays", amount)];
      if (line.kind === "grants") return [payment("grants", amount)];
      if (line.kind === "costsMore") return [payment("avoided", -amount), payment("cash", -amount)];
      return [payment("avoided", amount), payment("cash", amount * (cashable ? valueAt(cashable, moment) : 1))];
    });
  });

/** The multiple of a line's amount in a cycle: the people it counts × the share that falls now. */
const timesIn = (line: Line, name: string, moment: Moment, counted: Counted): number => {
  const { lived, joined, starting } = counted;
  const { cohorts, interventions } = moment.scenario;
  const { reach, startYears } = interventions[name];
  const now = weightOf(line, clockAt(moment, startYears), moment);
  if ("onMove" in line.timing) {
    const { cohort, from, to } = line.timing.onMove;
    const isPaidFor = (who: Alike) => reach === null || isEnrolled(who, name);
    const made = lived[cohort].moved.filter((move) => move.from === from && move.to === to && isPaidFor(move.who));
    return now * made.reduce((sum, { people }) => sum + people, 0);
  }
  if (line.per === undefined) return now;
  if (line.per === "worker") {
    const enrolledNow = enrolled(lived[reach!.cohort].before, cohorts[reach!.cohort], name);
    return now * workersPaid({ name, startYears, reach: reach! }, enrolledNow, moment);
  }
  const cohort = cohorts[line.per.cohort];
  const divisor = divisorOf(line.per, starting);
  if (reach !== null && line.clock === "joining") {
    let times = 0;
    for (const [index, ofCycle] of joined.entries()) {
      const sinceYears = (moment.cycle - (index + 1)) / cyclesAYear(moment.scenario);
      times += ofCycle[name] * weightOf(line, sinceYears, moment);
    }
    return times / divisor;
  }
  const { before, counted: usual } = lived[line.per.cohort];
  const isCounted = (alike: Alike) =>
    !isGone(cohort, alike) && isIn(cohort, line.while, alike) && (reach === null || isEnrolled(alike, name));
  return (now * count(isAtMoments(line) ? before : usual, isCounted)) / divisor;
};

/** True if a line falls at moments: once, or every few years. */
const isAtMoments = ({ timing }: Line): boolean => "atYears" in timing || "renewedYears" in timing;

/** The share of a line's amount in the cycle that starts `clock` years after the line's clock. */
const weightOf = ({ timing, profile: stated }: Line, clock: number, now: Moment): number => {
  const perYear = cyclesAYear(now.scenario);
  const cycleYears = 1 / perYear;
  const profile = drawnProfile(stated, now);
  if ("atYears" in timing) return Math.abs(clock - timing.atYears) < 1e-9 ? 1 : 0;
  if ("renewedYears" in timing) {
    let weight = 0;
    for (let moment = profile.lagYears; moment < clock + cycleYears - 1e-9; moment += timing.renewedYears)
      if (moment > clock - 1e-9) weight += strengthAt(moment, perYear, profile);
    return weight;
  }
  if ("onMove" in timing) return strengthIn(clock, stated, now);
  if ("everyYears" in timing) return (strengthIn(clock, stated, now) * cycleYears) / timing.everyYears;
  const over = timing.over === undefined ? timing.overYears : valueAt(timing.over, now);
  const from = Math.max(clock, profile.lagYears);
  const to = Math.min(clock + cycleYears, profile.lagYears + over);
  return Math.max(0, to - from) / over;
};
