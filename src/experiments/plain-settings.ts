import { largestOf, smallestOf } from "../base/mathematics/largest.js";
import { percentage } from "../base/problems/number-text.js";
import type { Scenario, SettingForm, Settings } from "../scenario/scenario.js";
import { movedNumbers, type NumbersByAddress } from "../scenario/settings/moved.js";
import { stated } from "../scenario/settings/stated.js";

/** Reads a setting as the numbers that it moves. Undefined if that takes reading the whole scenario. */
export type ReadSetting = (set: Settings) => NumbersByAddress | undefined;

/**
 * Returns what reads the settings of a sweep, without reading the scenario for each where its values are plain. The
 * scenario has the first value at each address.
 */
export const settingReader = (
  scenario: Scenario,
  settings: Readonly<Record<string, readonly SettingForm[]>>,
): ReadSetting => {
  const moves = new Map(
    Object.entries(settings).map(([address, values]) => [address, plainlyMoved(scenario, address, values)]),
  );
  const all = [...moves.values()].flatMap((addresses) => addresses ?? []);
  // Two addresses that move one number, such as a range and its low, are read together.
  if ([...moves.values()].includes(undefined) || new Set(all).size < all.length) return () => undefined;
  return (set) =>
    new Map(
      Object.entries(set).flatMap(([address, value]) =>
        (moves.get(address) ?? []).map((to) => [to, plainNumber(value)] as const),
      ),
    );
};

/**
 * The numbers that a value at an address becomes, just as it is written; undefined if a value becomes anything else.
 * The least and the greatest value, 0 and a fraction are read with the scenario. Rules for a number are bounds, and
 * whether it is whole, so what holds for these values holds for those between them.
 */
const plainlyMoved = (
  scenario: Scenario,
  address: string,
  values: readonly SettingForm[],
): readonly string[] | undefined => {
  const numbers = values.map(plainNumber);
  const forms = new Set(values.map((value) => (typeof value === "string" ? value.at(-1) === "%" : "number")));
  if (numbers.some(Number.isNaN) || forms.size > 1) return undefined;
  const telling = [smallestOf(numbers), largestOf(numbers), 0, numbers.find((number) => !Number.isInteger(number))];
  const tried = [...new Set(telling)].filter(
    (number) => number !== undefined && number !== numbers[0] && numbers.includes(number),
  );
  const moved = tried.map((number = 0) =>
    movedNumbers(scenario, stated(scenario, { [address]: values[numbers.indexOf(number)] })),
  );
  const addresses = [...(moved.at(0)?.keys() ?? [])];
  const isPlain = moved.every(
    (each, at) =>
      each?.size === addresses.length &&
      [...each].every(([to, number]) => addresses.includes(to) && number === tried[at]),
  );
  return isPlain && addresses.length > 0 ? addresses : undefined;
};

/** A value that is a number or a percentage, without a range; NaN if it is something else. */
const plainNumber = (value: SettingForm): number => {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return Number.NaN;
  return percentage(value) ?? (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN);
};
