import { checkGivenSimulation } from "../../base/problems/given.js";
import {
  checkOptions,
  listOf,
  named,
  numberBetween,
  type OptionCheck,
  objectWith,
  oneOrByName,
  wordFrom,
} from "../../base/problems/options.js";
import { mistake, type ScenarioError } from "../../base/problems/problem.js";
import { signalOption } from "../../base/problems/signal-option.js";
import type { Simulation } from "../../engine/simulate.js";
import { levels } from "../../scenario/agencies/level.js";
import { withoutName } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type DrawsReader, isSummed, readerOf } from "./draws-reader.js";
import { subjectsOf } from "./parties.js";
import { measures } from "./sums.js";

/** Above this weight of blame a decider would refuse a scheme for a penny. */
const mostBlame = 1e6;

/** What each option of a result may be. An option means the same in every result that has it. */
export const optionChecksOf = (
  scenario: Scenario,
  strategies: readonly string[] = Object.keys(scenario.strategies),
): Readonly<Record<string, OptionCheck>> => {
  const agencies = Object.keys(scenario.agencies);
  const year = numberBetween(1, scenario.time.years, "whole number");
  const blame = numberBetween(0, mostBlame);
  const services = Object.keys(scenario.services).filter((name) => scenario.services[name].worth !== null);
  return {
    agency: named("agency", agencies),
    of: named("agency, body or level", subjectsOf(scenario)),
    level: wordFrom(levels),
    figure: wordFrom(measures),
    strategy: named("strategy", strategies),
    strategies: listOf(named("strategy", [...strategies, withoutName])), // what compares strategies knows `without`
    year,
    years: wordFrom(["model", "financial"]),
    period: wordFrom(["year", "cycle"]),
    pounds: wordFrom(["real", "cash"]),
    series: objectWith({ index: {} }),
    outcome: (value, option) => {
      const what = named("outcome", services)(value, option);
      return what && `${what} An outcome is a service with a worth.`;
    },
    willingnessToPay: listOf(numberBetween(0)),
    horizonYears: oneOrByName(year, [...agencies, "all", "treasury"]),
    horizons: listOf(year),
    blame: oneOrByName(blame, [...agencies, "all", "treasury"]),
    blames: listOf(blame),
    signal: signalOption,
  };
};

/** What is particular to a result: options that it needs, and those that mean more in it than in others. */
interface Particular {
  readonly needed?: readonly string[];
  readonly own?: Readonly<Record<string, OptionCheck>>;
}

/** Throws if a result is asked what it cannot mean, is read from something else, or looks at draws that are summed. */
export const checkCall = (simulation: Simulation, ...[options = {}, known = [], particular = {}]: Asked): void => {
  checkAsked(simulation, options, known, particular);
  if (isSummed(simulation.drawn)) throw looksAtDraws();
};

/** The same of a result that reads draws by a reader alone, so that it may be read of sums, too. Returns the reader. */
export const readerFor = (
  simulation: Simulation,
  ...[options = {}, known = [], particular = {}]: Asked
): DrawsReader => {
  checkAsked(simulation, options, known, particular);
  return readerOf(simulation.drawn);
};

/** The options that were given, the names of those that the result has, and what is particular to it. */
type Asked = readonly [options?: object, known?: readonly string[], particular?: Particular];

const checkAsked = (
  simulation: Simulation,
  options: object,
  known: readonly string[],
  particular: Particular,
): void => {
  const { needed = [], own = {} } = particular;
  checkGivenSimulation(simulation);
  const checks = optionChecksOf(simulation.scenario, simulation.settings.strategies);
  checkOptions(options, { ...Object.fromEntries(known.map((name) => [name, checks[name]])), ...own }, needed);
};

const looksAtDraws = (): ScenarioError =>
  mistake(
    "read",
    "This result looks at single draws, and a summed run keeps none.",
    "Read it of simulate, with fewer draws. A summed run has whoSaves, cash, cashByYear, figureByYear, horizons, " +
      "budgetGap, ledger, publicValue, valueForMoney, outcomes, activity, waiting, people and contactsPerPerson.",
  );
