import { frozen } from "./frozen.js";
/**
 * Optimism bias: the shares by which costs turn out higher, and benefits lower, than estimated. One share per grade of
 * evidence: 1 (best) first, 6 last.
 */
export interface OptimismBiasTable {
  /** A name for readers. */
  readonly name: string;
  /** The publication that the shares are from. */
  readonly source: string;
  /** True if the figures were checked in the source. */
  readonly isVerified: boolean;
  /** The share that is added to costs, by grade. */
  readonly costs: readonly number[];
  /** The share that is taken off benefits, by grade. */
  readonly benefits: readonly number[];
}

/**
 * Tables of optimism bias by name, for `money: { optimismBias: … }`. Shares by grade of evidence, 1 (best) to 6. A
 * scenario can also define its own.
 * @example optimismBias["greater-manchester-2014"].benefits[5] // => 0.4
 */
export const optimismBias = frozen({
  "greater-manchester-2014": {
    name: "greater-manchester-2014",
    source:
      "Corrections by confidence grade of the Greater Manchester cost benefit model (guidance, HM Treasury / New " +
      "Economy, April 2014), as remembered",
    // The figures were not checked in the guidance: open it before you rely on them.
    isVerified: false,
    costs: [0, 0.05, 0.1, 0.15, 0.25, 0.4],
    benefits: [0, 0.05, 0.1, 0.15, 0.25, 0.4],
  },
} as const satisfies Readonly<Record<string, OptimismBiasTable>>);
