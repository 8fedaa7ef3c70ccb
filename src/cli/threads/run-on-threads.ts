import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { mistake, ScenarioError } from "../../base/problems/problem.js";
import type { Blocks } from "../../engine/blocks.js";
import type { ReadyToRun } from "../../engine/simulate.js";
import { systemCode } from "../files/files.js";
import {
  type PieceMade,
  piecesFor,
  stopPieces,
  type ThreadAnswer,
  type ThreadMakes,
  type ThreadTask,
  takePieces,
} from "./thread-task.js";

/** Milliseconds of processor time that are worth another thread: it loads, compiles and builds all of the run again. */
const worthAThread = 2300;

/** Milliseconds of processor time before a run is estimated: V8 compiles at first. */
const warmUp = 400;

/** Blocks, or rows of a table, and on how many threads. Default: what the work is worth, at most one per core. */
export interface ThreadedRun {
  readonly ready: ReadyToRun;
  readonly blocks: Blocks;
  readonly workers: number | undefined;
  readonly packageFolder: string;
  /** Gets the share of the blocks that is done, 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** What stopped the run, in which piece of the blocks; `beforeAll` if it was before the first. */
interface Failure {
  readonly from: number;
  readonly error: unknown;
}

const beforeAll = -1;

/** How pieces of a run are run on this thread, and how what another made of one is taken. */
export interface PieceWork<Built> {
  /** What the other threads make of a piece. */
  readonly makes: ThreadMakes;
  /** Builds the run on this thread, while the others start. */
  readonly build: () => Built;
  /** Runs a piece. It gives way at times, with the number of blocks that it has run since. */
  readonly run: (built: Built, piece: Blocks) => Generator<number>;
  readonly take: (made: PieceMade) => void;
}

/** Runs blocks on this thread and on others, with the same bits as on one. Returns what was built on this one. */
export const runOnThreads = async <Built>(run: ThreadedRun, work: PieceWork<Built>): Promise<Built> => {
  const { blocks, workers } = run;
  const total = blocks.to - blocks.from;
  const pieces = piecesFor(blocks, workers ?? availableParallelism());
  const failures: Failure[] = [];
  let done = 0;
  const areDone = (blocks: number): void => {
    done += blocks;
    run.onProgress(done / total);
  };
  const failed = (from: number, error: unknown): void => {
    stopPieces(pieces);
    failures.push({ from, error });
  };
  const task = { ready: run.ready, makes: work.makes, pieces };
  const others = otherThreads(task, run.packageFolder, failed, (answer) => {
    if (answer.kind === "blocks") areDone(answer.blocks);
    else if (answer.kind === "problems")
      failures.push({ from: answer.from, error: new ScenarioError(answer.problems) });
    else work.take(answer);
  });
  if (workers !== undefined) others.start(Math.min(workers, total) - 1);
  const start = process.cpuUsage();
  let from = beforeAll;
  const runHere = async (): Promise<Built> => {
    const built = work.build();
    for (const piece of takePieces(pieces)) {
      ({ from } = piece);
      for (const blocks of work.run(built, piece)) {
        areDone(blocks);
        await setImmediate(); // lets the answers of the others in
        const spent = millisecondsSince(start);
        // What is done before the first block, as is the centre, counts as one.
        if (workers === undefined && spent > warmUp) others.start(threadsWorth((spent / (done + 1)) * (total - done)));
      }
    }
    return built;
  };
  const here = runHere();
  await here.catch((error: unknown) => failed(from, error));
  await others.end();
  const [first] = failures.sort((a, b) => a.from - b.from);
  if (first) throw first.error;
  return here;
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
  onFailure: (from: number, error: unknown) => void,
  onAnswer: (answer: ThreadAnswer) => void,
) => {
  const ended: Promise<void>[] = [];
  const startOne = (): Promise<void> =>
    new Promise((resolve) => {
      const thread = new Worker(join(packageFolder, "dist", "cli", "thread.js"), { workerData: task });
      thread.on("message", onAnswer);
      thread.on("error", (error) => {
        onFailure(Number.POSITIVE_INFINITY, isOutOfMemory(error) ? outOfMemory : error);
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
