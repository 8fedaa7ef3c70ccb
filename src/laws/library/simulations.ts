import { largestOf } from "../../base/mathematics/largest.js";
import { frozen } from "../../data/frozen.js";
import type { Simulation } from "../../engine/simulate.js";
import { type WhoSavesRow, whoSaves } from "../../results/money/who-saves.js";
import { activity } from "../../results/people/activity.js";
import { isLevel } from "../../results/sums/parties.js";
import { countsAt } from "../../scenario/agencies/level.js";
import { amountText, capitalised } from "../story.js";
import { oneOf, worldsOf } from "../worlds/worlds.js";
import { grown, type Times, withUnused } from "./changes.js";
import { contactFigures, differing, inPlaces, poundColumns, poundFigures, type SimulationLaw } from "./figures.js";
import type { PlaceForm } from "./places.js";

const sumsComeOut: SimulationLaw = {
  ...inPlaces,
  id: "sums-come-out",
  says: [
    "Avoided costs are the sum of cash, backfilled and idle savings, and the net is what budgets gain in cash.",
    "If contacts are only cut, no saving is below 0. A level is the sum of its agencies.",
  ].join(" "),
  broken(run, place) {
    const simulation = run(place);
    const rows = whoSaves(simulation);
    const most = largestOf(rows.flatMap((row) => poundColumns.map((column) => Math.abs(row[column]))));
    const isOff = (one: number, other: number): boolean => !(Math.abs(one - other) <= 1e-9 * most);
    for (const row of rows) {
      const of = `${row.agency || row.level} with ${row.strategy}`;
      const parts = row.cash + row.idle + row.backfilled;
      if (isOff(parts, row.avoided))
        return `For ${of}, ${amountText(row.avoided)} is avoided, but its parts add up to ${amountText(parts)}.`;
      const net = row.cash + row.cheaper - row.pays + row.transfers - row.optimismBias;
      if (isOff(net, row.net))
        return `For ${of}, the net is ${amountText(row.net)}, but its parts add up to ${amountText(net)}.`;
      if (isOff(row.cash + row.freed, row.avoided))
        return `For ${of}, ${amountText(row.avoided)} is avoided, but ${amountText(row.freed)} is freed.`;
      if (row.optimismBias === 0 && isOff(row.net + row.freed, row.netAvoided))
        return `For ${of}, the net with what is freed is ${amountText(row.netAvoided)}.`;
      const least = Math.min(row.avoided, row.cash, row.idle, row.backfilled);
      if (least < -1e-9 * most && onlyCuts(place))
        return `For ${of}, a part of the avoided costs is ${amountText(least)}, although contacts are only cut.`;
      const { level } = row;
      if (!isLevel(level)) continue;
      for (const column of poundColumns) {
        const own = rows.filter(
          (each) =>
            each.strategy === row.strategy &&
            each.level === "agency" &&
            countsAt(level, simulation.scenario.agencies[each.agency]),
        );
        const sum = own.reduce((all, each) => all + each[column], 0);
        if (isOff(sum, row[column]))
          return `For ${of}, ${column} is ${amountText(row[column])}, but its agencies add up to ${amountText(sum)}.`;
      }
    }
  },
};

/** True if the interventions only cut contacts, and no contact causes another. */
const onlyCuts = ({ interventions, demand = {} }: PlaceForm): boolean =>
  Object.values(demand).every((cause) => "per" in cause) &&
  Object.values(interventions).every(({ effects = {} }) =>
    Object.values(effects).every((effect) => Object.keys(effect).every((key) => key === "cut")),
  );

const unusedChangesNothing: SimulationLaw = {
  ...inPlaces,
  id: "what-nobody-uses-changes-nothing",
  says: "A quantity, an agency and an intervention that are not used change no figure, to the last bit.",
  when: ({ strategies }) => strategies !== undefined,
  broken(run, place) {
    const [before, after] = [run(place), run(withUnused(place))];
    return (
      differing(poundFigures(agencyRows(before)), poundFigures(agencyRows(after)), 1, true) ??
      differing(contactFigures(before), contactFigures(after), 1, true)
    );
  },
};

/** The rows of single agencies. Rows of levels are left out: with one more agency, their sums round differently. */
const agencyRows = (simulation: Simulation): readonly WhoSavesRow[] =>
  whoSaves(simulation).filter(({ level }) => level === "agency");

const times = oneOf(1, 2, 10);

const largerPlacesAreLarger: SimulationLaw<Times> = {
  ...inPlaces,
  id: "twice-the-place-is-twice-the-money",
  says: "n times the people are n times the contacts. With prices m times as high, pounds grow n × m times.",
  changes: worldsOf({ people: times, prices: times }),
  when: (place, change) => grown(place, change) !== undefined,
  broken(run, place, change) {
    const [before, after] = [run(place), run(grown(place, change) ?? place)];
    return (
      differing(contactFigures(before), contactFigures(after), change.people) ??
      differing(poundFigures(whoSaves(before)), poundFigures(whoSaves(after)), change.people * change.prices)
    );
  },
  tell: (run, place, { people, prices }) =>
    `${inPlaces.tell?.(run, place, undefined)} With ${people} times the people and ${prices} times the prices:`,
};

const sameTwice: SimulationLaw = {
  ...inPlaces,
  id: "the-same-run-is-the-same",
  says: "The same scenario run twice gives the same figures, to the last bit, and contacts are never below 0.",
  broken(run, place) {
    const [one, other] = [run(place), run(place)];
    const below = activity(one).find((row) => !(row.without >= 0 && row.with >= 0));
    if (below) return `${capitalised(below.service)} has ${Math.min(below.without, below.with)} contacts.`;
    return (
      differing(poundFigures(whoSaves(one)), poundFigures(whoSaves(other)), 1, true) ??
      differing(contactFigures(one), contactFigures(other), 1, true)
    );
  },
};

/**
 * Laws of running any scenario. They check a function from a written scenario to a simulation.
 * To try a scenario of your own, use `{ examples: [mine] }`.
 * @example Object.values(simulationLaws).length // => 4
 */
export const simulationLaws = frozen({ sumsComeOut, unusedChangesNothing, largerPlacesAreLarger, sameTwice } as const);
