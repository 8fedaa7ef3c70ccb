import { closeSteps, notePeak } from "./contacts/closing.js";
import { stepDemand } from "./contacts/demand.js";
import { stepTallies } from "./contacts/tallies.js";
import { noteLastValues } from "./last-values.js";
import { stepCosts } from "./money/costs.js";
import { stepLines } from "./money/lines.js";
import { startYear } from "./money/year-end.js";
import { endPeople, stepPeople } from "./people/people.js";
import type { Cycle, Plan } from "./plan.js";
import { watchBounds } from "./values/passed-bounds.js";

/**
 * One cycle of a strategy, in the order in which things happen: numbers and effects, budgets, people, demand, accounts.
 * At its end all is as a plan that runs after this one may read it.
 */
export const runCycle = (plan: Plan, { moment, factors }: Cycle): void => {
  const { schedule, watches, people, demand, yearEnd, tallies, accounts, lines, lastValues } = plan;
  schedule.startCycle(moment);
  watchBounds(watches, moment);
  startYear(yearEnd, moment);
  stepPeople(people, moment);
  stepDemand(demand, moment);
  stepTallies(tallies, moment.year);
  for (const spent of lastValues.spend.values()) spent.fill(0);
  stepCosts(accounts, moment, factors);
  stepLines(lines, moment, factors, lastValues.spend);
};

/** Goes on to the next cycle, when all plans have run this one: people move, and formulas will read what is noted. */
export const endCycle = ({ program, people, demand, lastValues }: Plan, { moment }: Cycle): void => {
  endPeople(people);
  for (const { queue, served } of demand.services) if (queue?.closing) notePeak(queue.closing, served, moment);
  if (moment.cycleOfYear === program.cyclesPerYear - 1) closeSteps(demand.closings, moment);
  noteLastValues(lastValues);
};
