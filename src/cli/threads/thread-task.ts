import type { Problem } from "../../base/problems/problem.js";
import type { Blocks } from "../../engine/blocks.js";
import type { BookDraws } from "../../engine/book/book-draws.js";
import type { ReadyToRun } from "../../engine/simulate.js";
import type { SummedDraws } from "../../results/sums/summed-draws.js";
import type { RowMade } from "../each/row-runs.js";
import type { ValueTable } from "../each/value-table.js";

/** The settings of a run that another machine needs to run the same: plain data. */
export interface RunSettings {
  readonly draws: number;
  readonly seed: string;
  readonly strategies: readonly string[];
  readonly regime?: string;
  readonly cycles: boolean;
}

/** What a thread makes of a piece: its draws; their sums for some outputs; or runs of rows of a table of values. */
export type ThreadMakes =
  | { readonly kind: "draws" }
  | { readonly kind: "sums"; readonly show: readonly string[] }
  | { readonly kind: "rows"; readonly table: ValueTable };

/** What a thread is asked to do: to take pieces of the blocks, or of the rows, as long as there are any. */
export interface ThreadTask {
  readonly ready: ReadyToRun;
  readonly makes: ThreadMakes;
  readonly pieces: Pieces;
}

/** The blocks, or the rows, that no thread has taken yet. All threads share `next`, the first of them. */
export interface Pieces {
  readonly next: Int32Array;
  /** How many blocks a thread takes at once. */
  readonly size: number;
  readonly to: number;
}

/** Blocks to share among threads: in some eight pieces each, so that all end at about the same time. */
export const piecesFor = ({ from, to }: Blocks, threads: number): Pieces => {
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  next[0] = from;
  return { next, size: Math.max(1, Math.floor((to - from) / (8 * threads))), to };
};

/** Takes piece after piece, in order, until none is left. */
export function* takePieces({ next, size, to }: Pieces): Generator<Blocks> {
  for (;;) {
    const from = Atomics.add(next, 0, size);
    if (from >= to) return;
    yield { from, to: Math.min(to, from + size) };
  }
}

/** Leaves no piece to take. */
export const stopPieces = ({ next, to }: Pieces): void => {
  Atomics.store(next, 0, to);
};

/** What a thread made of a piece, with its first block or row. */
export type PieceMade =
  | { readonly kind: "draws"; readonly from: number; readonly draws: BookDraws }
  | { readonly kind: "sums"; readonly from: number; readonly sums: SummedDraws }
  | { readonly kind: "rows"; readonly from: number; readonly rows: readonly RowMade[] };

/** What a thread answers: some blocks or rows were run; what it made of a piece; or what stopped it there. */
export type ThreadAnswer =
  | PieceMade
  | { readonly kind: "blocks"; readonly blocks: number }
  | { readonly kind: "problems"; readonly from: number; readonly problems: readonly Problem[] };
