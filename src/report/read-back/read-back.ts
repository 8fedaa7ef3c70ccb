import { sum } from "../../base/mathematics/statistics.js";
import { counted } from "../../base/problems/problem.js";
import { contactsOf, peopleIn } from "../../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import { modelOf } from "../../engine/calibration.js";
import type { Simulation } from "../../engine/simulate.js";
import { yearsOf } from "../../results/sums/model-years.js";
import { centralOf } from "../../scenario/central.js";
import type { Effect } from "../../scenario/interventions/change.js";
import type { Intervention } from "../../scenario/interventions/intervention.js";
import { labelOf } from "../../scenario/label.js";
import { nameOfKey } from "../../scenario/names.js";
import type { Observation } from "../../scenario/observed.js";
import type { Reach } from "../../scenario/people/reach.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Close } from "../../scenario/services/close.js";
import { numberText, printed, shareText } from "../numbers.js";
import { output } from "../output.js";
import { yearsText } from "../words.js";
import { lineText } from "./line.js";
import { serviceText } from "./service.js";
import { anywayText, byYear, countIn, inFile, lengthText } from "./words.js";

/** What a part of a scenario says, in a sentence or two with the numbers of the central run. */
export interface ReadBackRow {
  /** The path in the scenario of what the sentence says. */
  readonly address: string;
  /** The sentence. */
  readonly says: string;
}

/** A scenario in sentences, in the order of the file: an author sees whether it says what is meant. */
export const readBack = (run: Simulation): readonly ReadBackRow[] => {
  const { scenario } = run;
  const { time, money } = scenario;
  const central = { ...run, drawn: run.central };
  const from = `The run is ${yearsText(time.years)} from ${time.start}, by the ${time.cycle}.`;
  return [
    {
      address: "time",
      says: `${from} Pounds are in ${money.priceYear} prices.`,
    },
    ...Object.keys(scenario.cohorts).map((name) => ({ address: `cohorts.${name}`, says: cohortText(central, name) })),
    ...Object.keys(scenario.services).map((name) => ({
      address: `services.${name}`,
      says: serviceText(central, name),
    })),
    ...Object.values(scenario.observed).map((each) => ({
      address: each.address,
      says: observedText(central, each),
    })),
    ...Object.entries(scenario.interventions).flatMap(([name, intervention]) =>
      interventionRows(central, name, intervention),
    ),
  ];
};

const observedText = ({ scenario, drawn }: Simulation, observation: Observation): string => {
  const { address, counted, written, years, measure, of } = observation;
  const [first, last] = [years[0], years[years.length - 1]];
  const when = first === last ? `in year ${first}` : `in years ${first} to ${last}`;
  const [seen, given] = [counted, modelOf(drawn, observation)[0]].map((each) =>
    printed(each, "asWritten", { written }),
  );
  return `${labelOf({ address }, scenario)}: ${seen} counted ${when}, where the model has ${given} (${measure}.${of}).`;
};

const cohortText = ({ scenario, drawn }: Simulation, name: string): string => {
  const { unit, size, entrants } = scenario.cohorts[name];
  const counts = yearsOf(scenario).map(
    (year) => peopleIn(drawn, businessAsUsual, { cohort: name, state: null, intervention: null }, year)[0],
  );
  const arriving = sum(entrants.map(({ people }) => centralOf(people, scenario)));
  const arrive = entrants.length === 0 ? "" : ` ${numberText(arriving)} more arrive at the start of each later year.`;
  const begin = `${nameOfKey(name)} begin as ${countIn(centralOf(size, scenario), unit)}`;
  return `${begin}; there are ${byYear(counts, numberText)}.${arrive}`;
};

const interventionRows = (run: Simulation, name: string, intervention: Intervention): readonly ReadBackRow[] => {
  const { scenario, settings } = run;
  const holding = settings.strategies.filter((strategy) => scenario.strategies[strategy].of.includes(name));
  const [alone] = holding.toSorted((a, b) => scenario.strategies[a].of.length - scenario.strategies[b].of.length);
  const address = `interventions.${name}`;
  if (alone === undefined) return [{ address, says: `${intervention.name} is in no strategy of this run.` }];
  const index = settings.strategies.indexOf(alone);
  return [
    { address, says: `${intervention.name} ${reachText(run, index, name, intervention.reach)}` },
    ...intervention.lines.map((line) => ({ address: line.address, says: lineText(run, index, line) })),
    ...intervention.closes.map((close) => ({ address: close.address, says: closeText(run, close) })),
    ...intervention.effects.map((effect) => ({ address: effect.address, says: effectText(run, index, effect) })),
  ];
};

const reachText = (
  { scenario, drawn }: Simulation,
  strategy: StrategyIndex,
  name: string,
  reach: Reach | null,
): string => {
  if (reach === null) return "would act on everybody.";
  const { cohort, people } = reach;
  const { unit } = scenario.cohorts[cohort];
  const counts = yearsOf(scenario).map(
    (year) => peopleIn(drawn, strategy, { cohort, state: null, intervention: name }, year)[0],
  );
  const asked = countIn(centralOf(people, scenario), unit);
  return `is for ${asked}. In it are, in the mean of the year, ${byYear(counts, numberText)}.`;
};

const closeText = ({ scenario }: Simulation, { service, most, together }: Close): string =>
  `${scenario.services[service].name}: up to ${most.written} are shut for good, in whole steps` +
  `${together === null ? "" : " of all that are shut together"}, as they fall free.`;

const verbs = { cut: "would fall by", raise: "would rise by", add: "would be raised by", set: "would become" } as const;

/** What an effect changes, by how much, and how many contacts a service then has. */
const effectText = (run: Simulation, strategy: StrategyIndex, effect: Effect): string => {
  const { scenario, drawn } = run;
  const { target, verb } = effect;
  const service = /^services\.(\w+)$/.exec(target)?.[1];
  const label = service === undefined ? labelOf({ address: target }, scenario) : scenario.services[service].name;
  const change = `${label} ${verbs[verb]} ${amountText(run, effect)}${courseText(scenario, effect)}.`;
  if (service === undefined) return `${change}${anywayText(run, effect)}`;
  const [without, others] = [businessAsUsual, strategy].map((arm) => contactsOf(drawn, arm, service, {})[0]);
  const { unit } = scenario.services[service];
  const over = `Over the run ${countIn(without, unit)} become ${numberText(others)}.`;
  return `${change}${anywayText(run, effect)} ${over}`;
};

/** For whom and for how long an effect lasts: ` for people in it`, `, to the end`, `, halving every two years`. */
const courseText = ({ interventions }: Scenario, { address, profile }: Effect): string => {
  const { lagYears, untilYears, halfLifeYears, byYear: shares } = profile;
  const isForAll = interventions[address.split(".")[1]].reach === null;
  const from = lagYears > 0 ? ` after ${lengthText(lagYears)}` : "";
  const halves = halfLifeYears === null ? "" : `, halving every ${lengthText(halfLifeYears)}`;
  const ends = untilYears === null ? "" : `, until ${lengthText(untilYears)} have passed`;
  const isEndless = isForAll && shares === null && halves === "" && ends === "";
  return `${isForAll ? "" : " for people in it"}${from}${isEndless ? ", to the end" : halves + ends}`;
};

/** The amount of an effect as the file writes it; of a formula or of counts, its value at the start too. */
const amountText = ({ scenario }: Simulation, { verb, amount }: Effect): string => {
  const value = centralOf(amount, scenario);
  return inFile(amount, verb === "cut" || verb === "raise" ? shareText(value) : numberText(value));
};

export const readBackOutput = output<ReadBackRow>({
  title: "The scenario in sentences",
  answers: "What the file says, in sentences with the numbers of the central run.",
  isSummable: true,
  columns: { address: ["address", "code", 1], says: ["says", "text"] },
  finding: (rows) => [`${counted(rows.length, "part")} of the file, in its own names.`],
  rows: readBack,
  ofUsual: true,
});
