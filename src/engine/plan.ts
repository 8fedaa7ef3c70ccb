import { type CycleFactors, cycleFactors } from "../base/discounting.js";
import type { Column } from "../base/kernels.js";
import { cyclesPerYear, momentOf } from "../base/time.js";
import type { Strategy } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import { buildCosts, type ServiceAccount } from "./costs.js";
import { buildDemand, type Demand, noteLists } from "./demand.js";
import { actsOf } from "./effects.js";
import type { Inputs } from "./inputs.js";
import { buildLines, type Lines } from "./lines.js";
import { buildPeople, notePeople, type People, type StartingSizes, startPeople } from "./people.js";
import { buildProgram, type Program } from "./program.js";
import { startQueue } from "./queues.js";
import { buildTallies, type Tally } from "./tally.js";
import { buildYearEnd, type YearChange } from "./year-end.js";

/** Everything one strategy needs to run: a table of contents of the engine's mechanisms, each of which built its part. */
export interface Plan {
  readonly program: Program;
  readonly people: People;
  readonly demand: Demand;
  readonly tallies: readonly Tally[];
  readonly costs: readonly ServiceAccount[];
  readonly lines: Lines;
  readonly yearEnd: YearChange;
  readonly factors: { readonly costs: CycleFactors; readonly outcomes: CycleFactors };
  readonly cyclesPerYear: number;
  readonly cycles: number;
  /** What left each agency's budget in this cycle, where a formula reads it in the next. */
  readonly spend: ReadonlyMap<string, Column>;
}

/** Builds the plan of a strategy on inputs and starting sizes that all strategies share; `usual` is that of business as usual, which runs first. */
export const buildPlan = (
  scenario: Scenario,
  strategy: Strategy,
  inputs: Inputs,
  startingSizes: StartingSizes,
  usual?: Plan,
): Plan => {
  const { cycle, years } = scenario.time;
  const perYear = cyclesPerYear[cycle];
  const program = buildProgram(scenario.quantities, inputs, actsOf(scenario, strategy, perYear));
  const people = buildPeople(scenario, strategy.of, program, startingSizes);
  const demand = buildDemand(scenario, strategy.of, program, people, perYear, usual?.demand);
  const tallies = buildTallies(scenario, program, people, perYear);
  const costs = buildCosts(scenario, program, demand);
  const lines = buildLines(scenario, strategy.of, program, people, demand, perYear);
  const yearEnd = buildYearEnd(scenario, program, costs);
  // Only now is it known which readings some formula asks for.
  const read = Object.keys(scenario.agencies).filter((agency) => program.readings.has(`spend.${agency}`));
  return {
    program,
    people,
    demand,
    tallies,
    costs,
    lines,
    yearEnd,
    factors: {
      costs: cycleFactors(scenario.money.discounting, perYear, years),
      outcomes: cycleFactors(scenario.money.outcomes, perYear, years),
    },
    cyclesPerYear: perYear,
    cycles: perYear * years,
    spend: new Map(read.map((agency) => [agency, new Float64Array(program.width)])),
  };
};

/** Begins a block: what holds for the whole block is computed, then the first cycle's numbers, and formulas find the people there are. */
export const startPlan = ({ program, people, demand, cyclesPerYear }: Plan): void => {
  program.startBlock();
  program.startCycle(momentOf(1, cyclesPerYear));
  startPeople(people);
  for (const { queue } of demand.stops) if (queue) startQueue(queue);
  noteLists(demand, program.readings);
  notePeople(people, (name) => program.readings.get(`people.${name}`));
};
