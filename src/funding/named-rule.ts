import type * as z from "zod";
import { valueWords } from "../base/problems/options.js";
import { didYouMean, listed, nearestName, ScenarioError } from "../base/problems/problem.js";
import { keysOf } from "../base/records.js";

/** A rule of any family, as a type to infer from. */
type AnyRule = (world: never) => unknown;

/** A rule with the parameters that the matrix of laws tries, and its label there. */
export interface RuleSample<Decide, Label extends string = string> {
  readonly label: Label;
  readonly rule: Decide;
  /** Its parameters, as they are written; undefined if it has none. */
  readonly parameters?: unknown;
}

/** What every rule of ours states about itself. */
export interface RuleFacts<Decide, Label extends string = string> {
  /** Its name, as a scenario writes it. */
  readonly name: string;
  /** What it does, in one line. */
  readonly words: string;
  /** The rule as the matrix of laws tries it: at least once, in the order of the columns. */
  readonly samples: () => readonly RuleSample<Decide, Label>[];
  /** What its parameters may be, if it has any. */
  readonly form?: object;
  /** The rule with other parameters; undefined if they are beyond their bounds. */
  readonly vary?: (parameters: unknown) => Decide | undefined;
}

/** A rule without parameters: the function itself. */
export type PlainRule<Decide, Label extends string = string> = Decide & RuleFacts<Decide, Label>;

/** A rule with parameters: call it with them to get the function. */
export interface NamedRule<Parameters = never, Decide = AnyRule, Label extends string = string>
  extends RuleFacts<Decide, Label> {
  (parameters: Parameters): Decide;
  /** What the parameters may be, in a scenario and in code alike. */
  readonly form: object;
}

/**
 * A rule without parameters, with its facts.
 * @param facts `name`: its key in `rules`; `words`: what it does, in one line; `sample`: its label in the matrix of
 * laws; `decide`: the function, which receives the facts as properties
 * @example
 * const whole = plainRule({ name: "whole", words: "all of it", sample: "whole", decide: (pence: number) => pence });
 * whole(500) // => 500
 * whole.words // => "all of it"
 */
export const plainRule = <Decide extends AnyRule, const Label extends string>({
  name,
  words,
  sample,
  decide,
}: {
  readonly name: string;
  readonly words: string;
  readonly sample: Label;
  readonly decide: Decide;
}): PlainRule<Decide, Label> => {
  const rule = asked(decide, name);
  return withFacts(rule, name, { words, samples: () => [{ label: sample, rule }] });
};

/**
 * A rule with parameters, with its facts.
 * @param facts `name`: its key in `rules`; `words`: what it does, in one line; `parameters`: what they may be;
 * `samples`: parameters that the laws try, by their label in the matrix; `make`: builds the function from checked
 * parameters
 * @returns a function of the parameters
 * @throws ScenarioError, when it is called with parameters beyond their bounds: which bound, and why it is one
 */
export const rule = <Read, Written, Decide extends AnyRule, const Label extends string>({
  name,
  words,
  parameters: form,
  samples,
  make,
}: {
  readonly name: string;
  readonly words: string;
  readonly parameters: z.ZodType<Read, Written>;
  readonly samples: Readonly<Record<Label, NoInfer<Written>>>;
  readonly make: (parameters: Read) => Decide;
}): NamedRule<Written, Decide, Label> => {
  const build = (parameters: Written): Decide => {
    const { success, data, error } = form.safeParse(parameters ?? {});
    if (success) return asked(make(data), name);
    const unknown = error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
    const meant = unknown.map((key) => nearestName(key, namesIn(form)));
    // What is missing because its key is misspelt is reported once, by the misspelt key.
    const issues = error.issues.filter(
      ({ code, path: [key] }) => code !== "invalid_type" || !meant.includes(String(key)),
    );
    throw new ScenarioError(
      issues.map((issue) => ({
        severity: "error",
        address: [name, ...issue.path].join("."),
        what:
          issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => `${name} has no ${key}. ${didYouMean(key, namesIn(form))}`).join(" ")
            : whatIsWrong(parameters, issue.path, expectedBy(issue)),
      })),
    );
  };
  return withFacts(build, name, {
    form,
    words,
    samples: () => keysOf(samples).map((label) => ({ label, rule: build(samples[label]), parameters: samples[label] })),
    vary: (parameters: unknown) => {
      const { success, data } = form.safeParse(parameters);
      return success ? asked(make(data), name) : undefined;
    },
  });
};

/** The code of the problem of a rule that was given no world of its family. */
export const wrongWorld = "wrong-world";

/** A rule that says in a sentence what it was given, if that is no world of its family. */
const asked = <Decide extends AnyRule>(decide: Decide, name: string): Decide => {
  const decided = (world: never): unknown => {
    try {
      const decided = decide(world);
      if (!holdsNoNumber(decided)) return decided;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    const what = `${name} decides about what it is called with, and that is ${worldWords(world)}.`;
    const mend = "Call it with a list or an object in whole pence, as the example in its documentation does.";
    throw new ScenarioError([{ severity: "error", code: wrongWorld, address: name, what, mend }]);
  };
  // The laws look for numbers in the text of a rule, so it keeps its own.
  return Object.defineProperty(Object.assign(decided as Decide, decide), "toString", { value: () => String(decide) });
};

/** True if a part of what a rule decides is not a number, as where a field of the world is missing. */
const holdsNoNumber = (decided: unknown): boolean => {
  if (typeof decided !== "object" || decided === null) return Number.isNaN(decided);
  if (Array.isArray(decided)) {
    for (let at = 0; at < decided.length; at++) if (isNoNumber(decided[at])) return true;
    return false;
  }
  for (const key in decided) if (isNoNumber(decided[key as keyof typeof decided])) return true;
  return false;
};

/** Most parts are numbers. V8 compiles this into the loops above, which it cannot do with what calls itself. */
const isNoNumber = (part: unknown): boolean => (typeof part === "number" ? Number.isNaN(part) : holdsNoNumber(part));

/** What a rule was called with: an object by its fields. */
const worldWords = (world: unknown): string => {
  if (!isObject(world) || Array.isArray(world)) return valueWords(world);
  const fields = Object.keys(world);
  return `an object with ${fields.length === 0 ? "no fields" : `the fields ${listed(fields)}`}`;
};

/** The names of the parameters of a rule. */
const namesIn = (form: z.ZodType): readonly string[] => Object.keys(Object(Reflect.get(form, "shape")));

/** A function with its facts as properties. Its name is read-only, so it is redefined. */
const withFacts = <Callable extends AnyRule, Facts extends object>(
  callable: Callable,
  name: string,
  facts: Facts,
): Callable & Facts & { readonly name: string } =>
  Object.assign(Object.defineProperty(callable, "name", { value: name }), facts);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** What an issue says was expected. */
const expectedBy = ({ message, ...issue }: z.core.$ZodIssue): string =>
  issue.code === "invalid_type" && message.startsWith("Invalid input")
    ? (kinds[issue.expected] ?? "an object")
    : message;

const kinds: Readonly<Record<string, string>> = { string: "a text", number: "a number", array: "a list" };

/** The value at a path and what was expected there. A message of zod's own begins with a capital and is complete. */
const whatIsWrong = (parameters: unknown, path: readonly PropertyKey[], message: string): string => {
  if (/^[A-Z]/.test(message)) return message;
  const value = path.reduce<unknown>(
    (inside, key) => (isObject(inside) ? Reflect.get(inside, key) : undefined),
    parameters,
  );
  const name = String(path.at(-1) ?? "this");
  const what = value === undefined ? "is missing" : `cannot be ${valueWords(value)}`;
  return `${name} ${what}. Expected: ${message}.`;
};
