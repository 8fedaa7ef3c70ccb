import { momentOf } from "../base/time.js";
import type { RandomInput } from "../quantity/random-input.js";
import { without } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import { queueFigures } from "./axes.js";
import { type Book, writeDraws, writeYear } from "./book.js";
import { notFinite, unsoundIn, unsoundNow, type WhenUnsound } from "./checks.js";
import { type ServiceAccount, startCosts, writeCosts, writeUnitCosts } from "./costs.js";
import { runCycle } from "./cycle.js";
import { startDemand, underWayTo } from "./demand.js";
import { steadyHistory } from "./history.js";
import { emptyInputs, type Inputs } from "./inputs.js";
import { startLines, writeLines } from "./lines.js";
import { notePeople, stepPeople } from "./people.js";
import { buildPlan, type Plan, startPlan } from "./plan.js";
import { writeIdle } from "./spend.js";
import { startTallies, writeTallies } from "./tally.js";
import { unbalanced } from "./volumes.js";
import { closeAccounts } from "./year-end.js";

/** A scenario ready to run on columns of a width: fill its inputs, run, and the book holds the results from draw `from` on. */
export interface Machine {
  readonly inputs: Inputs;
  readonly run: (book: Book, from: number, whenUnsound?: WhenUnsound) => void;
}

/** Builds business as usual and the strategies on shared inputs. */
export const buildMachine = (
  scenario: Scenario,
  strategies: readonly string[],
  chances: readonly RandomInput[],
  width: number,
): Machine => {
  const inputs = emptyInputs(chances, width);
  const startingSizes = new Map(Object.keys(scenario.cohorts).map((name) => [name, new Float64Array(width)]));
  const usual = buildPlan(scenario, without, inputs, startingSizes);
  const plans = strategies.map((name) => buildPlan(scenario, scenario.strategies[name], inputs, startingSizes, usual));
  const run = (book: Book, from: number, whenUnsound: WhenUnsound = "stop"): void => {
    startPlan(usual);
    notePeople(usual.people, (cohort) => startingSizes.get(cohort));
    const first = momentOf(1, usual.cyclesPerYear);
    usual.program.startCycle(first);
    stepPeople(usual.people, first);
    const history = steadyHistory(scenario, usual.demand, width, whenUnsound);
    // The first cycle was run for its steady flow only.
    startPlan(usual);
    runPlan(usual, history, whenUnsound, (year) => {
      writeActivity(book, 0, from, usual.costs, year);
      writeUnitCosts(book, from, usual.costs, year);
      writeIdle(book, from, usual.costs, year);
      closeAccounts(usual.yearEnd, book, -1, from, year, usual.yearEnd);
    });
    writePlan(book, 0, from, usual);
    for (const [strategy, plan] of plans.entries()) {
      startPlan(plan);
      runPlan(plan, history, whenUnsound, (year) => {
        writeActivity(book, strategy + 1, from, plan.costs, year);
        writeCosts(book, strategy, from, plan.costs, usual.costs, year);
        writeLines(book, strategy, from, plan.lines, year);
        closeAccounts(plan.yearEnd, book, strategy, from, year, usual.yearEnd);
      });
      writePlan(book, strategy + 1, from, plan);
      writeTallies(book, strategy, from, plan.tallies);
    }
  };
  return { inputs, run };
};

/** Runs all cycles of a plan that was started; a number that is not finite stops the run, with the address it came from. */
const runPlan = (
  plan: Plan,
  history: ReadonlyMap<string, Float64Array>,
  whenUnsound: WhenUnsound,
  closeAccounts: (year: number) => void,
): void => {
  const close = (cycle: number): void => {
    if (cycle % plan.cyclesPerYear === 0) closeAccounts(cycle / plan.cyclesPerYear - 1);
  };
  runCycles(plan, history, close);
  if (whenUnsound === "mark") return;
  const [off] = unbalanced(plan.costs, plan.demand);
  if (off !== undefined) throw new Error(`The contacts of ${off} do not balance: this is a fault of who-saves.`);
  const unsound = unsoundIn(plan);
  if (unsound.length === 0) return;
  // Only then is it worth looking at every number of every cycle, for the one it came from.
  startPlan(plan);
  runCycles(plan, history, (cycle) => {
    close(cycle);
    const sources = unsoundNow(plan);
    if (sources.length > 0) throw notFinite(sources, `in cycle ${cycle}`);
  });
  throw notFinite(unsound, "in some cycle");
};

const runCycles = (
  plan: Plan,
  history: ReadonlyMap<string, Float64Array>,
  afterCycle: (cycle: number) => void,
): void => {
  startDemand(plan.demand, history);
  startTallies(plan.tallies);
  startCosts(plan.costs);
  startLines(plan.lines);
  for (let cycle = 1; cycle <= plan.cycles; cycle++) {
    runCycle(plan, cycle);
    afterCycle(cycle);
  }
};

const writePlan = (book: Book, place: number, from: number, plan: Plan): void => {
  writeStops(book, place, from, plan);
  writePeople(book, place, from, plan);
};

/** Writes the contacts served in a year. */
const writeActivity = (
  book: Book,
  strategy: number,
  from: number,
  accounts: readonly ServiceAccount[],
  year: number,
): void => {
  const services = book.activity.axes[1].labels;
  for (const { name, plain, present } of accounts) {
    const place = [strategy, services.indexOf(name), year];
    writeYear(book.activity, book.activityPresent, place, from, plain.served[year], present.served[year]);
  }
};

/** Writes what is under way to each service, and what its queue tells. */
const writeStops = (book: Book, strategy: number, from: number, { costs, demand, program }: Plan): void => {
  const services = book.underWay.axes[1].labels;
  const queues = book.queues.axes[1].labels;
  for (const { name, told } of costs) {
    const underWay = underWayTo(demand, name, program.width);
    if (underWay) writeDraws(book.underWay, [strategy, services.indexOf(name)], from, underWay);
    for (const [place, figure] of told ? queueFigures.entries() : [])
      for (const [year, column] of (told?.[figure] ?? []).entries())
        writeDraws(book.queues, [strategy, queues.indexOf(name), place, year], from, column);
  }
};

const writePeople = (book: Book, strategy: number, from: number, { people }: Plan): void => {
  for (const [group, { years }] of people.groups.entries())
    for (const [year, column] of years.entries()) writeDraws(book.people, [strategy, group, year], from, column);
  const rows = book.crowded.axes[1].labels;
  for (const { moves } of people.cohorts)
    for (const [address, { draws }] of moves?.crowded ?? [])
      writeDraws(book.crowded, [strategy, rows.indexOf(address)], from, draws);
};
