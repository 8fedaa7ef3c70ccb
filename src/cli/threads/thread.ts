import { parentPort, workerData } from "node:worker_threads";
import { ScenarioError } from "../../base/problems/problem.js";
import { blockSize } from "../../base/random/random.js";
import { type Blocks, blocksOf, buildBlocks, drawsIn } from "../../engine/blocks.js";
import { emptyBook } from "../../engine/book/book.js";
import { drawsOf } from "../../engine/book/book-draws.js";
import type { ReadyToRun } from "../../engine/simulate.js";
import { buildSums } from "../../experiments/summed-run.js";
import { joinDraws, noDraws } from "../../results/sums/summed-draws.js";
import type { ValueTable } from "../each/value-table.js";
import {
  type PieceMade,
  stopPieces,
  type ThreadAnswer,
  type ThreadMakes,
  type ThreadTask,
  takePieces,
} from "./thread-task.js";

// A thread of a run: it gets the run as plain data, takes pieces of its blocks or rows, and sends what it made of each.

const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer, memoryOf(answer));

/** The memory of the draws of a piece, which goes to the other thread without a copy. */
const memoryOf = (answer: ThreadAnswer): ArrayBuffer[] => {
  const buffers = answer.kind === "draws" ? answer.draws.numbers.map(({ buffer }) => buffer) : [];
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
};

/** Runs a piece, and returns what is made of it. */
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

const runRows = async ({ scenario, settings }: ReadyToRun, table: ValueTable): Promise<RunPiece> => {
  const { buildRowRuns } = await import("../each/row-runs.js");
  const { valueRows } = await import("../each/value-table.js");
  const { runRow } = buildRowRuns(scenario, settings);
  const { rows } = valueRows(table);
  return ({ from, to }) => ({
    kind: "rows",
    from,
    rows: rows.slice(from, to).map((row) => {
      const made = runRow(row);
      tell({ kind: "blocks", blocks: 1 });
      return made;
    }),
  });
};

const makerOf = (ready: ReadyToRun, makes: ThreadMakes): RunPiece | Promise<RunPiece> => {
  switch (makes.kind) {
    case "draws":
      return keepDraws(ready);
    case "sums":
      return sumDraws(ready, makes.show);
    case "rows":
      return runRows(ready, makes.table);
  }
};

const runPieces = async ({ ready, makes, pieces }: ThreadTask): Promise<void> => {
  const runPiece = await makerOf(ready, makes);
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
