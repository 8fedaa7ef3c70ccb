import type { Simulation } from "../../engine/simulate.js";

/** What looks wrong in a scenario that reads clean: where, what with its number, and how to mend it. */
export interface Doubt {
  readonly address: string;
  readonly what: string;
  readonly mend: string;
}

/** One kind of doubt. It reads a simulation whose draws are the central run alone. */
export type DoubtsIn = (central: Simulation) => readonly Doubt[];
