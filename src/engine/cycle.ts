import { momentOf } from "../base/time.js";
import { closeSteps, notePeak } from "./closing.js";
import { stepCosts } from "./costs.js";
import { stepDemand } from "./demand.js";
import { noteLastValues } from "./last-values.js";
import { stepLines } from "./lines.js";
import { watchBounds } from "./passed-bounds.js";
import { endPeople, stepPeople } from "./people.js";
import type { Plan } from "./plan.js";
import { stepTallies } from "./tallies.js";
import { startYear } from "./year-end.js";

/**
 * One cycle (1 and on) of a strategy, in the order in which things happen: numbers and effects, budgets, people,
 * demand, accounts, then what formulas of the next cycle read. `record` is called while people are counted as they are
 * in this cycle.
 */
export const runCycle = (plan: Plan, cycle: number, record: (cycle: number) => void): void => {
  const { program, people, demand, yearEnd, tallies, accounts, lines, factors, lastValues } = plan;
  const moment = momentOf(cycle, program.cyclesPerYear);
  const { flow, once } = factors.costs;
  program.startCycle(moment);
  watchBounds(program.bounds, moment);
  startYear(yearEnd, moment);
  stepPeople(people, moment);
  stepDemand(demand, moment);
  stepTallies(tallies, moment.year);
  for (const spent of lastValues.spend.values()) spent.fill(0);
  stepCosts(accounts, moment, { costs: flow[cycle - 1], outcomes: factors.outcomes.flow[cycle - 1] });
  stepLines(lines, moment, { flow: flow[cycle - 1], once: once[cycle - 1] }, lastValues.spend);
  record(cycle);
  endPeople(people);
  for (const { queue, served } of demand.services) if (queue?.closing) notePeak(queue.closing, served, moment);
  if (moment.cycleOfYear === program.cyclesPerYear - 1) closeSteps(demand.closings, moment);
  noteLastValues(lastValues);
};
