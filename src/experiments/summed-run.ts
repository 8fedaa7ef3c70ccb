import { quantileError } from "../base/columns/log-bins.js";
import { withThousands } from "../base/problems/number-text.js";
import { checkArgument, ofKind, stopIfAborted } from "../base/problems/options.js";
import { mistake, ScenarioError } from "../base/problems/problem.js";
import { type Blocks, blocksOf, buildPieces } from "../engine/blocks.js";
import { type Book, emptyBook } from "../engine/book/book.js";
import { runCentral } from "../engine/central.js";
import { overspendingProblems, passedProblems } from "../engine/checks.js";
import { mostKept } from "../engine/run-size.js";
import { type ReadyToRun, readyToRun, type SimulateOptions, type Simulation } from "../engine/simulate.js";
import { type WhoSavesRow, whoSaves } from "../results/money/who-saves.js";
import {
  joinDraws,
  noDraws,
  type ReadRun,
  readSums,
  type SummedDraws,
  summedDrawsOf,
} from "../results/sums/summed-draws.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";

/** How many draws, of what, and what is read of them. All but `draws` and `read` is as for `simulate`. */
export interface SummedRunOptions<N extends Names = Names, Rows = unknown>
  extends Pick<SimulateOptions<N>, "seed" | "strategies" | "regime" | "cycles" | "onProgress" | "signal"> {
  /** The number of draws, up to 1,000 million. Default: 2,048. */
  readonly draws?: number;
  /**
   * What is read: `outcomes`, or a function of your own that reads several results of the run it gets. It is called
   * with a few thousand draws at a time, and must read the same of each. Default: `whoSaves`.
   */
  readonly read?: (run: Simulation<N>) => Rows;
}

/** A run that kept sums and counts of its draws, and no draw. */
export interface SummedRun<N extends Names = Names, Rows = readonly WhoSavesRow<N>[]>
  extends Pick<Simulation<N>, "scenario" | "settings" | "warnings"> {
  /** What `read` returns of all draws. */
  readonly rows: Rows;
  /** 5th and 95th percentiles are within this share of those of all draws, or within 0.0005 of their unit. */
  readonly quantileError: number;
}

/**
 * Runs a scenario with any number of draws in the memory of a few thousand, and reads results of all of them. It keeps
 * exact sums and counts, so rows are those of `simulate` on the same draws, but for the last digits of means, and for
 * percentiles. These are read from counts in bins (DDSketch: Masson, Rim and Lee 2019). Most results can be read of it:
 * all but those that order draws, compare them or apply rules to each.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options draws, what is read, seed, strategies and the funding rules in force
 * @returns what was read; and how far percentiles may be off, as a share
 * @throws ScenarioError as `simulate`; if a result looks at single draws; and if the scenario has `observed`, which
 * weighs all draws beside each other
 * @example
 * const { rows, quantileError } = summedRun(gritting, { draws: 256, read: outcomes });
 * [rows.length, quantileError] // => [0, 0.001]
 */
export function summedRun<N extends Names, Rows = readonly WhoSavesRow<N>[]>(
  scenario: Scenario<N>,
  options?: SummedRunOptions<N, Rows>,
): SummedRun<N, Rows>;
export function summedRun(scenario: Scenario, options: SummedRunOptions = {}): SummedRun<Names, unknown> {
  checkArgument("options", options, ofKind("object"));
  const { signal, onProgress, read = whoSaves } = options;
  const reads = [read];
  const ready = readyToSum(scenario, options, reads);
  const { draws, strategies } = ready.settings;
  const central = runCentral(ready.scenario, strategies);
  let summed = noDraws;
  for (const piece of buildSums(ready, reads)({ from: 0, to: blocksOf(draws) })) {
    stopIfAborted(signal, "The run");
    summed = joinDraws(summed, piece);
    onProgress?.(summed.draws / draws);
  }
  const run = summedRunOf(ready, central, summed, reads);
  return { ...run, rows: run.rows[0] };
}

/**
 * The most figures whose percentiles a run reads. Each has counts in bins: 2 to 10 kB where all draws have one sign,
 * 160 kB where pounds of both signs reach 100 million.
 */
const mostBinned = 2_000;

/** Checks a scenario, and how it is to be run, summed and read. `blocks` are those that run here. Default: all. */
export const readyToSum = (
  scenario: Scenario,
  options: SummedRunOptions,
  reads: readonly ReadRun<unknown>[],
  blocks?: Blocks,
): ReadyToRun => {
  const also = { read: ofKind("function") };
  const ready = readyToRun(scenario, options, { ...(blocks && { blocks }), isSummed: true, also });
  if (Object.keys(scenario.observed).length > 0) throw observedNeedsDraws(ready);
  const { figures } = summedDrawsOf(ready, reads, blankBook(ready));
  const binned = figures.flat().filter(({ bins }) => bins !== null).length;
  if (binned <= mostBinned) return ready;
  throw mistake(
    "read",
    `It reads the percentiles of ${many(binned)} figures, more than the ${many(mostBinned)} of a summed run.`,
    "Read fewer results at once, or run the strategies one by one.",
  );
};

const many = (count: number): string => withThousands(String(count));

const observedNeedsDraws = ({ scenario, settings }: ReadyToRun): ScenarioError =>
  mistake(
    "observed",
    "What was observed weighs all draws beside each other, and a summed run does not keep them.",
    `Ask for at most ${many(mostKept(scenario, settings.strategies))} draws, so that each is kept.`,
  );

/** A book with the shape of a run's, and one draw of zeros. */
const blankBook = ({ scenario, settings, cycles }: ReadyToRun): Book =>
  emptyBook(scenario, settings.strategies, 1, undefined, cycles);

/** Builds a run that is summed: some blocks in, the sums of a piece of them after another out. */
export const buildSums = (
  ready: ReadyToRun,
  reads: readonly ReadRun<unknown>[],
): ((blocks: Blocks) => Generator<SummedDraws>) => {
  const pieces = buildPieces(ready.scenario, ready.settings, ready.cycles);
  return function* (blocks) {
    for (const book of pieces(blocks)) yield summedDrawsOf(ready, reads, book);
  };
};

/** A run from the sums of all its draws: what each of `reads` reads. Throws its problems if something stops it. */
export const summedRunOf = <Rows>(
  ready: ReadyToRun,
  central: Book,
  summed: SummedDraws,
  reads: readonly ReadRun<Rows>[],
): SummedRun<Names, readonly Rows[]> => {
  const { scenario, settings } = ready;
  const problems = passedProblems(central, summed);
  if (problems.some(({ severity }) => severity === "error")) throw new ScenarioError(problems);
  const overspending = overspendingProblems(scenario, summed.overspent, summed.draws);
  const warnings = [...scenario.warnings, ...problems, ...overspending];
  const run = { scenario, settings, central, warnings };
  return {
    ...{ scenario, settings, warnings, quantileError },
    rows: reads.map((read, at) => readSums(run, read, summed.figures[at], blankBook(ready))),
  };
};
