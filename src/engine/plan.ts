import { cycleFactors } from "../base/appraisal/discounting.js";
import { kept } from "../base/kept.js";
import { cyclesPerYear, type Moment, momentOf } from "../base/time.js";
import type { Strategy } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import { buildDemand, type Demand } from "./contacts/demand.js";
import { startQueue } from "./contacts/queues.js";
import { buildTallies, type Tally } from "./contacts/tallies.js";
import { buildLastValues, type LastValues } from "./last-values.js";
import { buildCosts, emptyScratch, type Scratch, type ServiceAccount } from "./money/costs.js";
import { buildLines, type Lines } from "./money/lines.js";
import { buildYearEnd, type YearChange } from "./money/year-end.js";
import type { StartingSizes } from "./people/counters.js";
import { buildPeople, type People, startPeople } from "./people/people.js";
import type { Reached } from "./reach.js";
import { effectsOf } from "./values/effects.js";
import type { Inputs } from "./values/inputs.js";
import { startWatching } from "./values/passed-bounds.js";
import { buildProgram, type Program } from "./values/program.js";
import type { Schedule } from "./values/schedule.js";
import type { Watch } from "./values/shared-values.js";

/** A cycle of a run, and its discount factors: of what goes on, of what happens once, and of outcomes. */
export interface Cycle {
  readonly moment: Moment;
  readonly factors: { readonly flow: number; readonly once: number; readonly outcomes: number };
}

/** The cycles of a run, in order. */
const cyclesOf = kept(({ time, money }: Scenario): readonly Cycle[] => {
  const perYear = cyclesPerYear[time.cycle];
  const { flow, once } = cycleFactors(money.discounting, perYear, time.years);
  const outcomes = cycleFactors(money.outcomes, perYear, time.years).flow;
  return Array.from(flow, (factor, place) => ({
    moment: momentOf(place + 1, perYear),
    factors: { flow: factor, once: once[place], outcomes: outcomes[place] },
  }));
});

/**
 * Everything that one strategy needs to run: a table of contents of the engine's mechanisms. What it does not reach is
 * in none of them, or is that of business as usual.
 */
export interface Plan {
  readonly program: Program;
  /** What of the program runs, and the numbers that are watched. */
  readonly schedule: Schedule;
  readonly watches: readonly Watch[];
  readonly people: People;
  readonly demand: Demand;
  readonly tallies: readonly Tally[];
  /** The accounts of the services that the plan runs. */
  readonly accounts: readonly ServiceAccount[];
  readonly scratch: Scratch;
  readonly lines: Lines;
  readonly yearEnd: YearChange;
  readonly lastValues: LastValues;
  readonly cycles: readonly Cycle[];
}

/** The inputs and starting sizes that all strategies of a run share. */
export interface SharedInputs {
  readonly inputs: Inputs;
  readonly startingSizes: StartingSizes;
}

/** The plan of business as usual, and what a strategy may change of it. */
interface Alongside {
  readonly usual: Plan;
  readonly reached: Reached;
}

/** Builds the plan of business as usual; or that of a strategy, which runs alongside it. */
export const buildPlan = (
  scenario: Scenario,
  strategy: Strategy,
  { inputs, startingSizes: starting }: SharedInputs,
  { usual, reached = new Set<string>() }: Partial<Alongside> = {},
): Plan => {
  const { of: interventions } = strategy;
  const program = buildProgram(scenario, inputs, effectsOf(scenario, strategy), reached);
  const people = buildPeople(scenario, interventions, program, { starting, reached, usual: usual?.people });
  const demand = buildDemand(scenario, interventions, program, people, { reached, usual: usual?.demand });
  const tallies = buildTallies(scenario, program, people);
  const accounts = buildCosts(scenario, program, demand);
  const lines = buildLines(scenario, interventions, program, people, demand);
  const known = [...accounts, ...(usual?.accounts ?? [])];
  const all = demand.all.flatMap((flow) => known.filter((account) => account.flow === flow));
  const yearEnd = buildYearEnd(scenario, program, all);
  return {
    program,
    schedule: program.schedule,
    watches: program.bounds.watches,
    people,
    demand,
    tallies,
    accounts,
    scratch: emptyScratch(program.width),
    lines,
    yearEnd,
    lastValues: buildLastValues(Object.keys(scenario.agencies), program, people, demand, all),
    cycles: cyclesOf(scenario),
  };
};

/** Begins a block: computes its fixed numbers, then the first cycle's numbers, and puts people where they start. */
export const startPlan = ({ program, schedule, watches, people, demand }: Plan): void => {
  schedule.startBlock();
  schedule.startCycle(momentOf(1, program.cyclesPerYear));
  startWatching(watches);
  startPeople(people);
  for (const { queue } of demand.services) if (queue) startQueue(queue);
};
