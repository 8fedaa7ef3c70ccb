import type { Simulation } from "../../engine/simulate.js";
import type { Rule } from "../../funding/rule.js";
import { activity } from "../../results/activity.js";
import { type WhoSavesRow, whoSaves } from "../../results/who-saves.js";
import type { Law } from "../law.js";
import { called, many } from "../story.js";
import { type PlaceForm, places } from "./places.js";

/** What laws of simulations are tried on: a scenario as it is written in, a run of it out; so that the writer of a law chooses how scenarios are read and run. */
export type Run = Rule<PlaceForm, Simulation>;

/** A law of running a scenario. */
export type SimulationLaw<Change = unknown> = Law<PlaceForm, Simulation, Change>;

/** The columns of pounds that laws look at. */
export const poundColumns = [
  "pays",
  "avoided",
  "cash",
  "idle",
  "backfilled",
  "cheaper",
  "net",
  "netCash",
] as const satisfies readonly (keyof WhoSavesRow)[];

/** What those columns are called in a sentence. */
const words: Readonly<Record<(typeof poundColumns)[number], string>> = {
  pays: "payments",
  avoided: "avoided costs",
  cash: "savings in cash",
  idle: "savings that lie idle",
  backfilled: "savings that others fill",
  cheaper: "savings by lower costs",
  net: "net",
  netCash: "net cash",
};

/** What a run says: pounds of who pays and saves, and contacts, by what they are of. */
export interface Said {
  readonly pounds: ReadonlyMap<string, number>;
  readonly contacts: ReadonlyMap<string, number>;
}

/** What a run says. */
export const saidBy = (simulation: Simulation): Said => ({
  pounds: new Map(
    whoSaves(simulation).flatMap((row) =>
      poundColumns.map(
        (column) => [`${row.agency || row.level}: ${words[column]} with ${row.strategy}`, row[column]] as const,
      ),
    ),
  ),
  contacts: new Map(
    activity(simulation).flatMap((row) =>
      (["without", "with"] as const).map((arm) => [
        `${row.service}: contacts in ${row.label} ${arm} ${row.strategy}`,
        row[arm],
      ]),
    ),
  ),
});

/** The first figure that is not so many times what it was, but for rounding (a thousand millionth of the largest; nothing where `exactly`), in a sentence. */
export const differing = (
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  times = 1,
  exactly = false,
): string | undefined => {
  const most = Math.max(...[...before.values()].map(Math.abs), 0) * times;
  const shown = exactly ? String : many;
  for (const [name, figure] of before) {
    const other = after.get(name) ?? Number.NaN;
    if (!(Math.abs(other - figure * times) <= (exactly ? 0 : 1e-9 * most)))
      return `${called(name)} are ${shown(other)}, and should be ${shown(figure * times)}.`;
  }
};

/** A number in a sentence: its value, where it has a range. */
const written = (number: unknown): string => {
  const value = typeof number === "object" && number !== null && "value" in number ? number.value : number;
  return typeof value === "number" ? many(value) : String(value);
};

const partsOf = (amounts: unknown): readonly (readonly [string, unknown])[] =>
  typeof amounts === "object" && amounts !== null ? Object.entries(amounts) : [];

/** A place in a sentence: who is there, and what is done. */
export const tellPlace = (_run: unknown, { cohorts, interventions, time }: PlaceForm): string => {
  const people = Object.entries(cohorts).map(([cohort, { size }]) => `${written(size)} ${cohort}`);
  const does = Object.entries(interventions).map(([name, { effects = {}, costs = {} }]) => {
    const cuts = Object.values(effects).flatMap(({ cut }) => partsOf(cut));
    const pays = Object.values(costs).flatMap((line) => partsOf(line.pays));
    return [
      `${name} costs ${pays.map(([agency, cost]) => `${agency} £${written(cost)}`).join(" and ") || "nothing"}`,
      `cuts ${cuts.map(([target, share]) => `${target} by ${written(share)}`).join(" and ") || "nothing"}`,
    ].join(" and ");
  });
  return `${people.join(" and ")}, ${time.years === 1 ? "one year" : `${time.years} years`}: ${does.join("; ")}.`;
};

/** Where laws of simulations are tried. */
export const inPlaces: Pick<SimulationLaw, "worlds" | "tell"> = { worlds: places, tell: tellPlace };
