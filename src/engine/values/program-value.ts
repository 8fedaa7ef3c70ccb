import type { Column } from "../../base/columns/kernels.js";
import type { Changed } from "./schedule.js";

/** A number while it is computed. */
export interface ProgramValue {
  /** One number per draw, or a single number if all draws have the same. */
  readonly column: Column;
  /** True if the number may differ from cycle to cycle. */
  readonly varies: boolean;
  readonly changed: Readonly<Changed>;
}
