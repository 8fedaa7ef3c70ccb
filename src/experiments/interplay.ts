import { addScaled } from "../base/columns/kernels.js";
import { mean } from "../base/mathematics/statistics.js";
import { checkGivenScenario } from "../base/problems/given.js";
import { checkOptions } from "../base/problems/options.js";
import { runChecksOf, type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { checkedDraws } from "../results/draws.js";
import { answerLevelOf } from "../results/money/answer-level.js";
import { optionChecksOf } from "../results/sums/option-checks.js";
import type { Subject } from "../results/sums/parties.js";
import { rangeOf } from "../results/sums/percentiles.js";
import { isUpperBound, type StrategyRow } from "../results/sums/upper-bounds.js";
import type { Names } from "../scenario/define/names.js";
import type { Strategy } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import type { ExperimentOptions } from "./trials.js";

/** How the scenario is run, whose net is compared, and in which measure. */
export interface InterplayOptions<N extends Names = Names>
  extends Pick<SimulateOptions<N>, "draws" | "seed" | "strategies" | "regime" | "signal">,
    Pick<ExperimentOptions<N>, "of" | "figure"> {}

/** A strategy, one of its interventions alone, or what they add to each other: pounds of present value. */
export interface InterplayRow<N extends Names = Names> extends StrategyRow<N> {
  /** Whose result it is: a level, or an agency or body by its name in the scenario. */
  readonly of: Subject<N>;
  /** `alone`: one intervention. `together`: the strategy. `interplay`: the whole less the sum of its parts. */
  readonly part: "alone" | "together" | "interplay";
  /** The intervention of a row `alone`; `all` for the others. */
  readonly intervention: N["intervention"] | "all";
  /** The mean over the draws. Of an interplay: above 0 if the parts help each other, below 0 if they get in the way. */
  readonly net: number;
  /** The 5th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP5: number | null;
  /** The 95th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP95: number | null;
}

/**
 * The whole against its parts: the net of each strategy, that of each of its interventions alone, and the difference.
 * All are of the same draws, so the range of the difference is that of the interplay and of nothing else.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options as for `simulate`, whose net, and which measure
 * @returns rows of each strategy of several interventions, in pounds: its parts alone, together, and the interplay;
 * no rows if no strategy has several
 * @throws ScenarioError as `simulate`, and if an option names something that is not there
 * @example interplay(gritting, { draws: 256 }) // => []
 */
export function interplay<N extends Names>(
  scenario: Scenario<N>,
  options?: InterplayOptions<N>,
): readonly InterplayRow<N>[];
export function interplay(scenario: Scenario, options: InterplayOptions = {}): readonly InterplayRow[] {
  checkGivenScenario(scenario);
  const checks = optionChecksOf(scenario);
  checkOptions(options, { ...runChecksOf(scenario), of: checks.of, figure: checks.figure });
  const { of: _, figure: __, ...settings } = options;
  return interplayIn(simulate(scenario, settings), options);
}

/** The same of a run that is there. Interventions that are no strategy of it alone are run. */
export const interplayIn = (
  whole: Simulation,
  {
    of,
    figure = "net",
    ...asRun
  }: Pick<InterplayOptions, "of" | "figure" | "signal"> & Pick<SimulateOptions, "onProgress">,
): readonly InterplayRow[] => {
  const { scenario } = whole;
  const { draws, seed } = whole.settings;
  const several = whole.settings.strategies.filter((strategy) => scenario.strategies[strategy].of.length > 1);
  if (several.length === 0) return [];
  const parts = inParts(scenario, several);
  const others = Object.keys(parts).filter((part) => aloneIn(whole, parts[part]) === undefined);
  const apart =
    others.length > 0
      ? simulate({ ...scenario, strategies: parts }, { ...asRun, draws, seed, strategies: others })
      : whole;
  const whose = of ?? answerLevelOf(whole);
  const netOf = (run: Simulation, strategy: string): Float64Array => checkedDraws(run, { strategy, of: whose, figure });
  return several.flatMap((strategy) => {
    const row = (part: InterplayRow["part"], intervention: string, net: Float64Array): InterplayRow => {
      const { p5, p95 } = rangeOf(net);
      const upperBound = isUpperBound(scenario, strategy);
      return { strategy, of: whose, part, intervention, net: mean(net), netP5: p5, netP95: p95, upperBound };
    };
    const together = netOf(whole, strategy);
    const rest = Float64Array.from(together);
    const alone = scenario.strategies[strategy].of.map((intervention) => {
      const part = partName(strategy, intervention);
      const own = aloneIn(whole, parts[part]);
      const net = own === undefined ? netOf(apart, part) : netOf(whole, own);
      addScaled(rest, -1, net);
      return row("alone", intervention, net);
    });
    return [...alone, row("together", "all", together), row("interplay", "all", rest)];
  });
};

/** The interventions of some strategies, each alone as a strategy. */
const inParts = (scenario: Scenario, strategies: readonly string[]): Readonly<Record<string, Strategy>> =>
  Object.fromEntries(
    strategies.flatMap((strategy) =>
      scenario.strategies[strategy].of.map((intervention) => [
        partName(strategy, intervention),
        { ...scenario.strategies[strategy], of: [intervention] },
      ]),
    ),
  );

/** The strategy of a run that is a part alone, so that it need not run again. */
const aloneIn = ({ scenario, settings }: Simulation, { of: [intervention], overlap }: Strategy): string | undefined =>
  settings.strategies.find((name) => {
    const own = scenario.strategies[name];
    return own.of.length === 1 && own.of[0] === intervention && own.overlap === overlap;
  });

/** The name of an intervention alone as a strategy. A name in a file has no such sign. */
const partName = (strategy: string, intervention: string): string => `${strategy} > ${intervention}`;
