import { percentage, withThousands } from "../../base/problems/number-text.js";
import {
  didYouMean,
  errorAt,
  type FilePosition,
  listed,
  mostProblems,
  nearestName,
  type Problem,
} from "../../base/problems/problem.js";
import { families } from "../../quantity/distributions/index.js";
import { pathOf } from "../address.js";
import { keysAt } from "../issues/schema-at.js";
import { isMap, valueAt } from "../issues/value.js";
import type { SettingForm, Settings } from "../scenario.js";
import { assumption } from "../source.js";
import { changedAt } from "./places.js";

/**
 * The data with values changed by address. Text that is a number counts as a number.
 * A misspelt address is a problem, and adds no entry; so is a number that is set by two addresses.
 */
export const setValues = (
  data: unknown,
  set: Settings,
): { readonly data: unknown; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  let changed = data;
  for (const [address, value] of Object.entries(set)) {
    if (problems.length >= mostProblems) break;
    const path = pathOf(address, data);
    const wrong = wrongAddress(data, path);
    const misset =
      wrong === undefined
        ? (unmovedRange(data, path, set) ?? lostPercent(data, path, value) ?? setTwice(address, set))
        : undefined;
    if (misset !== undefined) problems.push(misset);
    else if (wrong === undefined)
      changed = changedAt(changed, path, (before) => inPlaceOf(before, isNumber(value) ? Number(value) : value));
    else
      problems.push(
        errorAt(
          "set",
          address,
          `There is nothing at ${address} to set. ${wrong}`,
          "An address is the path of a value in the file, such as quantities.effect or time.years.",
          "key",
        ),
      );
  }
  return { data: changed, problems };
};

/** A value that was set, as a sentence shows it: `30% (20% to 40%)`. */
export const settingText = (setting: SettingForm): string =>
  !isMap(setting)
    ? String(setting)
    : `${setting.value}${setting.low === undefined ? "" : ` (${setting.low} to ${setting.high ?? "?"})`}`;

/** The problem, with its place in the file of values, or a remark, if it is about a value that was set. */
export const withSetRemark = (
  found: Problem,
  set: Settings,
  data: unknown,
  written: unknown,
  placeOf: (setAddress: string, address: string) => FilePosition | undefined,
): Problem => {
  const changed = Object.keys(set).find((address) => concerns(found.address, address, data));
  if (changed === undefined) return found;
  const [part] = changed === found.address ? partsAt(changed, written) : [];
  const problem = part === undefined ? found : { ...found, mend: `Name one of its parts, such as ${changed}.${part}.` };
  const place = placeOf(changed, problem.address);
  if (place !== undefined) return { ...problem, place };
  const remark = `${changed}: ${settingText(set[changed])} comes from set, not from the scenario itself.`;
  return { ...problem, mend: problem.mend === undefined ? remark : `${problem.mend} ${remark}` };
};

/** The keys of what is written at an address, if it is no number. */
const partsAt = (address: string, written: unknown): readonly string[] => {
  const part = valueAt(written, pathOf(address, written));
  return isMap(part) && !isNumberForm(part) ? Object.keys(part) : [];
};

const isNumberForm = (part: object): boolean =>
  ["value", "traces", "file", "steps"].some((key) => Object.hasOwn(part, key));

/** True if the value at an address, or a value around it, was set. */
export const isSet = (address: string, set: Settings, data: unknown): boolean => {
  const path = pathOf(address, data);
  return Object.keys(set).some((other) => beginsWith(path, pathOf(other, data)));
};

// A problem with a range as a whole may come from its low, which was set.
const concerns = (address: string, setAddress: string, data: unknown): boolean => {
  const [path, setPath] = [pathOf(address, data), pathOf(setAddress, data)];
  return (
    beginsWith(path, setPath) ||
    (setPath.length > 2 && beginsWith(path, setPath.slice(0, -1)) && path.length === setPath.length - 1)
  );
};

const beginsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((key, depth) => path[depth] === key);

const isNumber = (value: unknown): boolean =>
  typeof value === "string" && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value);

/** Why a path cannot be set; undefined if it can. */
export const wrongAddress = (data: unknown, path: readonly string[]): string | undefined => {
  if (path.length === 0) return didYouMean("", keysAt([]));
  let part = data;
  for (const [depth, key] of path.entries()) {
    const before = path.slice(0, depth);
    if (!isMap(part)) return `${before.join(".")} is ${Array.isArray(part) ? "a list" : "a single value"}.`;
    const isLast = depth === path.length - 1;
    if (!Object.hasOwn(part, key))
      return isLast && keysAt(before).includes(key) ? undefined : nearest(key, before, part);
    part = part[key];
  }
  return undefined;
};

/**
 * The problem of a value that is set without its distribution, which it does not move: the draws would stay as they
 * are. Undefined if the distribution is by its value (two-piece, triangular, pert), or is set as well.
 */
const unmovedRange = (data: unknown, path: readonly string[], set: Settings): Problem | undefined => {
  const [range, last] = [path.slice(0, -1), path.at(-1)];
  const form = valueAt(data, range);
  if (last !== "value" || !isMap(form) || typeof form.distribution !== "string") return undefined;
  const family = Object.hasOwn(families, form.distribution) ? families[form.distribution] : undefined;
  const names = family?.parameters.find((each) => each.every((name) => Object.hasOwn(form, name)));
  if (family === undefined || names === undefined || names.includes("value")) return undefined;
  const address = range.join(".");
  const others = names.map((name) => `${address}.${name}`);
  const written = Object.keys(set).map((other) => pathOf(other, data).join("."));
  if (others.some((other) => written.includes(other))) return undefined;
  return errorAt(
    "set",
    path.join("."),
    `This changes the central run alone: the draws are of the ${family.name} by its ${listed(names)}.`,
    `Set ${listed(others)} as well, or set ${address} to a number without a range.`,
  );
};

/** The problem of a plain number above 1 in place of a percentage: 45 where 45% is meant. */
const lostPercent = (data: unknown, path: readonly string[], value: SettingForm): Problem | undefined => {
  const form = valueAt(data, path);
  const written = isMap(form) ? form.value : form;
  const stated: unknown = isMap(value) ? value.value : value;
  const number = typeof stated === "number" || isNumber(stated) ? Number(stated) : 0;
  const isAbove1 = number > 1 && number < Infinity;
  if (!isAbove1 || typeof written !== "string" || percentage(written) === undefined) return undefined;
  const percent = String(Number((number * 100).toPrecision(12)));
  return errorAt(
    "set",
    path.join("."),
    `It is ${written} in the scenario, and ${number} is ${withThousands(percent)}%.`,
    `Write ${number}%, or ${percent}% if that is meant.`,
  );
};

/** The problem of a number that is set at its own address and at that of its value. */
const setTwice = (address: string, set: Settings): Problem | undefined =>
  Object.hasOwn(set, `${address}.value`)
    ? errorAt("set", address, `${address}.value sets the same number.`, "Set one of the two.")
    : undefined;

const nearest = (key: string, before: readonly string[], part: Readonly<Record<string, unknown>>): string => {
  const home = Object.keys(part).find((each) => isMap(part[each]) && Object.hasOwn(part[each], key));
  const known = [...new Set([...Object.keys(part), ...keysAt(before)])];
  const meant = home === undefined ? nearestName(key, known) : `${home}.${key}`;
  return meant === undefined ? didYouMean(key, known) : `Did you mean ${[...before, meant].join(".")}?`;
};

/**
 * A value in place of a written number. It keeps the unit, the price year and the source of the number,
 * because the prices depend on the source. It drops the range; another range keeps the distribution.
 */
const inPlaceOf = (written: unknown, value: SettingForm): unknown => {
  const form = isMap(value) ? value : { value };
  const plain = Object.keys(form).length === 1 ? form.value : form;
  if (!isMap(written) || !isNumberForm(written)) return plain;
  const isRange = ["low", "high"].every((key) => Object.hasOwn(form, key) && Object.hasOwn(written, key));
  const keys = ["unit", "priceYear", "source", ...(isRange ? ["distribution"] : [])];
  const kept = Object.entries(written).filter(([key, stated]) => keys.includes(key) && stated !== assumption);
  return kept.length === 0 ? plain : { ...Object.fromEntries(kept), ...form };
};
