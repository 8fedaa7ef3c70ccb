import type { Program } from "./program.js";
import type { ProgramValue } from "./program-value.js";

/** The share of people to whom something happens in a cycle, from its hazard per year. */
export const shareInCycle = (
  perYear: ProgramValue,
  { apply, constant, cyclesPerYear }: Pick<Program, "apply" | "constant" | "cyclesPerYear">,
): ProgramValue =>
  apply("subtract", constant(1), apply("exp", apply("divide", apply("unaryMinus", perYear), constant(cyclesPerYear))));
