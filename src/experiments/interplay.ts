import { addScaled } from "../base/kernels.js";
import { checkGivenScenario, checkOptions } from "../base/options.js";
import { mean } from "../base/statistics.js";
import { type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { answerLevelOf } from "../results/answer-level.js";
import { netsOf } from "../results/nets.js";
import { optionChecksOf } from "../results/option-checks.js";
import { agenciesNamed, type Subject } from "../results/parties.js";
import { rangeOf } from "../results/percentiles.js";
import { strategyNamed } from "../results/strategies.js";
import { isUpperBound } from "../results/upper-bounds.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";
import type { ExperimentOptions } from "./trials.js";

/** How the scenario is run, whose net is compared, and in which measure. */
export interface InterplayOptions<N extends Names = Names>
  extends Pick<SimulateOptions<N>, "draws" | "seed" | "strategies" | "regime" | "signal">,
    Pick<ExperimentOptions<N>, "of" | "figure"> {}

/** A strategy, one of its interventions alone, or what they add to each other: pounds of present value. */
export interface InterplayRow<N extends Names = Names> {
  readonly strategy: N["strategy"];
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
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
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
  const { of, figure = "net", ...settings } = options;
  const checks = optionChecksOf(scenario);
  checkOptions({ of, figure }, { of: checks.of, figure: checks.figure });
  const whole = simulate(scenario, settings);
  const several = whole.settings.strategies.filter((strategy) => scenario.strategies[strategy].of.length > 1);
  if (several.length === 0) return [];
  const { strategies: _all, ...others } = settings;
  const apart = simulate(inParts(scenario, several), others);
  const whose = of ?? answerLevelOf(whole);
  const agencies = agenciesNamed(scenario, whose);
  const netOf = (run: Simulation, strategy: string): Float64Array =>
    netsOf(run.scenario, run.drawn, strategyNamed(run.settings.strategies, strategy), { agencies })(figure);
  return several.flatMap((strategy) => {
    const row = (part: InterplayRow["part"], intervention: string, net: Float64Array): InterplayRow => {
      const { p5, p95 } = rangeOf(net);
      const upperBound = isUpperBound(scenario, strategy);
      return { strategy, of: whose, part, intervention, net: mean(net), netP5: p5, netP95: p95, upperBound };
    };
    const together = netOf(whole, strategy);
    const rest = Float64Array.from(together);
    const parts = scenario.strategies[strategy].of.map((intervention) => {
      const net = netOf(apart, partName(strategy, intervention));
      addScaled(rest, -1, net);
      return row("alone", intervention, net);
    });
    return [...parts, row("together", "all", together), row("interplay", "all", rest)];
  });
}

/** A scenario whose strategies are the interventions of some strategies, each alone. */
const inParts = (scenario: Scenario, strategies: readonly string[]): Scenario => ({
  ...scenario,
  strategies: Object.fromEntries(
    strategies.flatMap((strategy) =>
      scenario.strategies[strategy].of.map((intervention) => [
        partName(strategy, intervention),
        { ...scenario.strategies[strategy], of: [intervention] },
      ]),
    ),
  ),
});

/** The name of an intervention alone as a strategy. A name in a file has no such sign. */
const partName = (strategy: string, intervention: string): string => `${strategy} > ${intervention}`;
