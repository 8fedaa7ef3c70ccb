import { withThousands } from "./number-text.js";
import { isLike, unreadable } from "./readable.js";

/** A position in a file, and the lines to show (`frame`). Line and column count from 1. */
export interface FilePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly frame: string;
}

/**
 * Something wrong, as a value: where it is, what is wrong, and how to mend it. Problems are collected and shown
 * together. An `error` stops a run; a `warning` is printed with its results.
 */
export interface Problem {
  /** An error stops a run; a warning does not. */
  readonly severity: "error" | "warning";
  /**
   * The kind of problem, for programs: `unknown-key`, `formula`, or the section and key of the file that it is about,
   * such as `services-step`. It never changes with names, numbers or words. Every problem that is returned or thrown
   * has one; docs/developers.md lists them.
   */
  readonly code?: string;
  /** The path of the number or entry in the scenario, such as `services.fallAdmission.cost`. */
  readonly address: string;
  /** What is wrong and what was expected, in a sentence or two. */
  readonly what: string;
  /** How to mend it, in a sentence or two. */
  readonly mend?: string;
  /** The part of the entry that is wrong: its key, or its value from a character (from 0). Default: 0. */
  readonly points?: "key" | number;
  /** The file beside the scenario that the problem is about, by the path the scenario writes: `cold.csv`. */
  readonly file?: string;
  /** Where it is in a file, if it was read from one. */
  readonly place?: FilePosition;
}

/**
 * Thrown if problems stop a run, or the reading of a scenario written in code. `problems` has all of them.
 * The message lists every problem, so an uncaught error is readable.
 * @example
 * const problem = { severity: "error", address: "time", what: "time is missing." } as const;
 * new ScenarioError([problem]).message // => "error: time\n  time is missing."
 */
export class ScenarioError extends Error {
  /** What tells this error from others where classes cannot be compared. */
  override readonly name = "ScenarioError";
  /** Every problem that was found. */
  readonly problems: readonly Problem[];
  constructor(given: readonly Problem[]) {
    // Plain JavaScript may pass a text, as to other errors.
    const problems = Array.isArray(given) ? given : [errorAt("option", "", String(given))];
    super(problems.map(problemText).join("\n\n"));
    this.problems = problems.map((problem) => withCode(problem));
  }
}

/** A problem that stops a run. Without a code it gets that of its address. */
export const errorAt = (
  code: string | undefined,
  address: string,
  what: string,
  mend?: string,
  points?: Problem["points"],
): Problem => ({
  severity: "error",
  ...(code === undefined ? {} : { code }),
  address,
  what,
  ...(mend === undefined ? {} : { mend }),
  ...(points === undefined ? {} : { points }),
});

/** An error that is one problem: where, what is wrong, and how to mend it. */
export const mistake = (address: string, what: string, mend?: string): ScenarioError =>
  new ScenarioError([errorAt(undefined, address, what, mend || undefined)]);

/** A problem with its code: its own, or that of words about it, such as the first key of its address. */
export const withCode = (problem: Problem, words: readonly string[] = wordsAt(problem.address)): Problem =>
  problem.code === undefined ? { code: codeOf(...words), ...problem } : problem;

/** The first key of an address. The options of a call, and the outputs that it shows, are no keys of a file. */
const wordsAt = (address: string): readonly string[] =>
  /^(options|show)\b/.test(address) ? ["option"] : address.split(".", 1);

/** Words as a code: `bed, perYear` is `bed-per-year`. Of no words: `scenario`. */
export const codeOf = (...words: readonly string[]): string =>
  words
    .join("-")
    .replace(/(?<=[a-z])(?=[A-Z])|[^A-Za-z]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase() || "scenario";

/**
 * One problem as text: position, address, what is wrong, the lines of the file, how to mend it. Lines have at most 80
 * columns if no word is longer.
 * @param problem the problem to print
 * @returns the text, without a final new line; control characters are replaced
 * @throws ScenarioError if it is no problem
 * @example
 * const problem = { severity: "error", address: "time.years", what: "years must be a whole number." } as const;
 * problemText(problem) // => "error: time.years\n  years must be a whole number."
 */
export const problemText = (problem: Problem): string => {
  if (unreadable(problem, "") !== undefined || !isLike(problem, { severity: "", address: "", what: "" }))
    throw new ScenarioError([noProblem]);
  const { severity, address, what, mend, place } = problem;
  return [
    wrapped(
      `${place ? `${place.file}:${place.line}:${place.column}: ` : ""}${severity}: ${address || "the scenario"}`,
      "",
    ),
    wrapped(what, "  "),
    ...(place?.frame ? [place.frame] : []),
    ...(mend ? [wrapped(mend, "  ")] : []),
  ]
    .join("\n")
    .replaceAll(/[^\P{C}\n]/gu, "\uFFFD");
};

const noProblem: Problem = {
  severity: "error",
  code: "option",
  address: "problem",
  what: "A problem has severity, address and what.",
};

const lineWidth = 78;

/** A text in lines of at most 78 columns. `indent` begins the first line, two spaces the others. No word is cut. */
const wrapped = (text: string, indent: string): string => {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    const started = line.trim() !== "";
    if (started && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = `  ${word}`;
    } else line += started ? ` ${word}` : word;
  }
  return [...lines, line].join("\n");
};

/**
 * The candidate most similar to a misspelt name; undefined if more than a third of the letters differ (at least one
 * may). Of a name of two letters, one alone is too little.
 */
export const nearestName = (name: string, candidates: readonly string[]): string | undefined => {
  let best: string | undefined;
  let fewest = name.length < 2 ? 1 : Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates.slice(0, mostCompared)) {
    if (Math.abs(candidate.length - name.length) >= fewest || candidate.length < Math.min(2, name.length)) continue;
    const differing = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (differing < fewest) [best, fewest] = [candidate, differing];
  }
  return best;
};

// A scenario is untrusted text, so the number of comparisons is limited.
const mostCompared = 1000;

/** A sentence that offers the nearest name, or lists the candidates if no name is near. */
export const didYouMean = (name: string, candidates: readonly string[]): string => {
  const nearest = nearestName(name, candidates);
  if (nearest !== undefined) return `Did you mean ${nearest}?`;
  if (candidates.length === 0) return "There are none.";
  if (candidates.length === 1) return `There is only ${candidates[0]}.`;
  return candidates.length > 12
    ? `There are ${candidates.slice(0, 12).join(", ")} and ${candidates.length - 12} more.`
    : `There are ${listed(candidates)}.`;
};

/** Names as a list in a sentence: `a, b and c`. */
export const listed = (names: readonly string[], and = "and"): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${and} ${names[names.length - 1]}`;

// Optimal string alignment (Damerau 1964): the fewest letters to insert, delete, replace, or exchange with the next.
// Names of more than 60 letters are never near.
const editDistance = (from: string, to: string): number => {
  if (from.length > 60 || to.length > 60) return 60;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      const exchanged = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? before[j - 2] + 1 : replaced;
      next.push(Math.min(replaced, exchanged, row[j] + 1, next[j - 1] + 1));
    }
    [before, row] = [row, next];
  }
  return row[to.length];
};

/** A count with its noun: `1 year`, `2,048 draws`, `3 strategies`. */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${withThousands(String(count))} ${count === 1 ? noun : many}`;

/** The most problems that are reported. A hostile text could cause thousands. */
export const mostProblems = 100;
