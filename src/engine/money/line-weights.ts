import type { Line } from "../../scenario/interventions/line.js";
import { fallsAtMoments, momentWithin } from "../../scenario/interventions/timing.js";
import type { Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { drawnByProfile, isDrawn, meanStrength, type Shape, strengthAt } from "../values/strength.js";

/** The share of a line that falls in the cycle that begins `years` after the line's clock starts. */
export const weightOf = (
  { timing, profile }: { readonly timing: Line["timing"]; readonly profile: Shape },
  years: number,
  cyclesPerYear: number,
  strengthIn: typeof strengthAt = strengthAt,
): number => {
  if (fallsAtMoments(timing)) {
    const moment = momentWithin({ timing, profile }, years, cyclesPerYear);
    return moment === undefined ? 0 : "atYears" in timing ? 1 : strengthAt(profile, moment, cyclesPerYear);
  }
  if ("onMove" in timing) return strengthIn(profile, years, cyclesPerYear);
  if ("everyYears" in timing) return strengthIn(profile, years, cyclesPerYear) / (cyclesPerYear * timing.everyYears);
  const afterLag = years - profile.lagYears;
  return (
    Math.max(0, Math.min(timing.overYears, afterLag + 1 / cyclesPerYear) - Math.max(0, afterLag)) / timing.overYears
  );
};

/** True if a length of time of a line is a range or a formula. */
export const isDrawnLine = ({ timing, profile }: Line): boolean =>
  isDrawn(profile) || ("overYears" in timing && timing.over !== undefined);

/** The share of a line, with lengths of time that are drawn, in the cycle that begins `since` years after its clock. */
export const drawnWeight = ({ timing, profile }: Line, since: ProgramValue, program: Program): ProgramValue => {
  const { cyclesPerYear, constant, value } = program;
  const isSpread = "overYears" in timing;
  const over = isSpread ? (timing.over ? value(timing.over) : constant(timing.overYears)) : constant(0);
  return drawnByProfile(program, profile, since, over, {
    name: `weight ${JSON.stringify(timing)}`,
    follows: (shape, years, overYears) => {
      const drawn = { timing: isSpread ? { overYears } : timing, profile: shape };
      return weightOf(drawn, years, cyclesPerYear, meanStrength);
    },
  });
};
