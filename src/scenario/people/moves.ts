import type * as z from "zod";
import { reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { sortedEntries } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { checkCycle, checkHazard, checkKinds, checkSum } from "./check-moves.js";
import { readRows } from "./counts.js";
import type { CohortNames, Move } from "./states.js";
import { readWhile } from "./while.js";
import type { MoveForm, movesForm, WrittenMove } from "./written-move.js";

/** The two states of `well -> ill`; undefined where a text does not say so. */
export const endsOf = (key: string): { readonly from: string; readonly to: string } | undefined => {
  const [, from, to] = /^\s*(\w+)\s*->\s*(\w+)\s*$/.exec(key) ?? [];
  return from === undefined ? undefined : { from, to };
};

/** The states a text seems to speak of: `well to ill` has two. */
export const statesIn = (key: string): readonly string[] =>
  key.split(/\W+/).filter((word) => !["", "to"].includes(word));

/** Reads the moves of a cohort. */
export const readMoves = (
  forms: z.output<typeof movesForm> | undefined,
  cohort: CohortNames,
  reading: ScenarioReading,
): readonly Move[] => {
  const places = new Map(
    cohort.dimensions.flatMap(({ name, states }) => states.map((state) => [state, name] as const)),
  );
  const written = sortedEntries(forms).flatMap(([key, form]) => readEnds(key, form, cohort, places, reading) ?? []);
  for (const row of rowsOf(written)) checkKinds(row, reading);
  const counted = readRows(rowsOf(written.filter(({ form }) => "count" in form)), reading);
  const moves = written.flatMap((move) => readMove(move, counted, reading) ?? []);
  for (const row of rowsOf(moves)) checkSum(row, reading);
  return moves;
};

/** The moves out of each state. */
const rowsOf = <Each extends { readonly from: string }>(moves: readonly Each[]): readonly (readonly Each[])[] => {
  const rows = new Map<string, Each[]>();
  for (const move of moves) {
    const row = rows.get(move.from) ?? [];
    row.push(move);
    rows.set(move.from, row);
  }
  return [...rows.values()];
};

/** Reads which states a move leads from and to; undefined where one is not there. */
const readEnds = (
  key: string,
  form: MoveForm,
  cohort: CohortNames,
  places: ReadonlyMap<string, string>,
  reading: ScenarioReading,
): WrittenMove | undefined => {
  const address = `cohorts.${cohort.name}.moves.${key}`;
  const refuse = (what: string, mend: string): undefined => {
    reportError(reading, address, what, mend, "key");
  };
  const ends = endsOf(key);
  const [first = "well", second = "ill"] = places.keys();
  const meant = statesIn(key);
  const written = meant.length === 2 ? meant : [first, second];
  if (!ends) return refuse(`"${key}" is no move.`, `Write from one state to another: "${written.join(" -> ")}".`);
  const { from, to } = ends;
  if (places.size === 0)
    return refuse(`${cohort.name} has no states to move between.`, `Name them: states: [${from}, ${to}].`);
  const unknown = [...new Set([from, to])].filter((state) => !places.has(state));
  for (const state of unknown) checkName(reading, address, `state of ${cohort.name}`, state, [...places.keys()], "key");
  const others = readWhile(form.while, `${address}.while`, cohort, reading);
  if (unknown.length > 0) return undefined;
  if (places.get(from) !== places.get(to))
    return refuse(
      `${from} and ${to} are states of different dimensions: a person is in one of each at once.`,
      "A move leads from one state of a dimension to another of the same.",
    );
  if (from === to && !("count" in form))
    return refuse(
      "Staying is no move: those who do not move stay.",
      "Leave it out; only a row of counts lists who stayed.",
    );
  const within = others.find((state) => places.get(state) === places.get(from));
  if (within !== undefined)
    return refuse(
      `${within} is a state of the same dimension as ${from}, where the move itself says who moves.`,
      "Let while name a state of another dimension, or leave it out.",
    );
  return { address, from, to, form, while: others };
};

const readMove = (
  move: WrittenMove,
  rows: ReadonlyMap<string, Quantity>,
  reading: ScenarioReading,
): Move | undefined => {
  const { address, from, to, form } = move;
  const inherits = provenanceOf(form);
  const rate =
    "hazard" in form
      ? readQuantity(form.hazard, { address, bounds: "positive", percentIsShare: false, inherits }, reading)
      : "probability" in form
        ? readQuantity(form.probability, { address, bounds: "share", inherits }, reading)
        : rows.get(address);
  checkCycle(move, rate, reading);
  if ("hazard" in form && rate) checkHazard(rate, reading);
  if (rate === undefined || from === to) return undefined;
  return { from, to, kind: "hazard" in form ? "hazard" : "probability", rate, while: move.while };
};
