import { checkOptions } from "../base/problems/options.js";
import { ScenarioError } from "../base/problems/problem.js";
import type { UnitCost } from "../data/unit-costs/unit-cost.js";
import type { Address, AnyText, Inferred, Names, Some } from "./define/names.js";
import type { ScenarioSource } from "./define/scenario.js";
import { dataChecks, problemOfData, readData } from "./read.js";
import type { Files, Scenario, SettingForm } from "./scenario.js";

/** Options of `defineScenario`. */
export interface DefineOptions<N extends Names = Names> {
  /** The texts of the CSV files it refers to, by the path it writes. Default: none. */
  readonly files?: Files;
  /** Values by address, in place of those of the scenario. Default: none. */
  readonly set?: Some<Address<N>, SettingForm>;
  /** Unit costs of your own, from `readUnitCosts`. Default: none. */
  readonly unitCosts?: readonly UnitCost[];
  /** A CSV file of values in place of those of the scenario, as `files` names it. Default: none. */
  readonly values?: string;
}

/**
 * Defines a scenario in code, with the keys of a scenario file. An editor explains each key and marks wrong names.
 * @param source the scenario, with numbers in any of their forms
 * @param options the texts of CSV files it names, and values to change by address
 * @returns the scenario, with all names and numbers checked
 * @throws ScenarioError with all problems at once, each with its address and how to mend it
 * @example
 * defineScenario({
 *   title: "Grit",
 *   question: "What do the rounds cost?",
 *   time: { start: "2025-10-01", years: 1, cycle: "week" },
 *   money: { priceYear: "2024/25", discount: "none" },
 *   agencies: { council: { name: "Council", kind: "local" } },
 *   cohorts: { residents: { size: 1000 } },
 *   interventions: { gritting: { reaches: "everyone", costs: { rounds: { pays: { council: 500 }, every: "week" } } } },
 * }).interventions.gritting.lines[0].kind // => "pays"
 */
export function defineScenario<
  const Agency extends string,
  const Cohort extends string,
  const Intervention extends string,
  const Service extends string = never,
  const Quantity extends string = never,
  const Source extends string = never,
  const Demand extends string = never,
  const Strategy extends string = never,
  const Regime extends string = never,
  const Body extends string = never,
  Written = object,
  N extends Names = {
    agency: Agency;
    cohort: Cohort;
    service: Service;
    quantity: Quantity;
    source: Source;
    demand: Demand;
    intervention: Intervention;
    strategy: [Strategy] extends [never] ? Intervention | "all" : Strategy;
    regime: Regime;
    body: Body;
  },
>(
  source: ScenarioSource<{
    agency: Agency;
    cohort: Cohort;
    service: Service;
    quantity: Quantity;
    source: Source;
    demand: Demand;
    intervention: Intervention;
    strategy: Strategy;
    regime: Regime;
    body: Body;
    anyText?: AnyText<Written, ScenarioSource<N>, ScenarioSource<N & { anyText: true }>, Agency>;
  }> &
    Inferred<Written>,
  options?: DefineOptions<N>,
): Scenario<N>;
export function defineScenario(source: ScenarioSource<Names>, options: DefineOptions = {}): Scenario {
  checkOptions(options, dataChecks);
  const unread = problemOfData(source);
  if (unread !== undefined) throw new ScenarioError([unread]);
  const { scenario, problems } = readData(source, options);
  if (scenario) return scenario;
  throw new ScenarioError(problems.filter(({ severity }) => severity === "error"));
}
