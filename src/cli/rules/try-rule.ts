import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { counted, mistake, ScenarioError } from "../../base/problems/problem.js";
import { clean } from "../../base/texts/clean.js";
import { answersTo, type RuleAnswer, type RuleTask, type TriedRow, type Unanswered } from "./rule-answers.js";

/** The rows of the laws that were tried, and where the rule did not answer in time, if it did not. */
export interface RuleTried {
  readonly rows: readonly TriedRow[];
  readonly unanswered?: Unanswered;
}

/** Seconds beyond the limit of a law after which the process is ended from outside. */
const grace = 2;

/** The most that a rule file may take of the heap, in megabytes. */
const mostMegabytes = 1024;

/** The last word of a process: what it wrote so far, and how it ended. */
interface Ending {
  readonly answers: readonly RuleAnswer[];
  readonly code: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
}

/** Tries the laws on a rule file in a process of its own, which ends whatever the file does. */
export const tryRule = async (
  task: RuleTask,
  packageFolder: string,
  onLaw: (done: number) => void,
): Promise<RuleTried> => {
  const ending = await endingOf(task, packageFolder, onLaw);
  const { answers } = ending;
  const problems = answers.flatMap((answer) => (answer.kind === "problems" ? answer.problems : []));
  if (problems.length > 0) throw new ScenarioError(problems);
  const rows = answers.flatMap((answer) => (answer.kind === "row" ? [answer.row] : []));
  const unanswered = answers.find((answer) => answer.kind === "unanswered")?.unanswered;
  if (unanswered !== undefined) return { rows, unanswered };
  if (!answers.some(({ kind }) => kind === "done")) throw unfinished(task, ending);
  return { rows };
};

/** The mistake of a file whose process ended before its laws were tried. */
const unfinished = ({ file: { shown }, seconds }: RuleTask, { answers, code, signal, timedOut }: Ending) => {
  const isLoaded = answers.some(({ kind }) => kind === "loaded");
  if (timedOut)
    return mistake(
      shown,
      `It does not ${isLoaded ? "answer" : "finish loading"} within ${counted(seconds, "second")}.`,
      "A rule is a function of its world, which needs nothing from outside. --seconds allows more time.",
    );
  if (signal !== null) return mistake(shown, `Its process was ended from outside or ran out of memory (${signal}).`);
  return mistake(
    shown,
    `It ends the process (status ${code}) before its laws are tried.`,
    "A rule returns its answer, and throws an error where it has none: leave out process.exit.",
  );
};

const endingOf = (task: RuleTask, packageFolder: string, onLaw: (done: number) => void): Promise<Ending> =>
  new Promise((resolve, reject) => {
    const script = join(packageFolder, "dist", "cli", "rule-process.js");
    const child = spawn(
      process.execPath,
      [...process.execArgv, `--max-old-space-size=${mostMegabytes}`, script, JSON.stringify(task)],
      { stdio: ["ignore", "pipe", "pipe", "pipe"] },
    );
    for (const printed of [child.stdout, child.stderr]) if (printed !== null) passOn(printed);
    const answers: RuleAnswer[] = [];
    let timedOut = false;
    const stop = (): void => {
      child.kill("SIGKILL");
    };
    const late = (): void => {
      timedOut = true;
      stop();
    };
    let timer = setTimeout(late, (task.seconds + grace) * 1000);
    const end = (code: number | null, signal: string | null): void => {
      clearTimeout(timer);
      for (const name of endings) process.off(name, onSignal);
      stop();
      lines.close();
      // A process that the file itself started may hold these open, too.
      const close = (): void => [child.stdout, child.stderr].forEach((printed) => void printed?.destroy());
      setTimeout(close, 200).unref();
      resolve({ answers, code, signal, timedOut });
    };
    const onSignal = (name: NodeJS.Signals): void => {
      stop();
      for (const other of endings) process.off(other, onSignal);
      process.kill(process.pid, name);
    };
    for (const name of endings) process.on(name, onSignal);
    const pipe = child.stdio[answersTo];
    const lines = createInterface({ input: pipe instanceof Readable ? pipe : Readable.from([]) });
    lines.on("line", (line) => {
      const answer: RuleAnswer = JSON.parse(line);
      answers.push(answer);
      clearTimeout(timer);
      timer = setTimeout(late, (task.seconds + grace) * 1000);
      const [first] = answers;
      if (answer.kind === "row" && first.kind === "loaded") onLaw((answers.length - 1) / first.laws);
      if (answer.kind === "done") end(0, null);
    });
    child.on("error", reject);
    // A process that the file itself started may hold the pipe open, so `close` may never come.
    child.on("exit", (code, signal) => setTimeout(() => end(code, signal), 1000).unref());
    child.on("close", end);
  });

/** What Node prints when memory is used up; the message says so in words. */
const outOfMemory = "<--- Last few GCs --->";

/** Writes what a rule file prints to stderr, without what a terminal obeys. */
const passOn = (printed: Readable): void => {
  let isOver = false;
  printed.setEncoding("utf8").on("data", (text: string) => {
    const [before] = text.split(outOfMemory, 1);
    if (!isOver) process.stderr.write(clean(before));
    isOver ||= text.includes(outOfMemory);
  });
};

/** The signals that end this process, and with it the child. */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
