import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { ScenarioError } from "../../base/problem.js";
import { blockSize } from "../../base/random.js";
import { type Blocks, buildBlocks, drawsIn } from "../../engine/blocks.js";
import { type Book, emptyBook } from "../../engine/book.js";
import { addDraws } from "../../engine/book-draws.js";
import type { ReadyToRun } from "../../engine/simulate.js";
import { systemCode } from "../files.js";
import { mistake } from "../terminal.js";
import { piecesFor, stopPieces, type ThreadAnswer, type ThreadTask, takePieces } from "./thread-task.js";

/** Milliseconds of processor time that are worth another thread, which takes some 150 of them to start. */
const worthAThread = 300;

/** Milliseconds of processor time before a run is estimated: V8 compiles at first. */
const warmUp = 100;

/** Blocks to run, and on how many threads. Default: what the work is worth, at most one per core. */
export interface ThreadedRun {
  readonly blocks: Blocks;
  readonly workers: number | undefined;
  readonly packageFolder: string;
  /** Gets the share of the blocks that is done, 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** What stopped the run, in which piece of the blocks. */
interface Failure {
  readonly from: number;
  readonly error: unknown;
}

/** Runs blocks on this thread and on others, and returns the book of their draws. Its bits are those of one thread. */
export const runOnThreads = async (ready: ReadyToRun, run: ThreadedRun): Promise<Book> => {
  const { scenario, settings, cycles } = ready;
  const { blocks, workers } = run;
  const total = blocks.to - blocks.from;
  const book = emptyBook(scenario, settings.strategies, drawsIn(blocks, settings.draws), undefined, cycles);
  const pieces = piecesFor(blocks, workers ?? availableParallelism());
  const failures: Failure[] = [];
  let done = 0;
  const oneDone = (): void => run.onProgress(++done / total);
  const others = otherThreads({ ready, pieces }, run.packageFolder, failures, (answer) => {
    if (answer.kind === "block") oneDone();
    else if (answer.kind === "piece") addDraws(book, answer.draws, (answer.from - blocks.from) * blockSize);
    else failures.push({ from: answer.from, error: new ScenarioError(answer.problems) });
  });
  if (workers !== undefined) others.start(Math.min(workers, total) - 1);
  const runBlock = buildBlocks(scenario, settings);
  const start = process.cpuUsage();
  for (const piece of takePieces(pieces))
    try {
      for (let block = piece.from; block < piece.to; block++) {
        runBlock(block, book, (block - blocks.from) * blockSize);
        oneDone();
        await setImmediate(); // lets the answers of the others in
        const spent = millisecondsSince(start);
        if (workers === undefined && spent > warmUp) others.start(threadsWorth((spent / done) * (total - done)));
      }
    } catch (error) {
      stopPieces(pieces);
      failures.push({ from: piece.from, error });
    }
  await others.end();
  const [first] = failures.sort((a, b) => a.from - b.from);
  if (first) throw first.error;
  return book;
};

/** Milliseconds of processor time, which a busy machine does not make longer. */
const millisecondsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** How many other threads some milliseconds of work are worth. */
const threadsWorth = (work: number): number => Math.min(availableParallelism() - 1, Math.floor(work / worthAThread));

/** Threads beside this one, which are started at most once. */
const otherThreads = (
  task: ThreadTask,
  packageFolder: string,
  failures: Failure[],
  onAnswer: (answer: ThreadAnswer) => void,
) => {
  const ended: Promise<void>[] = [];
  const startOne = (): Promise<void> =>
    new Promise((resolve) => {
      const thread = new Worker(join(packageFolder, "dist", "cli", "thread.js"), { workerData: task });
      thread.on("message", onAnswer);
      thread.on("error", (error) => {
        stopPieces(task.pieces);
        failures.push({ from: Number.POSITIVE_INFINITY, error: isOutOfMemory(error) ? outOfMemory : error });
      });
      thread.on("exit", () => resolve());
    });
  return {
    start: (count: number): void => {
      if (ended.length === 0) for (let thread = 0; thread < count; thread++) ended.push(startOne());
    },
    end: () => Promise.all(ended),
  };
};

const isOutOfMemory = (error: unknown): boolean => systemCode(error) === "ERR_WORKER_OUT_OF_MEMORY";

const outOfMemory = mistake(
  "--workers",
  "A thread ran out of memory.",
  "Ask for fewer draws, or for one thread with --workers 1.",
);
