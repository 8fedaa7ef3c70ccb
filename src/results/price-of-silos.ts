import type { Simulation } from "../engine/simulate.js";
import { type Ballot, ballotsOf, type DecideOptions, goesAhead, type RegimeChoices } from "./votes.js";

/** What a regime makes of what could be had: pounds of present value, means of the draws. */
export interface PriceOfSilosRow {
  readonly regime: string;
  /** The years those who decide count: all, or one number put in its place. */
  readonly horizonYears: number;
  readonly blame: number;
  /** The strategies that go ahead, by name. */
  readonly goAhead: string;
  /** The most that strategies which can be done together are worth: those with no intervention in common. */
  readonly achievable: number;
  /** The most of it that goes ahead. */
  readonly realised: number;
  /** realised ÷ achievable; null where there is nothing to achieve. */
  readonly share: number | null;
  /** achievable ÷ realised, the price of silos; null where nothing is realised. */
  readonly price: number | null;
}

/** Which dials are turned, one at a time; every field may be left out. */
export interface PriceOfSilosOptions extends Pick<DecideOptions, "figure"> {
  /** Years counted. Default: all, then 5, 3 and 1 as far as there are so many. */
  readonly horizons?: readonly number[];
  /** Weights of blame. Default: 0, then 1 and 2. */
  readonly blames?: readonly number[];
}

/**
 * The price of silos: what could be had, over what each regime realises, with the years that are counted and the weight of blame turned one at a time. Pooling mends
 * the pockets; it does not mend a short horizon, nor a saving that is no cash.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name; all the scenario names (or else every standard one) where left out
 * @returns rows by regime and dial, in pounds
 * @throws ScenarioError where a regime is not there
 * @example priceOfSilos(simulate(fdac, { draws: 64 }), ["single-place-budget"]).map((row) => row.price)[0] // => 1
 */
export const priceOfSilos = (
  simulation: Simulation,
  regimes?: RegimeChoices,
  { horizons, blames = [0, 1, 2], figure }: PriceOfSilosOptions = {},
): readonly PriceOfSilosRow[] => {
  const { years } = simulation.scenario.time;
  const counted = horizons ?? [years, ...[5, 3, 1].filter((horizon) => horizon < years)];
  const dials = [
    ...counted.map((horizonYears) => ({ horizonYears, blame: blames[0] ?? 0 })),
    ...blames.slice(1).map((blame) => ({ horizonYears: counted[0] ?? years, blame })),
  ];
  const ballots = ballotsOf(simulation, regimes, figure);
  const schemes = ({ strategy, net }: Ballot): Scheme => ({
    of: simulation.scenario.strategies[strategy].of,
    net,
  });
  return [...new Set(ballots.map(({ regime }) => regime))].flatMap((regime) =>
    dials.map((dial): PriceOfSilosRow => {
      const own = ballots.filter((ballot) => ballot.regime === regime);
      const ahead = own.filter(({ votes }) => goesAhead(votes(dial)));
      const achievable = worth(own.map(schemes));
      const realised = worth(ahead.map(schemes));
      return {
        regime,
        ...dial,
        goAhead: ahead.map(({ strategy }) => strategy).join(", "),
        achievable,
        realised,
        share: achievable > 0 ? realised / achievable : null,
        price: realised > 0 ? achievable / realised : null,
      };
    }),
  );
};

interface Scheme {
  readonly of: readonly string[];
  readonly net: number;
}

/** The most that schemes are worth together, of which no two may share an intervention. */
const worth = (schemes: readonly Scheme[]): number => {
  const [first, ...rest] = schemes.filter(({ net }) => net > 0);
  if (first === undefined) return 0;
  const apart = rest.filter(({ of }) => !of.some((intervention) => first.of.includes(intervention)));
  const taken = first.net + worth(apart);
  return apart.length === rest.length ? taken : Math.max(taken, worth(rest));
};
