import { largestOf } from "../../base/mathematics/largest.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Rule } from "../../funding/rule.js";
import type { WhoSavesRow } from "../../results/money/who-saves.js";
import { activity } from "../../results/people/activity.js";
import type { Law } from "../law.js";
import { amountText, capitalised } from "../story.js";
import { type PlaceForm, places } from "./places.js";

/**
 * The rule that laws of simulations check: a function from a written scenario to a simulation.
 * Its author chooses how scenarios are read and run.
 */
export type Run = Rule<PlaceForm, Simulation>;

/** A law of running scenarios. */
export type SimulationLaw<Change = unknown> = Law<PlaceForm, Simulation, Change>;

/** The columns of pounds that laws compare. */
export const poundColumns = [
  "pays",
  "avoided",
  "cash",
  "freed",
  "backfilled",
  "idle",
  "cheaper",
  "net",
  "netAvoided",
] as const satisfies readonly (keyof WhoSavesRow)[];

/** The words for those columns. */
const columnWords: Readonly<Record<(typeof poundColumns)[number], string>> = {
  pays: "payments",
  avoided: "avoided costs",
  cash: "cash savings",
  freed: "freed savings",
  backfilled: "backfilled savings",
  idle: "idle savings",
  cheaper: "savings from lower costs",
  net: "net",
  netAvoided: "net with freed savings",
};

/** One figure of a run. */
export interface PlaceFigure {
  readonly name: string;
  readonly value: number;
}

/** The figures of some rows of `whoSaves`, in pounds: one per row and column. */
export const poundFigures = (rows: readonly WhoSavesRow[]): readonly PlaceFigure[] =>
  rows.flatMap((row) => poundColumns.map((column) => ({ name: poundName(row, column), value: row[column] })));

/** The name of a figure in pounds: `council, cash savings with both`. */
export const poundName = (row: WhoSavesRow, column: keyof typeof columnWords): string =>
  `${row.agency || `the whole ${row.level}`}, ${columnWords[column]} with ${row.strategy}`;

/** The figures of `activity`, in contacts: two per row, without and with the strategy. */
export const contactFigures = (simulation: Simulation): readonly PlaceFigure[] =>
  activity(simulation).flatMap((row) =>
    (["without", "with"] as const).map((arm) => ({
      name: `${row.service}, contacts in ${row.label} ${arm} ${row.strategy}`,
      value: row[arm],
    })),
  );

/**
 * A sentence about the first figure that is not `times` what it was before.
 * Rounding of 1e-9 of the largest figure is allowed, unless `exactly`.
 */
export const differing = (
  before: readonly PlaceFigure[],
  after: readonly PlaceFigure[],
  times = 1,
  exactly = false,
): string | undefined => {
  const most = largestOf([0, ...before.map(({ value }) => Math.abs(value))]) * times;
  const valueText = exactly ? String : amountText;
  const values = new Map(after.map(({ name, value }) => [name, value]));
  for (const { name, value } of before) {
    const other = values.get(name) ?? Number.NaN;
    if (!(Math.abs(other - value * times) <= (exactly ? 0 : 1e-9 * most)))
      return `${capitalised(name)}: ${valueText(other)}, but should be ${valueText(value * times)}.`;
  }
};

/** A number of a scenario as text: its central value, if it has a range. */
const numberText = (number: unknown): string => {
  const value = typeof number === "object" && number !== null && "value" in number ? number.value : number;
  return typeof value === "number" ? amountText(value) : String(value);
};

const partsOf = (amounts: unknown): readonly (readonly [string, unknown])[] =>
  typeof amounts === "object" && amounts !== null ? Object.entries(amounts) : [];

/** A sentence: the people of a place, and what its interventions cost and cut. */
export const tellPlace = (_run: unknown, { cohorts, interventions, time }: PlaceForm): string => {
  const people = Object.entries(cohorts).map(([cohort, { size }]) => `${numberText(size)} ${cohort}`);
  const does = Object.entries(interventions).map(([name, { effects = {}, costs = {} }]) => {
    const cuts = Object.values(effects).flatMap(({ cut }) => partsOf(cut));
    const pays = Object.values(costs).flatMap((line) => partsOf(line.pays));
    return [
      `${name} costs ${pays.map(([agency, cost]) => `${agency} £${numberText(cost)}`).join(" and ") || "nothing"}`,
      `cuts ${cuts.map(([target, share]) => `${target} by ${numberText(share)}`).join(" and ") || "nothing"}`,
    ].join(" and ");
  });
  return `${people.join(" and ")}, ${time.years === 1 ? "one year" : `${time.years} years`}: ${does.join("; ")}.`;
};

/** The worlds of laws of simulations, and their stories. */
export const inPlaces: Pick<SimulationLaw, "worlds" | "tell"> = { worlds: places, tell: tellPlace };
