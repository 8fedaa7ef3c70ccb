import type { Simulation } from "../engine/simulate.js";
import { ballotsOf, type DecideOptions, goesAhead, type RegimeChoices, type VoteRow } from "./votes.js";

/** Whether a strategy goes ahead under a regime, and who stops it: pounds of present value, means of the draws. */
export interface DecideRow {
  readonly strategy: string;
  readonly regime: string;
  /** Whose consent is needed: `each` agency that is asked for money, `all` in one vote, or the `treasury`. */
  readonly decides: "each" | "all" | "treasury";
  /** Those who agree among those whose consent is needed, by name; `nobody is asked` where nobody's is. */
  readonly agree: string;
  /** Those who do not, by name. */
  readonly block: string;
  /** Those who pay for it out of a budget that may not be spent on it, by name: no vote and no side payment helps. */
  readonly mayNot: string;
  readonly goesAhead: boolean;
  /** What all agencies gain together over all years, idle capacity included. */
  readonly netBenefit: number;
  /** netBenefit where it goes ahead, else 0. */
  readonly realised: number;
  /** The least that those who block would have to be given to agree; 0 where nobody does. */
  readonly sidePayment: number;
  /** Those who end up with less than nothing, and are not asked, by name. */
  readonly losers: string;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * Would anybody sign? Each strategy under each regime: whose consent is needed, who gives it, what goes ahead, and the smallest side payment that would have changed
 * the mind of those who block. Decided once, on the distribution and not draw by draw: a party agrees if what it expects to end up with, over the
 * years it counts, is at least its blame times what it puts in where all together lose. Whoever pays must be let by a permit to spend that, too; and where
 * nobody pays and nobody is asked, nothing stops it.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name; all the scenario names (or else every standard one) where left out
 * @param options how many years those who decide count, and what blame weighs
 * @returns rows by strategy and regime, in pounds
 * @throws ScenarioError where a regime is not there
 * @example decide(simulate(fdac, { draws: 64 }), ["silo"], { horizonYears: 1 }).map((row) => row.block) // => ["The council"]
 */
export const decide = (
  simulation: Simulation,
  regimes?: RegimeChoices,
  options: DecideOptions = {},
): readonly DecideRow[] => {
  const ballots = ballotsOf(simulation, regimes, options.figure);
  return simulation.settings.strategies.flatMap((strategy) =>
    ballots
      .filter((ballot) => ballot.strategy === strategy)
      .map(({ regime, decides, net, upperBound, votes }): DecideRow => {
        const cast = votes(options);
        const needed = cast.filter(({ isNeeded }) => isNeeded);
        const blocking = needed.filter(({ agrees }) => !agrees);
        const ahead = goesAhead(cast);
        return {
          strategy,
          regime,
          decides,
          agree: needed.length === 0 ? nobodyIsAsked : namesOf(needed.filter(({ agrees }) => agrees)),
          block: namesOf(blocking),
          mayNot: namesOf(cast.filter(({ maySpend }) => !maySpend)),
          goesAhead: ahead,
          netBenefit: net,
          realised: ahead ? net : 0,
          sidePayment: blocking.reduce((sum, vote) => sum + vote.sidePayment, 0),
          losers: namesOf(cast.filter(({ isNeeded, gain }) => !isNeeded && gain < -0.01)),
          upperBound,
        };
      }),
  );
};

/** What stands in place of those who agree where nobody's consent is needed. */
export const nobodyIsAsked = "nobody is asked";

const namesOf = (votes: readonly VoteRow[]): string => votes.map(({ name }) => name).join(", ");

/**
 * Who signs: every agency's vote on each strategy under each regime, whether its consent is needed, and what it would have to be given to agree. An agency that loses
 * and is not asked is shown, but has no veto.
 * @param simulation from `simulate`
 * @param regimes names, or regimes as values by name; all the scenario names (or else every standard one) where left out
 * @param options how many years those who decide count, and what blame weighs
 * @returns rows by regime, strategy and party (whoever votes for all last), in pounds of present value
 * @throws ScenarioError where a regime is not there
 * @example votes(simulate(fdac, { draws: 64 }), ["silo"]).filter((row) => row.isNeeded).map((row) => row.agrees) // => [true]
 */
export const votes = (
  simulation: Simulation,
  regimes?: RegimeChoices,
  options: DecideOptions = {},
): readonly VoteRow[] => ballotsOf(simulation, regimes, options.figure).flatMap((ballot) => ballot.votes(options));
