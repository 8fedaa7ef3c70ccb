import { kept } from "../base/kept.js";
import { checkGivenScenario } from "../base/problems/given.js";
import { checkArgument, checkOptions, ofKind } from "../base/problems/options.js";
import { mistake, ScenarioError } from "../base/problems/problem.js";
import {
  readyToRun,
  runChecksOf,
  type SimulateOptions,
  type Simulation,
  simulate,
  simulationOf,
  sound,
} from "../engine/simulate.js";
import { buildReruns, type Rerun, shapingNumbers } from "../engine/turns/rerun.js";
import type { Address, Names, Some } from "../scenario/define/names.js";
import type { Scenario, SettingForm, Settings } from "../scenario/scenario.js";
import { movedNumbers } from "../scenario/settings/moved.js";
import { stated } from "../scenario/settings/stated.js";
import { settingReader } from "./plain-settings.js";
import type { Values } from "./spans.js";

/** How a compiled scenario is run: as `simulate`, for all of its settings. */
export type CompileOptions<N extends Names = Names> = Pick<
  SimulateOptions<N>,
  "draws" | "seed" | "strategies" | "regime"
>;

/** A scenario that was made ready to run with other values. */
export interface Compiled<N extends Names = Names> {
  /** The scenario that was compiled. */
  readonly scenario: Scenario<N>;
  /**
   * Runs it with values in place of those of the scenario, by address: on the same draws as every other call. Throws
   * ScenarioError if a value cannot be read, or as `simulate`.
   */
  readonly run: (set?: Some<Address<N>, SettingForm>) => Simulation<N>;
}

/**
 * Makes a scenario ready to run many times with other values at some addresses. What does not depend on them is built,
 * drawn and run once. Other draws come from the same random numbers, so that a difference is of the values alone.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options draws, seed, strategies and the funding rules in force, as for `simulate`
 * @returns the scenario, and `run`, whose results are to the last bit those of `simulate` on a scenario read with `set`
 * @throws ScenarioError as `simulate`, or if the scenario was changed since it was read
 * @example
 * const { run } = compile(gritting, { draws: 256 });
 * whoSaves(run({ "quantities.effect": "50%" }))[0].strategy // => "gritting"
 */
export function compile<N extends Names>(scenario: Scenario<N>, options?: CompileOptions<N>): Compiled<N>;
export function compile(scenario: Scenario, options: CompileOptions = {}): Compiled {
  checkGivenScenario(scenario);
  const { draws, seed, strategies, regime } = runChecksOf(scenario);
  checkOptions(options, { draws, seed, strategies, regime });
  const { run } = compiled(scenario, options);
  return {
    scenario,
    run: (set = {}) => {
      checkArgument("set", set, ofKind("object"));
      return run(set);
    },
  };
}

/** The most draws whose machines are kept. With more of them, each run is a run of its own. */
const mostKept = 8192;

/** Sets of addresses whose machines are kept. */
const mostReruns = 3;

/**
 * Returns what reads a setting of a scenario, and what runs it. `expected` are all values that will come, if they are
 * known. Books that are passing are written anew by the next run. Throws if reading the texts of the scenario again
 * gives other numbers.
 */
export const compiled = (written: Scenario, options: CompileOptions, expected?: Values) => {
  if (movedNumbers(written, stated(written, {}))?.size !== 0) throw unlikeItsTexts;
  const read = settingReader(written, expected);
  const machinesOf = kept((from: Scenario) => ({
    ready: readyToRun(from, options),
    shaping: shapingNumbers(from),
    reruns: new Map<string, Rerun>(),
  }));
  // Wrong options are refused before the first setting.
  machinesOf(written);
  const run = (set: Settings = {}, isPassing?: boolean): Simulation => {
    const { scenario, from, numbers } = read(set);
    const { ready, shaping, reruns } = machinesOf(from);
    const alone = () => simulate(scenario, options);
    if (!numbers || ready.settings.draws > mostKept || [...numbers.keys()].some((address) => shaping.has(address)))
      return alone();
    const key = [...numbers].map(([address, number]) => `${address} ${typeof number}`).join();
    try {
      const rerun = reruns.get(key) ?? buildReruns(ready.scenario, numbers, ready.settings);
      if (reruns.size >= mostReruns) reruns.clear();
      reruns.set(key, rerun);
      const { inForce } = ready.scenario;
      return sound(simulationOf({ ...ready, scenario: { ...scenario, inForce } }, rerun(numbers, isPassing)));
    } catch (error) {
      // A run that stops half-way leaves a machine that cannot go on. By itself the setting says what stops it.
      reruns.delete(key);
      if (!(error instanceof ScenarioError)) throw error;
      return alone();
    }
  };
  return { read, run };
};

const unlikeItsTexts = mistake(
  "scenario",
  "It was changed: its numbers are not those of its form.",
  "Run each setting with simulate.",
);
