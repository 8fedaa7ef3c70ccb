import { ScenarioError } from "../base/problems/problem.js";
import { recordOf } from "../base/records.js";
import type { Scenario, Settings } from "../scenario/scenario.js";
import { movedNumbers, type NumbersByAddress } from "../scenario/settings/moved.js";
import { changedAt, differingPlaces, type Place } from "../scenario/settings/places.js";
import { stated } from "../scenario/settings/stated.js";
import { combinations, isWithin, plainNumber, type Values, widened } from "./spans.js";

/** A scenario with a setting, and the numbers in which it differs from another; undefined if it differs in more. */
export interface ReadSetting {
  readonly scenario: Scenario;
  readonly from: Scenario;
  readonly numbers: NumbersByAddress | undefined;
}

/**
 * Returns what reads settings of a scenario. Most plain numbers are put in place of those that were read with it: rules
 * for a number are bounds, so what is alike at two values is alike between them. `expected` are all values that will
 * come, if they are known: of these the least and the greatest are read.
 */
export const settingReader = (written: Scenario, expected?: Values): ((set: Settings) => ReadSetting) => {
  const readers = new Map<string, (set: Settings) => ReadSetting>();
  return (set) => {
    const entries = Object.entries(set);
    if (entries.length > mostAddresses || !entries.every(([, value]) => plainNumber(value)))
      return comparedWith(written, stated(written, set));
    const key = entries.map(([address, value]) => `${address} ${typeof value}`).join();
    const reader = readers.get(key) ?? plainReader(written, set, expected);
    if (readers.size >= mostReaders) readers.clear();
    readers.set(key, reader);
    return reader(set);
  };
};

/** The most sets of addresses whose readers are kept. */
const mostReaders = 8;

/** The most addresses of a setting that is not read. One more doubles the corners between which its values are. */
const mostAddresses = 4;

const comparedWith = (written: Scenario, scenario: Scenario): ReadSetting => ({
  scenario,
  from: written,
  numbers: movedNumbers(written, scenario),
});

/** Reads settings of the addresses of a first one, each with values of one form: numbers, or percentages. */
const plainReader = (written: Scenario, own: Settings, expected?: Values): ((set: Settings) => ReadSetting) => {
  const compared = comparedWith(written, stated(written, own));
  const from = compared.numbers === undefined ? compared.scenario : written;
  // How many times a value is read as well, so that the next ones need not be; the second where the first is refused.
  const tries = expected ? [1] : [10, 2];
  const readAs = (set: Settings): Scenario =>
    Object.keys(own).every((address) => set[address] === own[address]) ? compared.scenario : stated(written, set);
  let spans: Values = recordOf(Object.keys(own), (address) => [own[address], own[address]]);
  let corners: Corners = { first: compared.scenario, places: [], moved: [] };
  /** Goes on to a setting, and beyond it as far as all corners are alike. */
  const reach = (set: Settings): void => {
    const values = expected ?? recordOf(Object.keys(set), (address) => [set[address]]);
    for (; tries.length > 0; tries.shift())
      try {
        const wider = widened(spans, values, tries[0]);
        const found = cornersOf(combinations(wider), readAs);
        if (found === undefined) continue;
        [spans, corners] = [wider, found];
        return;
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
      }
  };
  if (expected) reach(own);
  return (set) => {
    if (!isWithin(set, spans)) {
      // By itself the setting says what is wrong with it.
      const scenario = stated(written, set);
      reach(set);
      if (!isWithin(set, spans)) return comparedWith(written, scenario);
    }
    if (corners.places.length === 0) return compared;
    const moved = corners.moved.map(([address, to]) => [to, plainNumber(set[address])] as const);
    return { scenario: replaced(corners, set), from, numbers: new Map([...(compared.numbers ?? []), ...moved]) };
  };
};

/** The scenario of the first of some settings, and where the others differ from it. */
interface Corners {
  readonly first: Scenario;
  /** Addresses of the settings, each with a place of the scenario where its value is. */
  readonly places: readonly (readonly [address: string, place: Place])[];
  /** Addresses of the settings, each with that of a number that has its value. */
  readonly moved: readonly (readonly [address: string, to: string])[];
}

/** The first scenario with the values of another setting. */
const replaced = ({ first, places }: Pick<Corners, "first" | "places">, set: Settings): Scenario =>
  places.reduce<unknown>(
    (scenario, [address, place]) =>
      changedAt(scenario, place, (was) => (typeof was === "number" ? plainNumber(set[address]) : String(set[address]))),
    first,
  ) as Scenario;

/** Reads settings, those with one other value first. Undefined if one is not the first setting with other values. */
const cornersOf = ([own, ...settings]: readonly Settings[], read: (set: Settings) => Scenario): Corners | undefined => {
  const first = read(own);
  const places: [string, Place][] = [];
  const moved: [string, string][] = [];
  for (const set of settings) {
    const scenario = read(set);
    const changed = Object.keys(own).filter((each) => set[each] !== own[each]);
    if (changed.length === 1 && !places.some(([address]) => address === changed[0])) {
      const [address] = changed;
      for (const place of differingPlaces(first, scenario)) places.push([address, place]);
      const numbers = movedNumbers(first, scenario);
      if (numbers === undefined || [...numbers.values()].some((to) => typeof to !== "number")) return undefined;
      for (const to of numbers.keys()) moved.push([address, to]);
    }
    if (differingPlaces(replaced({ first, places }, set), scenario).length > 0) return undefined;
  }
  return { first, places, moved };
};
