import type { Problem } from "../../base/problems/problem.js";
import type { Blocks } from "../../engine/blocks.js";
import type { BookDraws } from "../../engine/book/book-draws.js";
import type { ReadyToRun } from "../../engine/simulate.js";
import type { SummedDraws } from "../../results/sums/summed-draws.js";

/** The settings of a run that another machine needs to run the same: plain data. */
export interface RunSettings {
  readonly draws: number;
  readonly seed: string;
  readonly strategies: readonly string[];
  readonly regime?: string;
  readonly cycles: boolean;
}

/** What a thread is asked to do: to run a piece of the blocks after another, as long as there are any. */
export interface ThreadTask {
  readonly ready: ReadyToRun;
  /** The outputs for which it sums the draws of a piece. Null if it keeps each draw. */
  readonly sumsFor: readonly string[] | null;
  readonly pieces: Pieces;
}

/** The blocks that no thread has taken yet. All threads share `next`, the first of them. */
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

/** What a thread made of a piece, with its first block: its draws, or their sums. */
export type PieceMade =
  | { readonly kind: "draws"; readonly from: number; readonly draws: BookDraws }
  | { readonly kind: "sums"; readonly from: number; readonly sums: SummedDraws };

/** What a thread answers: some blocks were run; what it made of a piece; or what stopped it there. */
export type ThreadAnswer =
  | PieceMade
  | { readonly kind: "blocks"; readonly blocks: number }
  | { readonly kind: "problems"; readonly from: number; readonly problems: readonly Problem[] };
