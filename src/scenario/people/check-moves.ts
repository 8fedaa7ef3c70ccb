import { percentText } from "../../base/problems/number-text.js";
import { listed } from "../../base/problems/problem.js";
import { cycleNames, cyclesPerYear } from "../../base/time.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { plainValue } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import type { Move } from "./states.js";
import type { WrittenMove } from "./written-move.js";

const kinds = ["hazard", "probability", "count"] as const;
const kindOf = (form: WrittenMove["form"]): (typeof kinds)[number] => kinds.find((kind) => kind in form) ?? "hazard";

/** Reports moves out of one state that are written twice, or that are of different kinds. */
export const checkKinds = (row: readonly WrittenMove[], context: ScenarioContext): void => {
  const seen = new Set<string>();
  for (const { address, from, to, form } of row) {
    const [kind, first] = [kindOf(form), kindOf(row[0].form)];
    if (seen.has(to))
      reportError(context, address, `The move ${from} -> ${to} is written twice.`, "Take one out.", "key");
    else if (kind !== first)
      reportError(
        context,
        address,
        `Out of ${from} this is a ${kind}, and ${from} -> ${row[0].to} is a ${first}.`,
        "Moves out of one state are all hazards, all probabilities or all counts: write them alike.",
        "key",
      );
    seen.add(to);
  }
};

/** Reports a probability or a count that was measured over another time than a cycle. */
export const checkCycle = (
  { address, form }: WrittenMove,
  rate: Quantity | undefined,
  context: ScenarioContext,
): void => {
  if ("hazard" in form || form.cycle === context.cycle) return;
  const share = rate && "probability" in form ? plainValue(rate) : undefined;
  const hazard = share === undefined ? Number.NaN : -Math.log(1 - share) * cyclesPerYear[form.cycle];
  const other = Number.isFinite(hazard)
    ? `hazard: ${Number(hazard.toPrecision(4))}, the rate a year that equals ${rate?.written} in a ${form.cycle}`
    : `count again what happened in a ${context.cycle}`;
  reportError(
    context,
    `${address}.cycle`,
    `This was measured over a ${form.cycle}, but one step of the scenario is a ${context.cycle}.`,
    `Write time.cycle: ${form.cycle}; or ${other}.`,
  );
};

/** Warns of a hazard written as a percentage, which may be meant as the share of people who move in a year. */
export const checkHazard = ({ address, written, ...rate }: Quantity, context: ScenarioContext): void => {
  const value = plainValue(rate);
  if (!written.includes("%") || value === undefined || value <= 0 || value >= 1) return;
  const digits = (number: number): number => Number(number.toPrecision(2));
  const other = context.cycle === "year" ? `; or probability: ${percentText(value, 6)}, cycle: year` : "";
  const plain = Number(value.toPrecision(6));
  const moving = percentText(digits(1 - Math.exp(-value)), 6);
  const better = `hazard: ${digits(-Math.log(1 - value))}${other}`;
  reportWarning(
    context,
    address,
    `A hazard is a rate: at ${plain} a year, ${moving} move in a year, not ${percentText(value, 6)}.`,
    `If ${percentText(value, 6)} move, write ${better}; if the rate is meant, hazard: ${plain}.`,
  );
};

/** The moves out of one state that are open at once, by the states of other dimensions; and the sum of their rates. */
const togetherIn = (
  row: readonly Move[],
  kind: Move["kind"],
): readonly { readonly together: readonly Move[]; readonly sum: number }[] =>
  [...new Set(row.map((move) => move.while.join()))].map((states) => {
    const together = row.filter(
      (move) => move.kind === kind && (move.while.length === 0 || move.while.join() === states),
    );
    return { together, sum: together.reduce((total, { rate }) => total + (plainValue(rate) ?? 0), 0) };
  });

/** Above so many moves of a person in a cycle, people who are counted once a cycle are not where they live. */
const mostMoves = 0.5;

/** Warns of hazards out of one state that are large for the length of a cycle. Formulas count as 0. */
export const checkPace = (row: readonly Move[], context: ScenarioContext): void => {
  const fastest = togetherIn(row, "hazard").reduce((one, other) => (other.sum > one.sum ? other : one));
  const { together, sum } = fastest;
  if (sum / cyclesPerYear[context.cycle] <= mostMoves) return;
  const many = Number((sum / cyclesPerYear[context.cycle]).toPrecision(2));
  const better = cycleNames.filter((name) => sum / cyclesPerYear[name] <= mostMoves);
  const shortened =
    better.length > 0
      ? `Write time.cycle: ${better.reduce((one, other) => (cyclesPerYear[other] < cyclesPerYear[one] ? other : one))}.`
      : "Is it a rate a year?";
  reportWarning(
    context,
    together[together.length - 1].rate.address,
    `Out of ${row[0].from} people move ${many} times in a ${context.cycle}, but they are counted once in it.`,
    `${shortened} With time.timing: mid the counts are nearer, too.`,
  );
};

/** Reports probabilities out of one state that sum to more than 1 for some people. Formulas count as 0. */
export const checkSum = (row: readonly Move[], context: ScenarioContext): void => {
  for (const { together, sum } of togetherIn(row, "probability")) {
    if (together.length < 2 || sum <= 1 + 1e-9) continue;
    const moves = together.map(({ from, to }) => `${from} -> ${to}`);
    const shown = [...moves.slice(0, 6), ...(moves.length > 6 ? ["others"] : [])];
    reportError(
      context,
      together[together.length - 1].rate.address,
      `${percentText(sum, 6)} move out of ${row[0].from} in a cycle: more than there are.`,
      `Mend the probabilities of ${listed(shown)}, or write hazards.`,
      "key",
    );
    return;
  }
};
