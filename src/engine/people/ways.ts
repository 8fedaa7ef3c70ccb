import { shareRow } from "../../base/columns/row-kernels.js";
import type { OpenMove } from "../../scenario/people/joined.js";
import { type EnrollingIntervention, isCounted, type Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";

/** A way out of a state in a cycle, or the stay in it, and the share of people who take it. */
export interface Way {
  readonly to: string;
  readonly share: ProgramValue;
}

/**
 * The ways out of a state in a cycle. Hazards compete, for one move at most. Probabilities that sum to more than 1 are
 * scaled to 1. The rest stay. `sum` is the sum of several probabilities that may pass 1.
 */
export const waysOf = (
  state: string,
  leaving: readonly OpenMove[],
  program: Program,
  intervention: EnrollingIntervention,
): { readonly ways: readonly Way[]; readonly sum?: ProgramValue } => {
  const one = program.constant(1);
  const { apply, cyclesPerYear } = program;
  if (leaving.length === 0) return { ways: [{ to: state, share: one }] };
  const rates = leaving.map((move) => rateOf(move, program, intervention));
  const leavingBy = (shares: readonly ProgramValue[]): readonly Way[] =>
    shares.map((share, index) => ({ to: leaving[index].to, share }));
  const waysBy = (shares: readonly ProgramValue[], stay = apply("rest", ...shares)): readonly Way[] => [
    ...leavingBy(shares),
    { to: state, share: stay },
  ];
  // Counted shares of one row never pass 1.
  const isSafe = leaving.every(
    ({ rates: [rate] }) => isCounted(rate) && !program.hasEffects(rate.address, intervention),
  );
  if (isSafe && isWholeRow(leaving)) return { ways: leavingBy(rates) };
  if (isSafe || (rates.length === 1 && leaving[0].kind === "probability")) return { ways: waysBy(rates) };
  if (leaving[0].kind === "hazard") {
    const sum = apply("sum", ...rates);
    const stay = apply("exp", apply("multiply", sum, program.constant(-1 / cyclesPerYear)));
    const leave = apply("subtract", one, stay);
    if (rates.length === 1) return { ways: waysBy([leave], stay) };
    const perHazard = apply("divide", leave, apply("max", sum, program.constant(Number.MIN_VALUE)));
    return {
      ways: waysBy(
        rates.map((rate) => apply("multiply", rate, perHazard)),
        stay,
      ),
    };
  }
  const [sum, stay, ...shares] = program.several("row", rates, 2 + rates.length, shareRow);
  return { ways: waysBy(shares, stay), sum };
};

/** True if moves have all parts of a row of counts, so that nobody is left over to stay. */
const isWholeRow = (leaving: readonly OpenMove[]): boolean => {
  const parts = leaving.flatMap(({ rates: [{ expression }] }) =>
    typeof expression === "object" && expression.kind === "row" ? [expression] : [],
  );
  return new Set(parts.map(({ part }) => part)).size === parts[0]?.counts.length;
};

/** The rate of a move, times the factors that hold. A probability with factors is limited to 1. */
export const rateOf = (
  { kind, rates, move }: OpenMove,
  program: Program,
  intervention: EnrollingIntervention,
): ProgramValue => {
  const [rate, ...factors] = rates.map((each) => program.value(each, intervention));
  const product = factors.reduce((all, factor) => program.apply("multiply", all, factor), rate);
  if (kind === "hazard" || product === rate) return product;
  return program.bounds.limit(move.rate.address, "share", product);
};
