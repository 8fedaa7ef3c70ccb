import { quantileError } from "../base/log-bins.js";
import { stopIfAborted } from "../base/options.js";
import { ScenarioError } from "../base/problem.js";
import { type Blocks, blocksOf, buildPieces } from "../engine/blocks.js";
import type { Book } from "../engine/book.js";
import { runCentral } from "../engine/central.js";
import { overspendingProblems, passedProblems } from "../engine/checks.js";
import { type ReadyToRun, readyToRun, type SimulateOptions, type Simulation } from "../engine/simulate.js";
import {
  isSumUncertain,
  joinDraws,
  needsEachDraw,
  noDraws,
  type SummedDraws,
  summedDrawsOf,
  sumsOfParty,
} from "../results/summed-draws.js";
import { rowsOfParties, type WhoSavesRow } from "../results/who-saves.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";

/** How many draws, and of what. All but `draws` is as for `simulate`. */
export interface SummedRunOptions<N extends Names = Names>
  extends Pick<SimulateOptions<N>, "seed" | "strategies" | "regime" | "onProgress" | "signal"> {
  /** The number of draws, up to 1,000 million. Default: 2,048. */
  readonly draws?: number;
}

/** A run that kept sums and counts of its draws, and no draw. */
export interface SummedRun<N extends Names = Names> extends Pick<Simulation<N>, "scenario" | "settings" | "warnings"> {
  /** Who pays and who saves. Means, chances and payback are of all draws. */
  readonly rows: readonly WhoSavesRow<N>[];
  /** `netP5` and `netP95` are within this share of the percentiles of all draws, or within half a penny. */
  readonly quantileError: number;
}

/**
 * Runs a scenario with any number of draws in the memory of a few thousand, and says who pays and who saves. It keeps
 * exact sums and counts, so the rows are those of `whoSaves(simulate(…))` on the same draws, but for the last digits of
 * means, and for percentiles. These are read from counts in bins (DDSketch: Masson, Rim and Lee 2019).
 * @param scenario from `readScenario` or `defineScenario`
 * @param options draws, seed, strategies and the funding rules in force
 * @returns rows in pounds, present value over all years; and how far percentiles may be off, as a share
 * @throws ScenarioError as `simulate`, and if the scenario has `observed`, which weighs all draws beside each other
 * @example
 * const { rows, quantileError } = summedRun(gritting, { draws: 256 });
 * [rows[0].name, quantileError] // => ["London Ambulance Service", 0.001]
 */
export function summedRun<N extends Names>(scenario: Scenario<N>, options?: SummedRunOptions<N>): SummedRun<N>;
export function summedRun(scenario: Scenario, options: SummedRunOptions = {}): SummedRun {
  const ready = readyToSum(scenario, options);
  const { signal, onProgress } = options;
  const { draws, strategies } = ready.settings;
  const central = runCentral(ready.scenario, strategies);
  let summed = noDraws;
  for (const piece of buildSums(ready)({ from: 0, to: blocksOf(draws) })) {
    stopIfAborted(signal, "The run");
    summed = joinDraws(summed, piece);
    onProgress?.(summed.draws / draws);
  }
  return summedRunOf(ready, central, summed);
}

/** Checks a scenario and how it is to be run and summed. `blocks` are those that run here. Default: all. */
export const readyToSum = (scenario: Scenario, options: SummedRunOptions, blocks?: Blocks): ReadyToRun => {
  const ready = readyToRun(scenario, options, { ...(blocks && { blocks }), isSummed: true });
  if (Object.keys(scenario.observed).length > 0) throw observedNeedsDraws;
  return ready;
};

const observedNeedsDraws = needsEachDraw(
  "observed",
  "What was observed weighs all draws beside each other, and a run of this size does not keep them.",
);

/** Builds a run that is summed: some blocks in, the sums of a piece of them after another out. */
export const buildSums = ({ scenario, settings }: ReadyToRun): ((blocks: Blocks) => Generator<SummedDraws>) => {
  const pieces = buildPieces(scenario, settings);
  return function* (blocks) {
    for (const book of pieces(blocks)) yield summedDrawsOf(scenario, settings.strategies, book);
  };
};

/** A run from the sums of all its draws. Throws its problems if something stops it. */
export const summedRunOf = ({ scenario, settings }: ReadyToRun, central: Book, summed: SummedDraws): SummedRun => {
  const problems = passedProblems(central, summed);
  if (problems.some(({ severity }) => severity === "error")) throw new ScenarioError(problems);
  const overspending = overspendingProblems(scenario, summed.overspent, summed.draws);
  return {
    scenario,
    settings,
    rows: summed.parties.flatMap((parties, index) =>
      rowsOfParties({ scenario, settings, central }, index, isSumUncertain(parties), (_, at) =>
        sumsOfParty(parties[at]),
      ),
    ),
    quantileError,
    warnings: [...scenario.warnings, ...problems, ...overspending],
  };
};
