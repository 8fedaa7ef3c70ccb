import type { Column } from "../base/kernels.js";

/**
 * Something drawn: `draw` fills so many columns of 256 numbers with a block, from streams named by its address.
 * `central` lists what the central run takes, one number a column (several rows where it is a mean over traces);
 * `ends` lists the settings a one-at-a-time sensitivity tries.
 */
export interface RandomInput {
  readonly stream: string;
  readonly address: string;
  readonly draw: (columns: readonly Column[], seed: string, block: number) => void;
  readonly central: readonly (readonly number[])[];
  readonly ends: () => readonly (readonly number[])[];
}
