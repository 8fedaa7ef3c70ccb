import { withThousands } from "./number-text.js";
import { didYouMean, errorAt, listed, type Problem, ScenarioError } from "./problem.js";
import { isLike, safely, unreadable } from "./readable.js";

/** The sentence that says what is wrong with the value of an option; undefined if nothing is. */
export type OptionCheck = (value: unknown, option: string) => string | undefined;

/** A value in a sentence: a number, a short text in quotes, or the kind of value that it is. */
export const valueWords = (value: unknown): string => {
  if (typeof value === "string") return value.length > 40 ? "a long text" : `"${value}"`;
  if (unreadable(value, "value") !== undefined) return "an unreadable object";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" || typeof value === "symbol" ? `a ${typeof value}` : String(value);
};

/** A name in a sentence, without quotes. */
const nameWords = (value: unknown): string =>
  typeof value === "string" && value !== "" && value.length <= 40 ? value : valueWords(value);

/** One of a few words. */
export const wordFrom =
  (known: readonly string[]): OptionCheck =>
  (value, option) =>
    known.some((each) => each === value)
      ? undefined
      : `${option} cannot be ${nameWords(value)}. ${didYouMean(nameWords(value), known)}`;

/** The name of something that is there: `what` is a strategy, an agency and so on. */
export const named =
  (what: string, known: readonly string[]): OptionCheck =>
  (value) =>
    known.some((each) => each === value)
      ? undefined
      : `There is no ${what} called ${nameWords(value)}. ${didYouMean(nameWords(value), known)}`;

/** A number between two bounds; any finite number without them. */
export const numberBetween =
  (from = -Infinity, to = Infinity, kind: "number" | "whole number" = "number") =>
  (value: unknown, option: string): string | undefined => {
    if (typeof value === "number" && Number.isFinite(value) && value >= from && value <= to)
      if (kind === "number" || Number.isInteger(value)) return undefined;
    const bounds = to === Infinity ? `, ${from} or more` : ` from ${from} to ${withThousands(`${to}`)}`;
    const what = from === -Infinity ? `finite ${kind}` : kind + bounds;
    return `${option} is a ${what}, not ${valueWords(value)}.`;
  };

/** A number of any size, also none (NaN). */
export const anyNumber: OptionCheck = (value, option) =>
  typeof value === "number" ? undefined : `${option} is a number, not ${valueWords(value)}.`;

/** A list whose every entry passes a check. */
export const listOf =
  (check: OptionCheck): OptionCheck =>
  (value, option) => {
    if (!Array.isArray(value))
      return `${option} is a list, not ${valueWords(value)}.${typeof value === "string" ? ` Write ["${value}"].` : ""}`;
    // A hole in a list is an entry that is undefined. The first that is wrong ends it, as in a list of a billion holes.
    for (const each of value) {
      const what = check(each, `An entry of ${option}`);
      if (what !== undefined) return what;
    }
    return undefined;
  };

/** One value that passes a check, or a record of them by name. */
export const oneOrByName =
  (check: OptionCheck, known: readonly string[]): OptionCheck =>
  (value, option) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return check(value, option);
    const wrong = Object.keys(value).find((name) => !known.includes(name));
    if (wrong !== undefined) return `There is no party called ${wrong}. ${didYouMean(wrong, known)}`;
    return Object.entries(value)
      .map(([name, each]: [string, unknown]) => check(each, `${option} of ${name}`))
      .find((what) => what !== undefined);
  };

/** A value of one kind of JavaScript. An object is a record: what is iterated, such as a Map, has no keys to read. */
export const ofKind =
  (kind: "string" | "boolean" | "function" | "object"): OptionCheck =>
  (value, option) => {
    const isIterated = kind === "object" && Symbol.iterator in Object(value);
    if (typeof value === kind && value !== null && !isIterated) return undefined;
    const found = valueWords(value);
    return `${option} is ${kinds[kind]}, not ${isIterated && found === kinds.object ? "a Map or the like" : found}.`;
  };

const kinds = { string: "a text", boolean: "true or false", function: "a function", object: "an object" } as const;

/** An object with the keys of an example, each of its kind: the `aborted` of a signal. */
export const objectWith =
  (example: object): OptionCheck =>
  (value, option) =>
    isLike(value, example)
      ? undefined
      : `${option} is an object with ${listed(Object.keys(example))}, not ${valueWords(value)}${lacks(value)}.`;

const lacks = (value: unknown): string => (typeof value === "object" ? " without" : "");

/** Something that stops a computation when it is aborted, such as an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** Throws the reason of a signal that is aborted: `what` was stopped, if it gives none. */
export const stopIfAborted = (signal: StopSignal | undefined, what: string): void => {
  if (signal?.aborted) throw signal.reason ?? new Error(`${what} was stopped.`);
};

const optionError = (address: string, what: string, mend?: string): Problem => errorAt("option", address, what, mend);

/** Problems of the options of a call. TypeScript refuses most of them; plain JavaScript may pass them. */
export const optionProblems = (
  options: unknown,
  checks: Readonly<Record<string, OptionCheck>>,
  needed: readonly string[] = [],
): readonly Problem[] => {
  const known = Object.keys(checks);
  const given: Record<string, unknown> = {};
  const unread = safely("options", () => {
    if (typeof options !== "object" || options === null || Array.isArray(options))
      return `The options are an object, not ${valueWords(options)}.`;
    // An object may have options from its class, too: they are read as well, so they are checked.
    for (const name of [...Object.keys(options), ...known]) given[name] = Reflect.get(options, name);
    return unreadable(given, "options");
  });
  if (unread !== undefined) return [optionError("options", unread)];
  const wrongIn = (name: string): string | undefined =>
    !Object.hasOwn(checks, name)
      ? `There is no option ${name} here. ${didYouMean(name, known)}`
      : given[name] === undefined
        ? undefined
        : safely(name, () => checks[name](given[name], name));
  const wrong = Object.keys(given).map((name) => [name, wrongIn(name)] as const);
  const missing = needed
    .filter((name) => given[name] === undefined)
    .map((name) => [name, `${name} is missing.`] as const);
  return [...wrong, ...missing].flatMap(([name, what]): readonly Problem[] =>
    what === undefined ? [] : [optionError(`options.${name}`, what)],
  );
};

/** Throws all problems of the options of a call at once. */
export const checkOptions = (...call: Parameters<typeof optionProblems>): void => {
  const problems = optionProblems(...call);
  if (problems.length > 0) throw new ScenarioError(problems);
};

/** Throws if an argument of a function cannot be read, or does not pass a check. */
export const checkArgument = (argument: string, value: unknown, check: OptionCheck, mend?: string): void => {
  const what = safely(argument, () => unreadable(value, argument) ?? check(value, argument));
  if (what !== undefined) throw new ScenarioError([optionError(argument, what, mend)]);
};

/** Throws if an argument is no finite number, or is below the least or above the most that it may be. */
export const checkFinite = (argument: string, value: number, least?: number, most?: number): void =>
  checkArgument(argument, value, numberBetween(least, most));

/** Throws if an argument is no list of finite numbers, or shorter than it must be. */
export const checkNumbers = (argument: string, list: ArrayLike<number>, least = 0, mend?: string): void => {
  const wrongIn = (): string | undefined => {
    const length = Array.isArray(list) || ArrayBuffer.isView(list) ? list.length : -1;
    let finite = 0;
    while (finite < length && Number.isFinite(list[finite])) finite++;
    const isSound = finite >= length;
    if (isSound && length >= least) return undefined;
    const found = !isSound ? `one with ${valueWords(list[finite])}` : length < 0 ? valueWords(list) : length;
    return `${argument} is a list of ${isSound && least > 0 ? `at least ${least} ` : ""}finite numbers, not ${found}.`;
  };
  checkArgument(argument, list, wrongIn, mend);
};
