import { activity } from "../../results/activity.js";
import { whoSaves } from "../../results/who-saves.js";
import { countsAt } from "../../scenario/agencies/level.js";
import { many } from "../story.js";
import { oneOf, worldsOf } from "../worlds/worlds.js";
import { grown, type Times, withUnused } from "./changes.js";
import { differing, inPlaces, poundColumns, type SimulationLaw, saidBy } from "./figures.js";
import type { PlaceForm } from "./places.js";

const sumsComeOut: SimulationLaw = {
  ...inPlaces,
  id: "sums-come-out",
  says: "What is avoided is cash, or idle, or filled by others, none of it below nothing where contacts are only cut; and a place is the sum of its agencies.",
  broken(run, place) {
    const simulation = run(place);
    const rows = whoSaves(simulation);
    const most = Math.max(...rows.flatMap((row) => poundColumns.map((column) => Math.abs(row[column]))));
    const isOff = (one: number, other: number): boolean => !(Math.abs(one - other) <= 1e-9 * most);
    for (const row of rows) {
      const of = `${row.agency || row.level} with ${row.strategy}`;
      const parts = row.cash + row.idle + row.backfilled;
      if (isOff(parts, row.avoided))
        return `Of ${of}, ${many(row.avoided)} is avoided, and its parts come to ${many(parts)}.`;
      const net = row.cash + row.idle + row.cheaper - row.pays + row.transfers;
      if (isOff(net, row.net)) return `Of ${of}, the net is ${many(row.net)}, and its parts come to ${many(net)}.`;
      const least = Math.min(row.avoided, row.cash, row.idle, row.backfilled);
      if (least < -1e-9 * most && onlyCuts(place))
        return `Of what ${of} avoids, though contacts are only cut, a part is ${many(least)}.`;
      const { level } = row;
      if (level === "agency") continue;
      for (const column of poundColumns) {
        const own = rows.filter(
          (each) =>
            each.strategy === row.strategy &&
            each.level === "agency" &&
            countsAt(level, simulation.scenario.agencies[each.agency]),
        );
        const sum = own.reduce((all, each) => all + each[column], 0);
        if (isOff(sum, row[column]))
          return `The ${column} of ${of} is ${many(row[column])}, and of its agencies ${many(sum)}.`;
      }
    }
  },
};

/** Whether nothing is done in a place but that contacts, none of which causes another, are cut. */
const onlyCuts = ({ interventions, demand = {} }: PlaceForm): boolean =>
  Object.values(demand).every((cause) => "per" in cause) &&
  Object.values(interventions).every(({ effects = {} }) =>
    Object.values(effects).every((effect) => Object.keys(effect).every((key) => key === "cut")),
  );

const unusedChangesNothing: SimulationLaw = {
  ...inPlaces,
  id: "what-nobody-uses-changes-nothing",
  says: "A number, an agency and an intervention that nothing uses change no figure, to the last bit.",
  when: ({ strategies }) => strategies !== undefined,
  broken(run, place) {
    const [before, after] = [saidBy(run(place)), saidBy(run(withUnused(place)))];
    return (
      differing(agenciesOnly(before.pounds), after.pounds, 1, true) ??
      differing(before.contacts, after.contacts, 1, true)
    );
  },
};

/** Sums over agencies are taken in another order where there is one more of them. */
const agenciesOnly = (figures: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...figures].filter(([name]) => !/^(place|public|society): /.test(name)));

const times = oneOf(1, 2, 10);

const largerPlacesAreLarger: SimulationLaw<Times> = {
  ...inPlaces,
  id: "twice-the-place-is-twice-the-money",
  says: "With so many times the people there are as many times the contacts, and with so many times the prices as many times the pounds.",
  changes: worldsOf({ people: times, prices: times }),
  when: (place, change) => grown(place, change) !== undefined,
  broken(run, place, change) {
    const [before, after] = [place, grown(place, change) ?? place].map((each) => saidBy(run(each)));
    return (
      differing(before.contacts, after.contacts, change.people) ??
      differing(before.pounds, after.pounds, change.people * change.prices)
    );
  },
  tell: (run, place, { people, prices }) =>
    `${inPlaces.tell?.(run, place, undefined)} With ${people} times the people and ${prices} times the prices:`,
};

const sameTwice: SimulationLaw = {
  ...inPlaces,
  id: "the-same-run-is-the-same",
  says: "The same scenario run twice gives the same figures, to the last bit, and no contacts below none.",
  broken(run, place) {
    const [one, other] = [run(place), run(place)];
    const below = activity(one).find((row) => !(row.without >= 0 && row.with >= 0));
    if (below) return `There are ${Math.min(below.without, below.with)} contacts at ${below.service}.`;
    const [before, after] = [saidBy(one), saidBy(other)];
    return differing(before.pounds, after.pounds, 1, true) ?? differing(before.contacts, after.contacts, 1, true);
  },
};

/**
 * What a run of any scenario should do. Tried on a function from a scenario, as it is written, to a run; a scenario of your own is tried with
 * `{ examples: [mine] }`.
 * @example Object.values(simulationLaws).length // => 4
 */
export const simulationLaws = { sumsComeOut, unusedChangesNothing, largerPlacesAreLarger, sameTwice } as const;
