import { withPlainSpaces } from "../base/texts/invisible.js";

/** The entries of a map sorted by name, so that the order in a file never matters. */
export const sortedEntries = <Value>(
  map: Readonly<Record<string, Value>> | undefined,
): readonly (readonly [string, Value])[] => Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

/** A map with each value changed, sorted by name. */
export const mapSorted = <From, To>(
  map: Readonly<Record<string, From>> | undefined,
  change: (value: From, name: string) => To,
): Readonly<Record<string, To>> =>
  Object.fromEntries(sortedEntries(map).map(([name, value]) => [name, change(value, name)]));

/** A name built from the words of a text: `fall admission` gives `fallAdmission`. */
export const asName = (text: string): string =>
  withPlainSpaces(text)
    .replace(/^[^A-Za-z].*$/s, "")
    .replaceAll(/[^A-Za-z0-9_]+(.)?/g, (_, next?: string) => next?.toUpperCase() ?? "")
    .slice(0, 60);

/** The words of a key, spaced out: `wardShut` is `ward shut`, `aAndE` is `a and E`. Capitals of an acronym stay. */
export const wordsOf = (key: string): string =>
  key
    .split(/(?<=\w)[-_]+(?=\w)|(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Z])/)
    .map((word) => (/^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word))
    .join(" ");

/** The name that an entry gets from its key if it states none: `beds-filled` is `Beds filled`. */
export const nameOfKey = (key: string): string => firstCapital(wordsOf(key));

/** The name of a published table: `green-book-2026` is `Green Book 2026`. */
export const properName = (key: string): string => wordsOf(key).split(" ").map(firstCapital).join(" ");

/** A text that begins with a capital. */
export const firstCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name within a sentence: `the council` for `The council`. Other names keep their capital. */
export const nameInSentence = (name: string): string =>
  name.replace(/^(The|A|An|Its|Our|Their|All|Each) /, (word) => word.toLowerCase());

/** The name of business as usual as a strategy. */
export const withoutName = "without";
