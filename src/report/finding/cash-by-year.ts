import { sum } from "../../base/statistics.js";
import type { Simulation } from "../../engine/simulate.js";
import type { CashByYearRow } from "../../results/cash-by-year.js";
import { roundedPounds } from "../numbers.js";
import { subjectOf } from "./standing.js";
import { eachStrategy, signedPounds } from "./words.js";

/** The year up to which all agencies together are most out of pocket, and the year from which they stay ahead. */
export const cashByYearFinding = (rows: readonly CashByYearRow[], simulation: Simulation): readonly string[] =>
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
    const start = `${who} would be most out of pocket at the end of ${worst.label}, by ${roundedPounds(-worst.total)}`;
    const behind = totals.findLastIndex((year) => year.total < 0);
    const ahead = totals[behind + 1];
    const after = ahead === undefined ? "it would not get ahead" : `it would be ahead from ${ahead.label}, and ${end}`;
    return `${start}; ${after}`;
  });
