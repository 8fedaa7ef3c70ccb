import { parentPort, workerData } from "node:worker_threads";
import { ScenarioError } from "../../base/problem.js";
import { blockSize } from "../../base/random.js";
import { buildBlocks, drawsIn } from "../../engine/blocks.js";
import { emptyBook } from "../../engine/book.js";
import { drawsOf } from "../../engine/book-draws.js";
import { readyToRun } from "../../engine/simulate.js";
import { readSource } from "../load.js";
import { stopPieces, type ThreadAnswer, type ThreadTask, takePieces } from "./thread-task.js";

// A thread of a run: it reads the scenario anew, takes pieces of the blocks as long as there are any, and sends draws.

const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

const runPieces = ({ source, settings, pieces }: ThreadTask): void => {
  const { scenario: written, problems } = readSource(source);
  if (written === undefined) throw new ScenarioError(problems);
  const { scenario, cycles } = readyToRun(written, settings, { blocks: { from: 0, to: 0 } });
  const runBlock = buildBlocks(scenario, settings);
  for (const piece of takePieces(pieces)) {
    try {
      const book = emptyBook(scenario, settings.strategies, drawsIn(piece, settings.draws), undefined, cycles);
      for (let block = piece.from; block < piece.to; block++) {
        runBlock(block, book, (block - piece.from) * blockSize);
        tell({ kind: "block" });
      }
      tell({ kind: "piece", from: piece.from, draws: drawsOf(book) });
    } catch (error) {
      stopPieces(pieces);
      if (!(error instanceof ScenarioError)) throw error;
      tell({ kind: "problems", from: piece.from, problems: error.problems });
    }
  }
};

runPieces(workerData);
