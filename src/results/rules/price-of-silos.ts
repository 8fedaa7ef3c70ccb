import { largestOf } from "../../base/mathematics/largest.js";
import { grouped } from "../../base/records.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names, OtherText, RegimeName } from "../../scenario/define/names.js";
import { checkCall } from "../sums/option-checks.js";
import { type Ballot, ballotsOf, type DecideOptions, goesAhead, type RegimeChoices } from "./votes.js";

/** How much of the achievable gain a regime realises: pounds of present value, means over the draws. */
export interface PriceOfSilosRow<N extends Names = Names> {
  /** The regime's name: one of the scenario, or one that every scenario has, such as `own`. */
  readonly regime: RegimeName<N> | OtherText;
  /** How many years the deciders count. */
  readonly horizonYears: number;
  /** The weight of blame. */
  readonly blame: number;
  /** The strategies that go ahead. */
  readonly goAhead: readonly N["strategy"][];
  /** The greatest total gain of strategies that can go together: no two share an intervention. */
  readonly achievable: number;
  /** The same, if all happens that goes ahead and shares no intervention with another: below 0, they lose more. */
  readonly realised: number;
  /** realised ÷ achievable. Null if no gain is achievable. */
  readonly share: number | null;
  /** achievable ÷ realised: the price of silos. A ratio. Null if no gain is realised. */
  readonly price: number | null;
}

/** Which values of the parameters are tried, one parameter at a time. */
export interface PriceOfSilosOptions extends Pick<DecideOptions, "figure" | "signal"> {
  /** Numbers of years counted. Default: all years, then those of 5, 3 and 1 that are fewer. */
  readonly horizons?: readonly number[];
  /** Weights of blame. Default: 0, then 1 and 2. */
  readonly blames?: readonly number[];
}

/**
 * The price of silos: the achievable gain over the gain that each regime realises. The horizon and the weight of blame
 * vary one at a time. Pooling budgets mends wrong pockets. It does not mend a short horizon, or a saving that is not
 * cash.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name. Default: all of the scenario, or every standard regime.
 * @param options which horizons and weights of blame, and what counts as a gain
 * @returns rows in pounds, by regime, then by horizon and by blame
 * @throws ScenarioError if there is no such regime, or an option is not one of its values
 * @example priceOfSilos(simulate(fdac, { draws: 64 }), ["single-place-budget"]).map((row) => row.price)[0] // => 1
 */
export function priceOfSilos<N extends Names>(
  simulation: Simulation<N>,
  regimes?: RegimeChoices<N>,
  options?: PriceOfSilosOptions,
): readonly PriceOfSilosRow<N>[];
export function priceOfSilos(
  simulation: Simulation,
  regimes?: RegimeChoices,
  options: PriceOfSilosOptions = {},
): readonly PriceOfSilosRow[] {
  checkCall(simulation, options, ["horizons", "blames", "figure", "signal"]);
  const { horizons, blames = [0, 1, 2], figure = "net", signal } = options;
  const { years } = simulation.scenario.time;
  const counted = horizons ?? [years, ...[5, 3, 1].filter((horizon) => horizon < years)];
  const settings = [
    ...counted.map((horizonYears) => ({ horizonYears, blame: blames[0] ?? 0 })),
    ...blames.slice(1).map((blame) => ({ horizonYears: counted[0] ?? years, blame })),
  ];
  const ballots = ballotsOf(simulation, regimes, { figure, ...(signal ? { signal } : {}) });
  const schemeOf = ({ strategy, net }: Ballot): Scheme => ({
    interventions: simulation.scenario.strategies[strategy].of,
    net,
  });
  return [...grouped(ballots, ({ regime }) => regime)].flatMap(([regime, own]) =>
    settings.map((setting): PriceOfSilosRow => {
      const ahead = own.filter(({ votes }) => goesAhead(votes(setting)));
      const achievable = greatestNet(own.map(schemeOf).filter(({ net }) => net > 0));
      const realised = greatestNet(ahead.map(schemeOf));
      return {
        regime,
        ...setting,
        goAhead: ahead.map(({ strategy }) => strategy),
        achievable,
        realised,
        share: achievable > 0 ? realised / achievable : null,
        price: realised > 0 ? achievable / realised : null,
      };
    }),
  );
}

interface Scheme {
  readonly interventions: readonly string[];
  readonly net: number;
}

/**
 * The greatest total net of schemes of which no two share an intervention. None is left out, though it loses, but for
 * another that shares one with it.
 */
const greatestNet = (schemes: readonly Scheme[]): number => {
  const [first] = schemes;
  if (first === undefined) return 0;
  const clash = (one: Scheme, other: Scheme): boolean =>
    one === other || one.interventions.some((name) => other.interventions.includes(name));
  const rivals = schemes.filter((scheme) => clash(scheme, first));
  return largestOf(rivals.map((scheme) => scheme.net + greatestNet(schemes.filter((other) => !clash(scheme, other)))));
};
