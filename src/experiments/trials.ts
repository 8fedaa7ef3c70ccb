import { mean } from "../base/statistics.js";
import { emptyBook } from "../engine/book.js";
import { centralWidth, fillCentral, fillSetting, randomInputsIn } from "../engine/inputs.js";
import { buildMachine } from "../engine/machine.js";
import { agenciesNamed } from "../results/parties.js";
import { strategyNamed } from "../results/strategies.js";
import { type Figure, figureOf } from "../results/sums.js";
import { mapQuantities } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";

/** Whose result an experiment looks at, of which strategy. */
export interface ExperimentOptions {
  /** A level (place, public, society) or the name of an agency. Default: society. */
  readonly of?: string;
  /** All that is saved, or cash alone. Default: net. */
  readonly figure?: "net" | "netCash";
  /** Default: the first. */
  readonly strategy?: string;
}

/** One number moved: its address, and the setting of each of its columns. */
export interface Trial {
  readonly address: string;
  readonly setting: readonly number[];
}

/** What an experiment asks of a scenario, with names checked. */
export interface Question {
  readonly agencies: readonly string[];
  readonly figure: Figure;
  readonly strategy: string;
}

/** Checks the names of an experiment's options. */
export const questionOf = (
  scenario: Scenario,
  { of = "society", figure = "net", strategy = Object.keys(scenario.strategies)[0] }: ExperimentOptions,
): Question => {
  strategyNamed(Object.keys(scenario.strategies), strategy);
  return { agencies: agenciesNamed(scenario, of), figure, strategy };
};

/**
 * The central result of each trial: one number is moved, all others stay at their central values. All trials are columns of one run.
 * @returns pounds in present value, one a trial; NaN where a trial gives none, since one bad setting says nothing of the others
 */
export const runTrials = (
  scenario: Scenario,
  { agencies, figure, strategy }: Question,
  trials: readonly Trial[],
): readonly number[] => {
  const chances = randomInputsIn(scenario, scenario.strategies[strategy].of);
  const byAddress = new Map(chances.map((chance) => [chance.address, chance]));
  const each = centralWidth(chances);
  const width = each * trials.length;
  const machine = buildMachine(scenario, [strategy], chances, width);
  for (const [index, { address, setting }] of trials.entries()) {
    fillCentral(machine.inputs, chances, each, index * each);
    const columns = machine.inputs.columns.get(byAddress.get(address)?.stream ?? address);
    for (let place = index * each; place < (index + 1) * each; place++) fillSetting(columns, setting, place);
  }
  const book = emptyBook(scenario, [strategy], width);
  machine.run(book, 0, "mark");
  const results = figureOf(book, 0, figure, { agencies });
  return trials.map((_, index) => mean(results.subarray(index * each, (index + 1) * each)));
};

/** The scenario with fixed numbers made movable: each becomes a range of no width, which a trial can set. */
export const movable = (scenario: Scenario, addresses: ReadonlySet<string>): Scenario =>
  mapQuantities(scenario, (quantity) => {
    const { address, expression } = quantity;
    if (!addresses.has(address) || typeof expression !== "number") return quantity;
    return {
      ...quantity,
      expression: {
        range: {
          address,
          family: "uniform",
          parameters: { low: expression - 1, high: expression + 1 },
          value: expression,
        },
      },
    };
  });
