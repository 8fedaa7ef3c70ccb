import type { QuantityForm } from "../../quantity/forms.js";
import type { Unit } from "../unit.js";

/** The names of a cohort that other entries may use: its states by dimension, the gone states, and its moves. */
export interface CohortNames {
  readonly name: string;
  /** What one person of it is called: person, case, family. */
  readonly unit: Unit;
  readonly dimensions: readonly DimensionNames[];
  readonly gone: readonly string[];
  /** The keys of its moves, as the scenario writes them: `well -> ill`. */
  readonly moves: readonly string[];
}

/** A dimension as the scenario writes it: its states, and the share that starts in each if shares are written. */
export interface DimensionNames {
  readonly name: string;
  /** False if the scenario writes the states of a single dimension, without a name for it. */
  readonly hasOwnName: boolean;
  readonly address: string;
  /** Each state once. */
  readonly states: readonly string[];
  /** The states that are written more than once. */
  readonly repeated: readonly string[];
  readonly shares: Readonly<Record<string, QuantityForm>> | undefined;
}
