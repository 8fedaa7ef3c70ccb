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
import { buildPeople, type People, type StartingSizes, startPeople } from "./people/people.js";
import { takeNotes } from "./people/people-sums.js";
import { effectsOf } from "./values/effects.js";
import type { Inputs } from "./values/inputs.js";
import { startWatching } from "./values/passed-bounds.js";
import { buildProgram, type Program } from "./values/program.js";

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

/** Everything that one strategy needs to run: a table of contents of the engine's mechanisms. */
export interface Plan {
  readonly program: Program;
  readonly people: People;
  readonly demand: Demand;
  readonly tallies: readonly Tally[];
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

/** Builds the plan of a strategy. `usual` is the plan of business as usual, which runs first. */
export const buildPlan = (
  scenario: Scenario,
  strategy: Strategy,
  { inputs, startingSizes }: SharedInputs,
  usual?: Plan,
): Plan => {
  const { of: interventions } = strategy;
  const program = buildProgram(scenario, inputs, effectsOf(scenario, strategy));
  const people = buildPeople(scenario, interventions, program, startingSizes);
  const demand = buildDemand(scenario, interventions, program, people, usual?.demand);
  const tallies = buildTallies(scenario, program, people);
  const accounts = buildCosts(scenario, program, demand);
  const lines = buildLines(scenario, interventions, program, people, demand);
  const yearEnd = buildYearEnd(scenario, program, accounts);
  return {
    program,
    people,
    demand,
    tallies,
    accounts,
    scratch: emptyScratch(program.width),
    lines,
    yearEnd,
    lastValues: buildLastValues(Object.keys(scenario.agencies), program, people, demand, accounts),
    cycles: cyclesOf(scenario),
  };
};

/**
 * Begins a block: computes its fixed numbers, then the first cycle's numbers, and notes the people at the start. `note`
 * is called before them.
 */
export const startPlan = ({ program, people, demand, lastValues }: Plan, note?: () => void): void => {
  program.startBlock();
  program.startCycle(momentOf(1, program.cyclesPerYear));
  startWatching(program.bounds);
  startPeople(people);
  for (const { queue } of demand.services) if (queue) startQueue(queue);
  note?.();
  takeNotes(lastValues.standing);
};
