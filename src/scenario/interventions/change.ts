import type { Quantity } from "../../quantity/expression.js";
import type { Profile } from "./timing.js";

/** A change of a service (`services.fallAdmission`: all contacts at it) or of the number at an address. */
export interface Effect {
  readonly address: string;
  readonly target: string;
  readonly verb: Verb;
  readonly amount: Quantity;
  readonly profile: Profile;
  readonly deadweight?: Quantity;
  /** Measured before and after with nobody to compare with: the truth is at most this. */
  readonly upperBound?: true;
}
/** What an effect does to the number at its target. */
export type Verb = "cut" | "raise" | "add" | "set";
