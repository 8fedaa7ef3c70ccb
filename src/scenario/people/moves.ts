import type * as z from "zod";
import { grouped } from "../../base/records.js";
import { cycleNames, perCalendarYear } from "../../base/time.js";
import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { sortedEntries } from "../names.js";
import { checkCycle, checkHazard, checkKinds, checkPace, checkSum } from "./check-moves.js";
import type { CohortNames } from "./cohort-names.js";
import { readRows } from "./counts.js";
import type { Move } from "./states.js";
import { readWhile } from "./while.js";
import type { MoveForm, movesForm, WrittenMove } from "./written-move.js";

/** The two states of `well -> ill`; undefined if the text is not a move. */
export const endsOf = (key: string): { readonly from: string; readonly to: string } | undefined => {
  const [, from, to] = /^\s*(\w+)\s*->\s*(\w+)\s*$/.exec(key) ?? [];
  return from === undefined ? undefined : { from, to };
};

/** The words of a text that may be states: `well to ill` has two. */
export const statesIn = (key: string): readonly string[] =>
  key.split(/\W+/).filter((word) => !["", "to"].includes(word));

/** Reads the moves of a cohort. */
export const readMoves = (
  forms: z.output<typeof movesForm> | undefined,
  cohort: CohortNames,
  context: ScenarioContext,
): readonly Move[] => {
  const dimensionOf = new Map(
    cohort.dimensions.flatMap(({ name, states }) => states.map((state) => [state, name] as const)),
  );
  const written = sortedEntries(forms).flatMap(
    ([key, form]) => readEnds(key, form, cohort, dimensionOf, context) ?? [],
  );
  for (const row of rowsOf(written)) checkKinds(row, context);
  const counted = readRows(rowsOf(written.filter(({ form }) => "count" in form)), context);
  const moves = written.flatMap((move) => readMove(move, counted, context) ?? []);
  for (const row of rowsOf(moves)) {
    checkSum(row, context);
    checkPace(row, context);
  }
  return moves;
};

/** The moves in rows: one row per state they lead out of. */
const rowsOf = <Each extends { readonly from: string }>(moves: readonly Each[]): readonly (readonly Each[])[] => [
  ...grouped(moves, ({ from }) => from).values(),
];

/** Reads the states a move leads from and to; undefined if they do not make a move. */
const readEnds = (
  key: string,
  form: MoveForm,
  cohort: CohortNames,
  dimensionOf: ReadonlyMap<string, string>,
  context: ScenarioContext,
): WrittenMove | undefined => {
  const moves = `cohorts.${cohort.name}.moves`;
  const address = `${moves}.${key}`;
  const refuse = (what: string, mend: string): undefined => reportError(context, address, what, mend, "key");
  const ends = endsOf(key);
  const [first = "well", second = "ill"] = dimensionOf.keys();
  const meant = statesIn(key);
  const better = meant.length === 2 ? meant : [first, second];
  if (!ends) return refuse(`"${key}" is not a move.`, `Write from one state to another: "${better.join(" -> ")}".`);
  const { from, to } = ends;
  if (dimensionOf.size === 0)
    return refuse(`${cohort.name} has no states to move between.`, `Name them: states: [${from}, ${to}].`);
  const unknown = [...new Set([from, to])].filter((state) => !dimensionOf.has(state));
  for (const state of unknown)
    checkName(context, address, `state of ${cohort.name}`, state, [...dimensionOf.keys()], "key");
  const others = readWhile(form.while, `${address}.while`, cohort, context);
  const times = readTimes(form, address, cohort, context);
  if (unknown.length > 0) return undefined;
  if (dimensionOf.get(from) !== dimensionOf.get(to))
    return refuse(
      `${from} and ${to} are states of different dimensions: a person is in one of each at once.`,
      "A move leads from one state of a dimension to another of the same.",
    );
  if (from === to && !("count" in form))
    return refuse(
      "This leads from a state to itself, and staying is not a move.",
      "Leave it out; only a row of counts lists the people who stayed.",
    );
  const within = [...others, ...times.map(({ state }) => state)].find(
    (state) => dimensionOf.get(state) === dimensionOf.get(from),
  );
  if (within !== undefined)
    return refuse(
      `${within} is a state of the same dimension as ${from}, where the move itself says who moves.`,
      `Let ${others.includes(within) ? "while" : "times"} name a state of another dimension, or leave it out.`,
    );
  return { address, row: `${moves}.${from}`, from, to, form, while: others, times };
};

/** Reads the factors on a move, by the state of another dimension in which they hold. */
const readTimes = (form: MoveForm, address: string, cohort: CohortNames, context: ScenarioContext): Move["times"] =>
  sortedEntries("times" in form ? form.times : undefined).flatMap(([state, raw]) => {
    const place = `${address}.times.${state}`;
    const [known] = readWhile(state, place, cohort, context);
    const factor = readQuantity(raw, { address: place, bounds: "positive", percentIsShare: false }, context);
    return known === undefined ? [] : [{ state, factor }];
  });

/** What is wrong with a hazard that states its own length of time, and the rate a year to write; else undefined. */
const hazardMeant = (hazard: unknown): { readonly what: string; readonly mend: string } | undefined => {
  const [, digits, each = ""] = /^([\d.]+) (?:an?|per) (day|week|month|quarter|year)$/.exec(String(hazard)) ?? [];
  const cycle = cycleNames.find((name) => name === each);
  if (cycle === undefined) return undefined;
  const rate = Number((Number(digits) * perCalendarYear[cycle]).toPrecision(6));
  return { what: "A hazard is a rate a year.", mend: `Write hazard: ${rate}.` };
};

const readMove = (
  move: WrittenMove,
  counted: ReadonlyMap<string, Quantity>,
  context: ScenarioContext,
): Move | undefined => {
  const { address, from, to, form } = move;
  const inherits = provenanceOf(form);
  const perYear = "hazard" in form ? hazardMeant(form.hazard) : undefined;
  if (perYear !== undefined) return reportError(context, address, perYear.what, perYear.mend);
  const rate =
    "hazard" in form
      ? readQuantity(form.hazard, { address, bounds: "positive", percentIsShare: false, inherits }, context)
      : "probability" in form
        ? readQuantity(form.probability, { address, bounds: "share", inherits }, context)
        : counted.get(address);
  checkCycle(move, rate, context);
  if ("hazard" in form && rate) checkHazard(rate, context);
  if (rate === undefined || from === to) return undefined;
  return { from, to, kind: "hazard" in form ? "hazard" : "probability", rate, while: move.while, times: move.times };
};
