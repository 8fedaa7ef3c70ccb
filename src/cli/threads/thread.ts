import { parentPort, workerData } from "node:worker_threads";
import { ScenarioError } from "../../base/problems/problem.js";
import { blockSize } from "../../base/random/random.js";
import { type Blocks, blocksOf, buildBlocks, drawsIn } from "../../engine/blocks.js";
import { emptyBook } from "../../engine/book/book.js";
import { drawsOf } from "../../engine/book/book-draws.js";
import type { ReadyToRun } from "../../engine/simulate.js";
import { buildSums } from "../../experiments/summed-run.js";
import { joinDraws, noDraws } from "../../results/sums/summed-draws.js";
import { type PieceMade, stopPieces, type ThreadAnswer, type ThreadTask, takePieces } from "./thread-task.js";

// A thread of a run: it gets the run as plain data, takes pieces of the blocks, and sends what it made of each.

const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer, memoryOf(answer));

/** The memory of the draws of a piece, which goes to the other thread without a copy. */
const memoryOf = (answer: ThreadAnswer): ArrayBuffer[] => {
  const buffers = answer.kind === "draws" ? answer.draws.numbers.map(({ buffer }) => buffer) : [];
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
};

/** Runs a piece, and returns what is made of it: its draws, or their sums. */
type RunPiece = (piece: Blocks) => PieceMade;

const keepDraws = ({ scenario, settings, cycles }: ReadyToRun): RunPiece => {
  const { runBlock } = buildBlocks(scenario, settings);
  return (piece) => {
    const book = emptyBook(scenario, settings.strategies, drawsIn(piece, settings.draws), undefined, cycles);
    for (let block = piece.from; block < piece.to; block++) {
      runBlock(block, book, (block - piece.from) * blockSize);
      tell({ kind: "blocks", blocks: 1 });
    }
    return { kind: "draws", from: piece.from, draws: drawsOf(book) };
  };
};

const sumDraws = async (ready: ReadyToRun, show: readonly string[]): Promise<RunPiece> => {
  // Outputs are loaded for sums alone: a thread that keeps draws starts without them.
  const { readsOf } = await import("../../report/summed-report.js");
  const sumsOf = buildSums(ready, readsOf(show));
  return (piece) => {
    let summed = noDraws;
    for (const sums of sumsOf(piece)) {
      summed = joinDraws(summed, sums);
      tell({ kind: "blocks", blocks: blocksOf(sums.draws) });
    }
    return { kind: "sums", from: piece.from, sums: summed };
  };
};

const runPieces = async ({ ready, sumsFor, pieces }: ThreadTask): Promise<void> => {
  const runPiece = sumsFor === null ? keepDraws(ready) : await sumDraws(ready, sumsFor);
  for (const piece of takePieces(pieces)) {
    try {
      tell(runPiece(piece));
    } catch (error) {
      stopPieces(pieces);
      if (!(error instanceof ScenarioError)) throw error;
      tell({ kind: "problems", from: piece.from, problems: error.problems });
    }
  }
};

await runPieces(workerData);
