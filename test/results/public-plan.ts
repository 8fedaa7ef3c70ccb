import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type PublicValueRow, publicValue } from "../../src/results/money/public-value.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

export type Effects = NonNullable<ScenarioForm["interventions"][string]["effects"]>;

export const agencies: ScenarioForm["agencies"] = {
  council: { name: "Council", kind: "local", cashable: "50%" },
  dwp: { name: "Department", kind: "national", cashable: "100%" },
  households: { name: "Households", kind: "private" },
};

export const once = { in: "year 1" };

/** A plan of £100 that the council pays, with some effects. */
export const run = (effects: Effects, parts: Partial<ScenarioForm> = {}, grade?: number): Simulation => {
  const costs = {
    team: { pays: { council: 100 }, ...once, ...(grade === undefined ? {} : { grade }) },
  };
  const interventions = { plan: reaching({ costs, effects }) };
  return simulate(read(bare({ agencies, interventions, ...parts })), { draws: 1 });
};

export const rowOf = (simulation: Simulation, of: string): PublicValueRow =>
  publicValue(simulation).find(
    ({ agency, level }) => agency === of || (agency === "" && level === of),
  ) as PublicValueRow;

/** Savings in every layer. */
export const saved: Effects = {
  budgets: { saves: { council: 80, dwp: 100 }, ...once },
  wages: { saves: { households: 200 }, layer: "economic", ...once },
  health: { saves: { households: 30 }, layer: "social", ...once },
  benefits: { saves: { dwp: 100 }, layer: "transfer", ...once },
};
