import { ofKind, stopIfAborted } from "../base/problems/options.js";
import { blockSize } from "../base/random/random.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";
import {
  type ReadyToRun,
  readyToRun,
  runBlocks,
  type SimulateOptions,
  type Simulation,
  simulationOf,
  sound,
} from "./simulate.js";

/** How a scenario is run between other work. Every field is optional. */
export interface SimulateAsyncOptions<N extends Names = Names> extends SimulateOptions<N> {
  /**
   * Called with results to show before the run is done: runs of 256 draws, of four times that, and so on, which take at
   * most a third more time in all. Each is what `simulate` returns of that number of draws, to the last bit; one that
   * `simulate` would refuse is left out. Default: none are run.
   */
  readonly onPartial?: (partial: Simulation<N>) => void;
}

/**
 * Runs a scenario as `simulate` does, and gives way to timers, clicks and signals between blocks of 256 draws. So
 * a page stays responsive, and an `AbortSignal` stops the run.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options as for `simulate`, and `onPartial` for results to show before the run is done
 * @returns a promise of what `simulate` returns, to the last bit; it is rejected with the reason of a signal
 * @throws nothing: what `simulate` or `onPartial` throws rejects the promise
 * @example (await simulateAsync(gritting, { draws: 256 })).settings.strategies // => ["gritting"]
 */
export function simulateAsync<N extends Names>(
  scenario: Scenario<N>,
  options?: SimulateAsyncOptions<N>,
): Promise<Simulation<N>>;
export async function simulateAsync(scenario: Scenario, options: SimulateAsyncOptions = {}): Promise<Simulation> {
  const ready = readyToRun(scenario, options, { also: { onPartial: ofKind("function") } });
  const { onPartial, onProgress: _, ...quiet } = options;
  if (onPartial)
    for (let draws = blockSize; draws * 4 <= ready.settings.draws; draws *= 4) {
      const partial = await paced({ ...ready, settings: { ...ready.settings, draws } }, quiet);
      if (partial.warnings.every(({ severity }) => severity !== "error")) onPartial(partial);
    }
  return sound(await paced(ready, options));
}

/** Runs a scenario, and gives way after each block. */
const paced = async (ready: ReadyToRun, options: SimulateOptions): Promise<Simulation> => {
  const blocks = runBlocks(ready, options);
  for (;;) {
    const { done, value } = blocks.next();
    if (done) return simulationOf(ready, value);
    await new Promise((resolve) => setTimeout(resolve));
    stopIfAborted(options.signal, "The run");
  }
};
