import { readFileSync, writeSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { errorText } from "../../base/problems/error-text.js";
import { mistake, ScenarioError } from "../../base/problems/problem.js";
import { rowsOf } from "../../laws/index.js";
import { answersTo, type RuleAnswer, type RuleTask } from "./rule-answers.js";
import { readRuleFile } from "./rule-file.js";
import { readWorlds } from "./worlds.js";

// The process of a rule file. The file may loop, exit, or wait for ever, so the command line only reads its answers.

const tell = (answer: RuleAnswer): void => {
  writeSync(answersTo, `${JSON.stringify(answer)}\n`);
};

/** Reports an error of the rule file, and ends the process. */
const leave = (shown: string, error: unknown): never => {
  const { problems } =
    error instanceof ScenarioError ? error : mistake(shown, `Its laws cannot be tried: ${errorText(error)}`);
  tell({ kind: "problems", problems });
  return process.exit(0);
};

/** Lets rejections that nobody handles be reported. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does some work, at most for some seconds; false if it takes longer. Also a loop without an end is stopped. */
const isDoneWithin = (seconds: number, work: () => void): boolean => {
  try {
    runInContext("work()", createContext({ work }), { timeout: seconds * 1000 });
    return true;
  } catch (error) {
    // The error is of the other context, so it is no instance of this context's Error.
    if (typeof error === "object" && error !== null && Reflect.get(error, "code") === tooLate) return false;
    throw error;
  }
};

const tooLate = "ERR_SCRIPT_EXECUTION_TIMEOUT";

const tryRule = async ({ file, seed, runs, path, exhaustive, worlds, seconds }: RuleTask): Promise<void> => {
  const { rule, laws, breaks, family, roundsTo } = await readRuleFile(file);
  const examples = worlds === undefined ? undefined : readWorlds(worlds, family);
  await settled();
  tell({ kind: "loaded", laws: laws.length });
  let last: unknown;
  const answers = (world: unknown): unknown => {
    last = world;
    const answer = rule(world);
    if (answer instanceof Promise)
      leave(file.shown, mistake(file.shown, "Its rule returns a promise.", "A rule answers at once: leave out async."));
    return answer;
  };
  const rows = rowsOf(answers, laws, {
    mode: exhaustive ? "exhaustive" : "random",
    text: readFileSync(file.path, "utf8"),
    ...(seed === undefined ? {} : { seed }),
    ...(runs === undefined ? {} : { runs }),
    ...(path === undefined ? {} : { path }),
    ...(roundsTo === undefined ? {} : { roundsTo }),
    ...(examples === undefined ? {} : { examples }),
  });
  for (const law of laws) {
    const inTime = isDoneWithin(seconds, () => {
      const { value: row } = rows.next();
      if (row) tell({ kind: "row", row: { ...row, declared: breaks.includes(law.id) } });
    });
    if (!inTime) tell({ kind: "unanswered", unanswered: { law: law.id, world: JSON.stringify(last) ?? "" } });
    if (!inTime) return;
    await settled();
  }
  // After the last row it says whether a path led to no world.
  rows.next();
  tell({ kind: "done" });
};

const task: RuleTask = JSON.parse(process.argv[2]);
for (const event of ["uncaughtException", "unhandledRejection"])
  process.on(event, (error: unknown) => leave(task.file.shown, error));
// Nothing is left to do, but the file is not loaded.
process.on("beforeExit", () =>
  leave(
    task.file.shown,
    mistake(task.file.shown, "It never finishes loading: it awaits what never comes.", "Leave out that await."),
  ),
);
tryRule(task).then(
  () => process.exit(0),
  (error: unknown) => leave(task.file.shown, error),
);
