import type { Scenario } from "who-saves";
import type { PostedReport } from "who-saves/worker";
import type { RangedNumber } from "./ranges.js";
import type { LawResult, RuleListed } from "./rule-messages.js";

/** What the user chose: all that the address of the page holds. */
export interface Choices {
  /** The example that the text started from; empty for a text of the user's own. */
  readonly example: string;
  readonly text: string;
  /** Numbers that sliders fixed, as the file writes them, by address. */
  readonly set: Readonly<Record<string, string>>;
  /** Empty for all strategies. */
  readonly strategy: string;
  /** Empty for no regime. */
  readonly regime: string;
  readonly draws: number;
  readonly seed: string;
}

/** Something wrong in the text. Line and column count from 1. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly text: string;
}

/** All that the page shows: the choices, and what the workers answered. */
export interface State extends Choices {
  readonly scenario: Scenario | undefined;
  readonly ranges: readonly RangedNumber[];
  readonly problems: readonly PlacedProblem[];
  readonly answer: PostedReport | undefined;
  /** The regimes that a scenario may run under, by key, with their names. */
  readonly regimes: Readonly<Record<string, string>>;
  /** What the page waits for, with the share done, 0 to 1; undefined if it waits for nothing. */
  readonly waiting: number | undefined;
  readonly rules: readonly RuleListed[];
  /** The rule whose laws are shown, as the worker lists it. */
  readonly rule: string;
  readonly laws: readonly LawResult[];
}

/** The choices of a new visitor. */
export const firstChoices: Choices = {
  example: "warm-homes",
  text: "",
  set: {},
  strategy: "",
  regime: "",
  draws: 500,
  seed: "who-saves",
};
