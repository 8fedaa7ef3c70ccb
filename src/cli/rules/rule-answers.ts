import type { Problem } from "../../base/problems/problem.js";
import type { LawRow } from "../../laws/index.js";
import type { FoundFile } from "../files/find.js";

/** What the process of a rule file is asked to do. */
export interface RuleTask {
  readonly file: FoundFile;
  readonly seed: number | undefined;
  readonly runs: number | undefined;
  /** The path of an earlier row, to return to its world. */
  readonly path: string | undefined;
  readonly exhaustive: boolean;
  /** The file of worlds to try first. */
  readonly worlds: string | undefined;
  /** The most seconds that one law may take. */
  readonly seconds: number;
}

/** A law that was tried on the rule. */
export interface TriedRow extends LawRow {
  /** True if the file lists this law in `breaks`. */
  readonly declared: boolean;
}

/** A law during which the rule did not answer, and the last world that it was asked about, as JSON. */
export interface Unanswered {
  readonly law: string;
  readonly world: string;
}

/** One line that the process of a rule file writes, in the order in which they come. */
export type RuleAnswer =
  | { readonly kind: "loaded"; readonly laws: number }
  | { readonly kind: "row"; readonly row: TriedRow }
  | { readonly kind: "unanswered"; readonly unanswered: Unanswered }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | { readonly kind: "done" };

/** The file descriptor that answers are written to. What the rule itself prints goes to stderr. */
export const answersTo = 3;
