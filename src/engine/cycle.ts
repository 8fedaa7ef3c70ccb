import { addProduct, copy } from "../base/kernels.js";
import { momentOf } from "../base/time.js";
import { closeSteps } from "./closing.js";
import { stepCosts } from "./costs.js";
import { noteLists, stepDemand } from "./demand.js";
import { stepLines } from "./lines.js";
import { endPeople, notePeople, stepPeople } from "./people.js";
import type { Plan } from "./plan.js";
import { stepTallies } from "./tally.js";
import { startYear } from "./year-end.js";

/** One cycle of a strategy, in the order in which things happen: effects and numbers, budgets, people, demand, accounts, then what the next cycle may read. */
export const runCycle = (plan: Plan, cycle: number): void => {
  const { program, people, demand, yearEnd, tallies, costs, lines, factors, spend, cyclesPerYear } = plan;
  const moment = momentOf(cycle, cyclesPerYear);
  const { flow, once } = factors.costs;
  program.startCycle(moment);
  startYear(yearEnd, moment);
  stepPeople(people, moment);
  stepDemand(demand, moment);
  stepTallies(tallies, moment.year);
  for (const spent of spend.values()) spent.fill(0);
  stepCosts(costs, moment, { costs: flow[cycle - 1], outcomes: factors.outcomes.flow[cycle - 1] });
  stepLines(lines, moment, { flow: flow[cycle - 1], once: once[cycle - 1] }, spend);
  endPeople(people);
  for (const { queue, served } of demand.stops) if (queue?.closing) closeSteps(queue.closing, served, moment);
  noteReadings(plan);
};

/** What the formulas of the next cycle may read: people there are, contacts served, money spent. */
const noteReadings = ({ program: { readings }, people, demand, costs, spend }: Plan): void => {
  if (readings.size === 0) return;
  notePeople(people, (name) => readings.get(`people.${name}`));
  noteLists(demand, readings);
  for (const { name, stop, isFiscal, bearers } of costs) {
    const { served } = stop;
    const contacts = readings.get(`contacts.${name}`);
    if (contacts) copy(contacts, served);
    for (const { agency, uprating, now } of isFiscal ? bearers : []) {
      const spent = spend.get(agency);
      if (spent) addProduct(spent, uprating, now.cost, served);
    }
  }
  for (const [agency, spent] of spend) copy(readings.get(`spend.${agency}`) as Float64Array, spent);
};
