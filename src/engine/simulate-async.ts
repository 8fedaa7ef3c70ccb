import { stopIfAborted } from "../base/options.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";
import { readyToRun, runBlocks, type SimulateOptions, type Simulation, simulationOf, sound } from "./simulate.js";

/**
 * Runs a scenario as `simulate` does, and gives way to timers, clicks and signals between blocks of 256 draws. So
 * a page stays responsive, and an `AbortSignal` stops the run.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options as for `simulate`
 * @returns a promise of what `simulate` returns, to the last bit; it is rejected with the reason of a signal
 * @throws nothing: what `simulate` throws rejects the promise
 * @example (await simulateAsync(gritting, { draws: 256 })).settings.strategies // => ["gritting"]
 */
export function simulateAsync<N extends Names>(
  scenario: Scenario<N>,
  options?: SimulateOptions<N>,
): Promise<Simulation<N>>;
export async function simulateAsync(scenario: Scenario, options: SimulateOptions = {}): Promise<Simulation> {
  const ready = readyToRun(scenario, options);
  const blocks = runBlocks(ready, options);
  for (;;) {
    const { done, value } = blocks.next();
    if (done) return sound(simulationOf(ready, value));
    await new Promise((resolve) => setTimeout(resolve));
    stopIfAborted(options.signal, "The run");
  }
}
