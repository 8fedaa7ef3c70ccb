import { runCentral } from "../../src/engine/central.js";
import type { Simulation } from "../../src/engine/simulate.js";
import { expectations } from "../../src/experiments/expectations.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { activity } from "../../src/results/people/activity.js";
import { budgetGap } from "../../src/results/people/budget-gap.js";
import { settle } from "../../src/results/rules/settle.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** Every number of the central run that a result shows, in the order of the rows: no names, and no draws. */
export const centralNumbers = (scenario: Scenario): readonly (number | boolean | null)[] => {
  const strategies = Object.keys(scenario.strategies);
  const central = runCentral(scenario, strategies);
  const settings = { draws: 1, seed: "central", strategies, regime: null };
  const simulation: Simulation = { scenario, settings, central, drawn: central, warnings: [] };
  const rows: readonly object[] = [
    ...whoSaves(simulation),
    ...activity(simulation),
    ...budgetGap(simulation),
    ...expectations(scenario),
    ...Object.keys(scenario.regimes).flatMap((regime) => settle(simulation, regime)),
  ];
  return rows.flatMap((row) => Object.values(row).filter((value) => typeof value !== "string"));
};
