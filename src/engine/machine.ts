import { drawsFrom } from "../base/cube.js";
import { addScaled, type Column } from "../base/kernels.js";
import { ScenarioError } from "../base/problem.js";
import { pairsOf } from "../base/records.js";
import { momentOf } from "../base/time.js";
import type { RandomInput } from "../quantity/random-input.js";
import { without } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Book, Destination } from "./book.js";
import { notFinite, unsoundError, unsoundIn, unsoundNow, type WhenUnsound } from "./checks.js";
import { startCosts } from "./costs.js";
import { runCycle } from "./cycle.js";
import { type Before, type Demand, startDemand } from "./demand.js";
import { steadyHistory } from "./history.js";
import { emptyInputs, type Inputs } from "./inputs.js";
import { startLines, writeLines } from "./lines.js";
import { addPassed, drawsPast } from "./passed-bounds.js";
import { peopleNotes, stepPeople } from "./people.js";
import { takeNotes } from "./people-sums.js";
import { buildPlan, type Plan, startPlan } from "./plan.js";
import { type QueueFigure, queueFigures } from "./queue-figures.js";
import { waysProblem } from "./run-size.js";
import { businessAsUsual, withUsualFirst } from "./strategy-index.js";
import { startTallies, writeTallies } from "./tallies.js";
import { writeIdle } from "./usual-spending.js";
import { unbalanced } from "./volumes.js";
import { writeCosts, writeUnitCosts } from "./write-costs.js";
import { closeAccounts } from "./year-end.js";
import { writeDraws, writeYear } from "./yearly-cube.js";

/**
 * A scenario ready to run. The caller fills `inputs` with a block of draws; `run` writes its results from draw `from`.
 * It runs business as usual, then the strategies. These may run again on other inputs that business as usual never
 * reads.
 */
export interface Machine extends Record<"run" | "runUsual" | "runStrategies", Run> {
  readonly inputs: Inputs;
}

type Run = (book: Book, from: number, whenUnsound?: WhenUnsound) => void;

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
  const everyone = peopleNotes(usual.people, (cohort) => startingSizes.get(cohort));
  const plans = strategies.map((name) => buildPlan(scenario, scenario.strategies[name], shared, usual));
  let history: ReturnType<typeof steadyHistory> = new Map();
  const runUsual: Run = (book, from, whenUnsound = "stop") => {
    startPlan(usual);
    takeNotes(everyone);
    const first = momentOf(1, usual.program.cyclesPerYear);
    usual.program.startCycle(first);
    stepPeople(usual.people, first);
    history = steadyHistory(scenario, usual.demand, width, whenUnsound);
    // The first cycle was run for its steady flow only.
    startPlan(usual);
    const usualDestination = { book, strategy: businessAsUsual, from };
    runPlan(usual, { history, whenUnsound, destination: usualDestination }, (year) => {
      writeActivity(usualDestination, usual, year);
      writeUnitCosts(book, from, usual.accounts, year);
      writeIdle(book, from, usual.accounts, year);
      closeAccounts(usual.yearEnd, usualDestination, year, usual.yearEnd);
    });
    writePlan(usualDestination, usual);
  };
  const runStrategies: Run = (book, from, whenUnsound = "stop") => {
    for (const [strategy, plan] of plans.entries()) {
      const destination = { book, strategy, from };
      startPlan(plan);
      runPlan(plan, { history, whenUnsound, destination }, (year) => {
        writeActivity(destination, plan, year);
        writeCosts(destination, plan.accounts, usual.accounts, year);
        writeLines(destination, plan.lines, year);
        closeAccounts(plan.yearEnd, destination, year, usual.yearEnd);
      });
      writePlan(destination, plan);
      writeTallies(destination, plan.tallies);
    }
  };
  const run: Run = (...into) => {
    runUsual(...into);
    runStrategies(...into);
  };
  return { inputs, run, runUsual, runStrategies };
};

/** How a plan is run: the contacts under way before, what to do about unsound numbers, and where cycles are written. */
interface Running {
  readonly history: ReadonlyMap<string, Before>;
  readonly whenUnsound: WhenUnsound;
  readonly destination: Destination;
}

/**
 * Runs all cycles of a plan that was started. `closeYear` gets each year from 0 at its end. A number that is not finite
 * stops the run, with the address it comes from.
 */
const runPlan = (plan: Plan, running: Running, closeYear: (year: number) => void): void => {
  const { cyclesPerYear } = plan.program;
  const close = (cycle: number): void => {
    if (cycle % cyclesPerYear === 0) closeYear(cycle / cyclesPerYear - 1);
  };
  runCycles(plan, running, close);
  if (running.whenUnsound === "mark") return;
  if (unsoundIn(plan).length === 0) {
    const [off] = unbalanced(plan.accounts, plan.demand);
    if (off !== undefined) throw new Error(`The contacts of ${off} do not balance: this is a fault of who-saves.`);
    return;
  }
  // The second run looks at every number in every cycle, to find the first that is not finite.
  startPlan(plan);
  runCycles(plan, running, (cycle) => {
    close(cycle);
    const sources = unsoundNow(plan);
    if (sources.length > 0) throw notFinite(sources, `in cycle ${cycle}`);
  });
  throw unsoundError(plan);
};

const runCycles = (plan: Plan, { history, destination }: Running, afterCycle: (cycle: number) => void): void => {
  const record = (cycle: number): void => writeCycle(destination, plan, cycle);
  startDemand(plan.demand, history);
  startTallies(plan.tallies);
  startCosts(plan.accounts);
  startLines(plan.lines);
  for (let cycle = 1; cycle <= plan.cycles; cycle++) {
    runCycle(plan, cycle, record);
    afterCycle(cycle);
  }
};

const writePlan = (destination: Destination, plan: Plan): void => {
  writeServices(destination, plan);
  writePeople(destination, plan);
  writePassed(destination, plan);
};

/** Writes the contacts served in a year (from 0). */
const writeActivity = ({ book, strategy, from }: Destination, { accounts }: Plan, year: number): void => {
  const services = book.activity.plain.axes[1].labels;
  for (const { name, plain, present } of accounts) {
    const place = [withUsualFirst(strategy), services.indexOf(name), year];
    writeYear(book.activity, place, from, { plain: plain.served[year], present: present.served[year] });
  }
};

/** Writes the people and the contacts of a cycle (1 and on), if the book records cycles. */
const writeCycle = ({ book, strategy, from }: Destination, { people, demand, program }: Plan, cycle: number): void => {
  if (!book.byCycle) return;
  const { people: heads, contacts } = book.byCycle;
  const arm = withUsualFirst(strategy);
  for (const [group, { counted }] of people.groups.entries()) {
    const draws = drawsFrom(heads, from, program.width, [arm, group, cycle - 1]);
    for (const column of counted) addScaled(draws, 1, column);
  }
  const services = contacts.axes[1].labels;
  for (const { name, served, queue } of demand.services)
    for (const [place, column] of [served, queue?.turnedAway].entries())
      if (column) writeDraws(contacts, [arm, services.indexOf(name), place, cycle - 1], from, column);
};

/** Writes the contacts under way to each service, and the figures of its queue. */
const writeServices = ({ book, strategy, from }: Destination, { accounts, demand, program }: Plan): void => {
  const services = book.underWay.axes[1].labels;
  const queues = book.queues.axes[1].labels;
  const arm = withUsualFirst(strategy);
  for (const { name, flow, figures, ranks } of accounts) {
    const underWay = underWayTo(demand, name, program.width);
    if (underWay) writeDraws(book.underWay, [arm, services.indexOf(name)], from, underWay);
    const lines = figures === undefined ? [] : [{ line: name, figures }];
    const ofRanks = ranks.map((own, place) => ({ line: flow.queue?.ranks[place].name ?? "", figures: own }));
    for (const { line, figures: own } of [...lines, ...ofRanks])
      for (const [figure, years] of pairsOf<QueueFigure, readonly Column[]>(own))
        for (const [year, column] of years.entries())
          writeDraws(book.queues, [arm, queues.indexOf(line), queueFigures.indexOf(figure), year], from, column);
  }
};

/** The sum of contacts under way to a service; undefined if none of its causes has a delay. */
const underWayTo = ({ causes }: Demand, service: string, width: number): Column | undefined => {
  const slots = causes.flatMap(({ to, underWay, late, spread }) =>
    to === service ? [...(spread ? [] : underWay), ...(late.cycles > 0 || spread ? [late.sum] : [])] : [],
  );
  if (slots.length === 0) return undefined;
  const out = new Float64Array(width);
  for (const slot of slots) addScaled(out, 1, slot);
  return out;
};

const writePeople = ({ book, strategy, from }: Destination, { people }: Plan): void => {
  const arm = withUsualFirst(strategy);
  for (const [group, { years }] of people.groups.entries())
    for (const [year, column] of years.entries()) writeDraws(book.people, [arm, group, year], from, column);
};

/** Adds the draws of the block in which a number passed a bound. The last block may have more draws than the book. */
const writePassed = ({ book, strategy, from }: Destination, { program }: Plan): void => {
  const count = Math.min(program.width, book.draws - from);
  for (const past of drawsPast(program.bounds, count)) addPassed(book.passed, withUsualFirst(strategy), past);
};
