import { counted, listed, mistake } from "../../base/problems/problem.js";
import { blockSize } from "../../base/random/random.js";
import { type Blocks, blocksOf } from "../../engine/blocks.js";

/** A part of a run: part `index`, from 1, of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A scheduler of job arrays, and how it numbers their tasks. */
interface Scheduler {
  readonly name: string;
  /** The variable with the number of a task. */
  readonly task: string;
  /** How the tasks are numbered: from `first`, at a distance; how many there are, and the last, if it states them. */
  readonly array: (env: NodeJS.ProcessEnv) => {
    readonly first: number | undefined;
    readonly step: number;
    readonly tasks?: number | undefined;
    readonly last?: number | undefined;
  };
}

const stated = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const schedulers: readonly Scheduler[] = [
  {
    name: "Slurm",
    task: "SLURM_ARRAY_TASK_ID",
    array: (env) => ({
      first: stated(env.SLURM_ARRAY_TASK_MIN),
      step: Number(env.SLURM_ARRAY_TASK_STEP ?? 1),
      tasks: stated(env.SLURM_ARRAY_TASK_COUNT),
      last: stated(env.SLURM_ARRAY_TASK_MAX),
    }),
  },
  { name: "Kubernetes", task: "JOB_COMPLETION_INDEX", array: () => ({ first: 0, step: 1 }) },
  {
    name: "AWS Batch",
    task: "AWS_BATCH_JOB_ARRAY_INDEX",
    array: (env) => ({ first: 0, step: 1, tasks: stated(env.AWS_BATCH_JOB_ARRAY_SIZE) }),
  },
];

/** The part that `--shard` asks for: `2/8`, or `auto/8` in a task of a job array. */
export const shardOf = (text: string, env: NodeJS.ProcessEnv): Shard => {
  const [, index, count] = /^(auto|\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  if (index === undefined)
    throw mistake("--shard", `This is no part: ${text}.`, "Write 2/8, the second of eight; or auto/8 in a job array.");
  const shard = { index: index === "auto" ? taskOf(Number(count), env) : Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw mistake(
    "--shard",
    `There is no part ${shard.index} of ${shard.count}.`,
    shard.count === 0 ? "Write 1/1 for the whole run." : `Parts are 1/${shard.count} to ${shard.count}/${shard.count}.`,
  );
};

/** The part, from 1, that this task of a job array is to run. Numbers that do not fit are refused. */
const taskOf = (count: number, env: NodeJS.ProcessEnv): number => {
  const found = schedulers.filter(({ task }) => env[task] !== undefined);
  const all = schedulers.map(({ name, task }) => `${name} (${task})`);
  if (found.length === 0)
    throw mistake(
      "--shard",
      `This is no task of a job array of ${listed(all, "or")}.`,
      `Name the part: --shard 1/${count}.`,
    );
  const byHand = `Name the part of this task: --shard 1/${count} to ${count}/${count}.`;
  const [{ name, task, array }] = found;
  if (found.length > 1)
    throw mistake("--shard", `${listed(found.map((each) => each.task))} are all set: which counts?`, byHand);
  const { first, step, tasks, last } = array(env);
  const unknown = `${task} ${env[task]} does not tell the part.`;
  if (first === undefined) throw mistake("--shard", `${name} does not state its first task: ${unknown}`, byHand);
  const index = (Number(env[task]) - first) / step + 1;
  if (tasks !== undefined && tasks !== count)
    throw mistake("--shard", `${name} runs ${counted(tasks, "task")}, not ${count}: ${unknown}`, byHand);
  const hasGaps = last !== undefined && last !== first + (count - 1) * step;
  if (Number.isInteger(index) && index >= 1 && index <= count && !hasGaps) return index;
  throw mistake(
    "--shard",
    `${task} is ${env[task]}: with ${count} parts from ${first} it is ${first} to ${first + (count - 1) * step}.`,
    byHand,
  );
};

/** The blocks of a part, as equal as they can be. More parts than blocks are refused. */
export const blocksOfShard = (shard: Shard, draws: number): Blocks => {
  const blocks = blocksOf(draws);
  if (shard.count <= blocks) return pieceOf(shard, blocks);
  throw mistake(
    "--shard",
    `${counted(draws, "draw")} are ${counted(blocks, "block")} of ${blockSize}, so at most ${counted(blocks, "part")}.`,
    `Write --shard 1/${blocks}, or ask for more --draws.`,
  );
};

/** The rows of a part of a table of values, as equal as they can be. More parts than rows are refused. */
export const rowsOfShard = (shard: Shard, rows: number): Blocks => {
  if (shard.count <= rows) return pieceOf(shard, rows);
  throw mistake(
    "--shard",
    `${counted(rows, "row")} can be at most ${counted(rows, "part")}.`,
    `Write --shard 1/${rows}.`,
  );
};

const pieceOf = ({ index, count }: Shard, total: number): Blocks => {
  const at = (part: number): number => Math.floor((part * total) / count);
  return { from: at(index - 1), to: at(index) };
};
