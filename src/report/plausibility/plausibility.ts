import { checkGivenScenario } from "../../base/problems/given.js";
import { codeOf, type Problem } from "../../base/problems/problem.js";
import { pairsOf } from "../../base/records.js";
import { runCentral } from "../../engine/central.js";
import { defaultSettings, type Simulation } from "../../engine/simulate.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Accepted, acceptancesOfNothing, acceptedIn, isAcceptedIn } from "./accepted.js";
import type { Doubt, DoubtsIn } from "./doubt.js";
import { countedOnce, countedTwice } from "./effects/counted.js";
import { closesNothing, effectsOutsideTheRun } from "./effects/effects.js";
import { cutsAnother, peopleTwice, savesWhatIsCut } from "./effects/overlaps.js";
import { benefitsOutOfScale, dearPeople, paidAfterwards, paidOnTop } from "./money/benefits.js";
import { nextToNothing, totalsOfLines } from "./money/line-sizes.js";
import { oftenOrOnce, paidOnceForAll } from "./money/money-words.js";
import { eachTheWhole, kindsOfAgencies } from "./money/payers.js";
import { grantsOfNothing, rulesThatChangeNothing } from "./money/rules.js";
import { contactsOutOfScale, grantsAboveCosts, savingsAboveSpending } from "./money/savings.js";
import {
  meansFarFromValues,
  percentagesAdded,
  seriesAtRandom,
  seriesOfOtherYears,
  tiedTraces,
} from "./numbers/expressions.js";
import { otherUnits, poundsInThousands } from "./numbers/periods.js";
import { otherPeople, otherThanItsName, otherZeros } from "./numbers/question.js";
import { oddLinesOut, oddNumbersOut } from "./numbers/siblings.js";
import {
  cutsOfNearlyAll,
  deadweightsOfMost,
  moneyOfAnotherTime,
  percentagesOfNothing,
  pricesAfterPublication,
  sharesBelowOnePercent,
  wholeShares,
  yearsOfMonths,
} from "./numbers/sizes.js";
import {
  cohortsOutOfSize,
  deadWhoCount,
  emptyStates,
  growthOfCohorts,
  newcomersInAllStates,
  slowStates,
  staysOfFewCycles,
  uptakeOfNobody,
} from "./people/people.js";
import { emptyPlaces } from "./people/places.js";
import { workersOutOfScale } from "./people/workers.js";
import { borneByAnother, paysInTheQuestion } from "./services/sectors.js";
import { capacitiesUnused, cashOfStaff, contactsAfterOne, contactsEach, costsOfContacts } from "./services/services.js";
import { changesNothing, idleAgencies, unusedQuantities, unusedServices } from "./unused.js";

/** What looks wrong, in the order of a file. The name of a kind is the code of its problems. */
const kinds: Readonly<Record<string, DoubtsIn>> = {
  yearsOfMonths,
  moneyOfAnotherTime,
  pricesAfterPublication,
  otherZeros,
  otherPeople,
  otherThanItsName,
  idleAgencies,
  kindsOfAgencies,
  tiedTraces,
  wholeShares,
  sharesBelowOnePercent,
  percentagesOfNothing,
  unusedQuantities,
  meansFarFromValues,
  seriesAtRandom,
  seriesOfOtherYears,
  percentagesAdded,
  cohortsOutOfSize,
  growthOfCohorts,
  newcomersInAllStates,
  emptyStates,
  deadWhoCount,
  slowStates,
  staysOfFewCycles,
  uptakeOfNobody,
  unusedServices,
  contactsOutOfScale,
  costsOfContacts,
  borneByAnother,
  cashOfStaff,
  contactsEach,
  contactsAfterOne,
  peopleTwice,
  capacitiesUnused,
  changesNothing,
  emptyPlaces,
  cutsOfNearlyAll,
  cutsAnother,
  deadweightsOfMost,
  benefitsOutOfScale,
  dearPeople,
  workersOutOfScale,
  paysInTheQuestion,
  oddNumbersOut,
  oddLinesOut,
  paidAfterwards,
  countedOnce,
  countedTwice,
  nextToNothing,
  totalsOfLines,
  paidOnTop,
  oftenOrOnce,
  paidOnceForAll,
  otherUnits,
  poundsInThousands,
  eachTheWhole,
  effectsOutsideTheRun,
  closesNothing,
  savingsAboveSpending,
  savesWhatIsCut,
  grantsAboveCosts,
  grantsOfNothing,
  rulesThatChangeNothing,
};

/** What looks wrong in a scenario, and what its author accepts with a reason. */
export interface Plausibility {
  /** What nobody has accepted, and acceptances that fit nothing. */
  readonly warnings: readonly Problem[];
  /** What the author accepts, and why. */
  readonly accepted: readonly Accepted[];
}

/** True for the first of several doubts that say the same of one address. */
const isFirst = (doubt: Doubt, at: number, all: readonly Doubt[]): boolean =>
  all.findIndex(({ address, what }) => address === doubt.address && what === doubt.what) === at;

/**
 * What looks wrong in a scenario that reads without errors: an intervention that takes in nobody, places that stand
 * empty, benefits of more than 20 times the cost, a rule that moves nothing. Each is judged by one central run of all
 * strategies. An author accepts one by its address, under `accept` with a reason; of several kinds at one address each
 * by its name.
 * @param scenario from `readScenario` or `defineScenario`
 * @returns warnings with an address, a number and how to mend them, and what is accepted; none of them stops a run
 * @throws ScenarioError if the scenario cannot be run
 * @example plausibility(fdac).warnings // => []
 */
export const plausibility = (scenario: Scenario): Plausibility => {
  checkGivenScenario(scenario);
  return plausibilityBeside(scenario);
};

/** The same beside a run of the scenario, whose central run serves if it is of all strategies without a regime. */
export const plausibilityBeside = (scenario: Scenario, run?: Simulation): Plausibility => {
  const strategies = Object.keys(scenario.strategies);
  const isWhole =
    run?.settings.regime === null && JSON.stringify(run.settings.strategies) === JSON.stringify(strategies);
  const central = isWhole ? run.central : runCentral(scenario, strategies);
  const settings = { draws: 1, seed: defaultSettings.seed, strategies, regime: null };
  const simulation = { scenario, settings, central, drawn: central, warnings: [] };
  const doubts = pairsOf(kinds)
    .flatMap(([kind, doubtsIn]) => doubtsIn(simulation).map((doubt) => ({ code: codeOf(kind), ...doubt })))
    .filter(isFirst);
  const found = [...scenario.warnings, ...doubts];
  const isAccepted = isAcceptedIn(scenario, found);
  return {
    warnings: [
      ...doubts.filter((doubt) => !isAccepted(doubt)).map((doubt) => ({ severity: "warning" as const, ...doubt })),
      ...acceptancesOfNothing(scenario, found),
    ],
    accepted: acceptedIn(scenario, found),
  };
};
