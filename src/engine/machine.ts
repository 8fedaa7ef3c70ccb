import { ScenarioError } from "../base/problems/problem.js";
import { must } from "../base/records.js";
import type { RandomInput } from "../quantity/random-input.js";
import { without } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import { historyOf, type RunningArm, runArms } from "./arms.js";
import type { Book } from "./book/book.js";
import { businessAsUsual } from "./book/strategy-index.js";
import type { WhenUnsound } from "./checks.js";
import type { UnderWayBefore } from "./history.js";
import { buildPlan, type Plan } from "./plan.js";
import { reachedBy } from "./reach.js";
import { waysProblem } from "./run-size.js";
import { type Turn, wholeTurn } from "./turns/turn.js";
import { emptyInputs, type Inputs } from "./values/inputs.js";
import { addPassed } from "./values/passed-bounds.js";
import { passedIn } from "./write-plan.js";

/**
 * A scenario ready to run. The caller fills `inputs` with a block of draws; `run` writes its results from draw `from`.
 */
export interface Machine {
  readonly inputs: Inputs;
  readonly run: MachineRun;
  /** Business as usual, then the strategies. */
  readonly plans: readonly Plan[];
  /** Runs a turn of each plan, and notes no bounds. `isAgain`: the turns before wrote into the same book. */
  readonly runTurns: (turns: readonly Turn[], isAgain: boolean, ...into: Parameters<MachineRun>) => void;
}

/** Runs a block and writes it into a book from draw `from`. Draws past the end of the book are left out. */
export type MachineRun = (book: Book, from: number, whenUnsound?: WhenUnsound) => void;

/** Builds business as usual and the strategies for blocks of `width` draws. */
export const buildMachine = (
  scenario: Scenario,
  strategies: readonly string[],
  randomInputs: readonly RandomInput[],
  width: number,
): Machine => {
  const tooMany = waysProblem(scenario, strategies, width);
  if (tooMany !== undefined) throw new ScenarioError([tooMany]);
  const inputs = emptyInputs(randomInputs, width);
  const startingSizes = new Map(Object.keys(scenario.cohorts).map((name) => [name, new Float64Array(width)]));
  const shared = { inputs, startingSizes };
  const usual = buildPlan(scenario, without, shared);
  const reaches = reachedBy(scenario);
  const strategyPlans = strategies.map((name) =>
    buildPlan(scenario, scenario.strategies[name], shared, { usual, reached: must(reaches, name) }),
  );
  const plans = [usual, ...strategyPlans];
  let history: UnderWayBefore = new Map();
  const runTurns: Machine["runTurns"] = (turns, isAgain, book, from, whenUnsound = "stop") => {
    const armOf = (place: number, strategy: RunningArm["destination"]["strategy"]): RunningArm => ({
      plan: plans[place],
      turn: turns[place],
      destination: { book, strategy, from },
      isAgain,
    });
    const arms = strategyPlans.map((_, strategy) => armOf(strategy + 1, strategy));
    const ofUsual = armOf(0, businessAsUsual);
    history = historyOf(scenario, ofUsual, history, whenUnsound);
    runArms(ofUsual, arms, history, whenUnsound);
  };
  const whole = plans.map((plan) => wholeTurn(plan));
  const run: MachineRun = (book, from, whenUnsound) => {
    runTurns(whole, false, book, from, whenUnsound);
    notePassed({ plans, inputs }, book, from);
  };
  return { inputs, plans, runTurns, run };
};

/** Adds the draws of a block that passed a bound to those of a book, which has them from draw `from` on. */
export const notePassed = (
  { plans, inputs }: Pick<Machine, "plans" | "inputs">,
  { passed, draws }: Book,
  from: number,
): void => {
  const count = Math.min(inputs.width, draws - from);
  for (const [arm, plan] of plans.entries())
    for (const past of passedIn(plan, plans[0], 0, count)) addPassed(passed, arm, past);
};
