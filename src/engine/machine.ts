import { ScenarioError } from "../base/problems/problem.js";
import { momentOf } from "../base/time.js";
import type { RandomInput } from "../quantity/random-input.js";
import { without } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Book, Destination } from "./book/book.js";
import { businessAsUsual } from "./book/strategy-index.js";
import { notFinite, unsoundError, unsoundIn, unsoundNow, type WhenUnsound } from "./checks.js";
import { type Before, startDemand } from "./contacts/demand.js";
import { startTallies, writeTallies } from "./contacts/tallies.js";
import { unbalanced } from "./contacts/volumes.js";
import { runCycle } from "./cycle.js";
import { steadyHistory } from "./history.js";
import { startCosts } from "./money/costs.js";
import { startLines, writeLines } from "./money/lines.js";
import { writeCosts, writeIdle, writeUnitCosts } from "./money/write-costs.js";
import { closeAccounts } from "./money/year-end.js";
import { peopleNotes, stepPeople } from "./people/people.js";
import { takeNotes } from "./people/people-sums.js";
import { buildPlan, type Plan, startPlan } from "./plan.js";
import { waysProblem } from "./run-size.js";
import { type Turn, wholeTurn } from "./turn.js";
import { emptyInputs, type Inputs } from "./values/inputs.js";
import { writeActivity, writeCycle, writePassed, writePlan } from "./write-plan.js";

/**
 * A scenario ready to run. The caller fills `inputs` with a block of draws; `run` writes its results from draw `from`.
 * It runs business as usual, then the strategies.
 */
export interface Machine {
  readonly inputs: Inputs;
  readonly run: MachineRun;
  /** Business as usual, then the strategies. */
  readonly plans: readonly Plan[];
  /** Runs a turn of each plan. `isAgain` is true if the turns before wrote into the same book. */
  readonly runTurns: (turns: readonly Turn[], isAgain: boolean, ...into: Parameters<MachineRun>) => void;
}

/** Runs a block and writes it into a book from draw `from`. */
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
  const plans = strategies.map((name) => buildPlan(scenario, scenario.strategies[name], shared, usual));
  const runUsual = usualRun(scenario, usual);
  const runTurns: Machine["runTurns"] = (turns, isAgain, book, from, whenUnsound = "stop") => {
    const [ofUsual, ...others] = turns;
    const history = runUsual({
      turn: ofUsual,
      whenUnsound,
      isAgain,
      destination: { book, strategy: businessAsUsual, from },
    });
    for (const [strategy, plan] of plans.entries())
      runStrategy(plan, usual, {
        turn: others[strategy],
        history,
        whenUnsound,
        isAgain,
        destination: { book, strategy, from },
      });
  };
  const all = [usual, ...plans];
  const whole = all.map((plan) => wholeTurn(plan));
  return { inputs, plans: all, runTurns, run: (...into) => runTurns(whole, false, ...into) };
};

/** How a turn of a plan is run: what to do about unsound numbers, and where it writes. */
interface Running {
  readonly turn: Turn;
  readonly whenUnsound: WhenUnsound;
  readonly destination: Destination;
  /** True if the turn before wrote into the same book. */
  readonly isAgain: boolean;
}

type History = ReadonlyMap<string, Before>;

/** Returns what runs business as usual. It gives the contacts under way before the first cycle. */
const usualRun = (scenario: Scenario, usual: Plan): ((running: Running) => History) => {
  const { people, program, demand, accounts, yearEnd } = usual;
  const everyone = peopleNotes(people, (cohort) => people.starting.get(cohort));
  let history: History = new Map();
  return (running) => {
    const { turn, whenUnsound, destination, isAgain } = running;
    const { book, from } = destination;
    const { plan, note, hasHistory, isStill } = turn;
    if (isAgain && isStill) {
      writePassed(destination, usual);
      return history;
    }
    const start = (thenNote?: () => void): void =>
      startPlan(plan, () => {
        if (plan.people.cohorts.length > 0) takeNotes(everyone);
        thenNote?.();
      });
    if (hasHistory) {
      // The first cycle is run for its steady flow only.
      const first = momentOf(1, program.cyclesPerYear);
      start();
      plan.program.startCycle(first);
      stepPeople(plan.people, first);
      history = steadyHistory(scenario, demand, program.width, whenUnsound);
    }
    start(note);
    runPlan(usual, { turn, history, whenUnsound, isAgain, destination }, (year) => {
      writeActivity(destination, isAgain ? plan : usual, year);
      writeUnitCosts(book, from, accounts, year);
      writeIdle(book, from, accounts, year);
      closeAccounts(yearEnd, destination, year, yearEnd);
    });
    writePlan(destination, isAgain ? plan : usual);
    writePassed(destination, usual);
    return history;
  };
};

/** Runs a strategy after business as usual. */
const runStrategy = (plan: Plan, usual: Plan, running: Running & { readonly history: History }): void => {
  const { turn, destination, isAgain } = running;
  const { plan: written, accounts } = isAgain ? turn : wholeTurn(plan);
  if (!isAgain || !turn.isStill) {
    startPlan(turn.plan, turn.note);
    runPlan(plan, running, (year) => {
      writeActivity(destination, written, year);
      for (const place of accounts)
        writeCosts(destination, plan.accounts[place], usual.accounts[place], { year, scratch: plan.scratch });
      writeLines(destination, written.lines, year);
      closeAccounts(plan.yearEnd, destination, year, usual.yearEnd);
    });
    writePlan(destination, written);
    writeTallies(destination, written.tallies);
  }
  writePassed(destination, plan);
};

/**
 * Runs all cycles of a turn of a plan that was started. `closeYear` gets each year from 0 at its end. A number that is
 * not finite stops the run, with the address it comes from.
 */
const runPlan = (
  plan: Plan,
  running: Running & { readonly history: History },
  closeYear: (year: number) => void,
): void => {
  const { cyclesPerYear } = plan.program;
  const close = (cycle: number): void => {
    if (cycle % cyclesPerYear === 0) closeYear(cycle / cyclesPerYear - 1);
  };
  runCycles(running, close);
  if (running.whenUnsound === "mark") return;
  const { people, lines } = running.turn.plan;
  const accounts = running.turn.accounts.map((place) => plan.accounts[place]);
  if (unsoundIn({ accounts, lines, people }).length === 0) {
    const [off] = unbalanced(accounts);
    if (off !== undefined) throw new Error(`The contacts of ${off} do not balance: this is a fault of who-saves.`);
    return;
  }
  // The second run looks at every number in every cycle, to find the first that is not finite.
  startPlan(plan);
  runCycles({ ...running, turn: wholeTurn(plan) }, (cycle) => {
    close(cycle);
    const sources = unsoundNow(plan);
    if (sources.length > 0) throw notFinite(sources, `in cycle ${cycle}`);
  });
  throw unsoundError(plan);
};

const runCycles = (
  { turn, history, destination }: Running & { readonly history: History },
  afterCycle: (cycle: number) => void,
): void => {
  const { plan, note, isByYear } = turn;
  const record = (cycle: number): void => {
    writeCycle(destination, plan, cycle);
    note?.();
  };
  startDemand(plan.demand, history);
  startTallies(plan.tallies);
  startCosts(plan.accounts);
  startLines(plan.lines);
  const step = isByYear ? plan.program.cyclesPerYear : 1;
  for (let at = 0; at < plan.cycles.length; at += step) {
    runCycle(plan, plan.cycles[at], record);
    afterCycle(at + step);
  }
};
