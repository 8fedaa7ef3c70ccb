import { addProduct, copy } from "../base/kernels.js";
import { momentOf } from "../base/time.js";
import { stepCosts } from "./costs.js";
import { stepDemand } from "./demand.js";
import { stepLines } from "./lines.js";
import { noteSizes } from "./people.js";
import type { Plan } from "./plan.js";

/** One cycle of a strategy, in the order in which things happen: effects and numbers, demand, accounts, then what the next cycle may read. */
export const runCycle = (plan: Plan, cycle: number): void => {
  const { program, demand, costs, lines, factors, spend, cyclesPerYear } = plan;
  const moment = momentOf(cycle, cyclesPerYear);
  program.startCycle(moment);
  stepDemand(demand, cycle);
  for (const spent of spend.values()) spent.fill(0);
  stepCosts(costs, moment, factors.flow[cycle - 1]);
  stepLines(lines, moment, { flow: factors.flow[cycle - 1], once: factors.once[cycle - 1] }, spend);
  noteReadings(plan);
};

/** What the formulas of the next cycle may read: people there are, contacts served, money spent. */
const noteReadings = ({ program: { readings }, people, costs, spend }: Plan): void => {
  noteSizes(people, (cohort) => readings.get(`people.${cohort}`));
  for (const { name, served, bearers } of costs) {
    const contacts = readings.get(`contacts.${name}`);
    if (contacts) copy(contacts, served);
    for (const { agency, uprating, now } of bearers) {
      const spent = spend.get(agency);
      if (spent) addProduct(spent, uprating, now.cost, served);
    }
  }
  for (const [agency, spent] of spend) copy(readings.get(`spend.${agency}`) as Float64Array, spent);
};
