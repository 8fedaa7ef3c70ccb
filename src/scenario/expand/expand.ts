import type * as z from "zod";
import type { Problem } from "../../base/problems/problem.js";
import { cyclesPerYear } from "../../base/time.js";
import { unitCosts as catalogue } from "../../data/unit-costs/index.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { quantityAddress, statedAt } from "../address.js";
import { readBudget } from "../agencies/budget.js";
import { checkAgencyNames } from "../agencies/reserved.js";
import { doubtsOf, unitCostsUsed } from "../check/unit-costs.js";
import { checkScenario } from "../check.js";
import type { ScenarioContext } from "../context.js";
import { readIntervention } from "../interventions/intervention.js";
import { readStrategies } from "../interventions/strategy.js";
import { isMap } from "../issues/value.js";
import { pricesWith } from "../money/inflation.js";
import { readInflation } from "../money/inflation-form.js";
import { readMoney } from "../money/money.js";
import { mapSorted } from "../names.js";
import { readObservation } from "../observed.js";
import { namesOfCohort, personUnit, readCohort } from "../people/cohort.js";
import { dimensionsOf } from "../people/states.js";
import { readRegimes } from "../regimes/check-regime.js";
import type { Files, Scenario, ScenarioForm, scenarioForm } from "../scenario.js";
import { readCause } from "../services/demand-form.js";
import { readService } from "../services/service.js";
import { readNamed } from "../time/length-of-time.js";
import { readUnit } from "../unit.js";
import { withBaselines } from "./baselines.js";
import { withUnitCosts } from "./catalogue.js";
import { withNeeds } from "./needs.js";
import { withPicks } from "./picks.js";
import { withSameCounts } from "./same-counts.js";
import { withSince } from "./since.js";
import { withSpends } from "./spend.js";

type Form = z.output<typeof scenarioForm>;

/** How a scenario is expanded. */
export interface ExpandOptions {
  readonly report: (problem: Problem) => void;
  /** False if `form` is only the part of the scenario whose shape is right. Then the checks of the whole do not run. */
  readonly whole: boolean;
  /** Unit costs of the user, which replace those of the catalogue with the same code. */
  readonly unitCosts: readonly UnitCost[];
}

/**
 * Turns a scenario of the right shape into one whose every name and number is checked.
 * `written` may have entries that `form` has not.
 */
export const expandScenario = (
  form: Form,
  written: ScenarioForm,
  files: Files,
  { report, whole, unitCosts }: ExpandOptions,
): Scenario => {
  const context = contextOf(form, written, files, { report, unitCosts });
  checkAgencyNames(context);
  const scenario: Scenario = {
    title: form.title,
    question: form.question,
    time: form.time,
    money: readMoney(form.money, context),
    sources: mapSorted(form.sources, (source) => source),
    quantities: mapSorted(form.quantities, (each, name) => readNamed(each, quantityAddress(name), context)),
    agencies: mapSorted(form.agencies, ({ name, kind, body = null, budget, whenShort = "overspend" }, agency) => ({
      name,
      kind,
      body,
      budget: readBudget(budget, agency, context),
      whenShort,
    })),
    cohorts: mapSorted(form.cohorts, (each, name) => readCohort(each, name, context)),
    services: mapSorted(form.services, (each, name) => readService(each, name, context)),
    demand: withoutGaps(mapSorted(form.demand, (each, name) => readCause(each, name, context))),
    interventions: mapSorted(form.interventions, (each, name) => readIntervention(each, name, context)),
    strategies: readStrategies(form.strategies, Object.keys(written.interventions), form.interventions, context),
    answer: form.answer ?? [],
    regimes: readRegimes(form.regimes, form.agencies, context),
    inForce: null,
    expect: mapSorted(form.expect, (each) => each),
    observed: withoutGaps(mapSorted(form.observed, (each, name) => readObservation(each, name, context))),
    calibration: null,
    accept: form.accept ?? {},
    form: written,
    files,
    unitCosts,
    set: {},
    warnings: [],
  };
  const expanded = expansions.reduce((before, expand) => expand(before, form, context), scenario);
  if (whole) checkScenario(expanded, context);
  return expanded;
};

type Expand = (scenario: Scenario, form: Form, context: ScenarioContext) => Scenario;

/** Sugar that depends on several nouns. Each expansion needs those before it. */
const expansions: readonly Expand[] = [
  (scenario, { services, cohorts }, context) => withSpends(scenario, services, cohorts, context),
  (scenario, { interventions }, context) => withBaselines(scenario, interventions, context),
  (scenario, { interventions }) => withSameCounts(scenario, interventions),
  (scenario, { cohorts }, context) => withNeeds(scenario, cohorts, context),
  (scenario, { interventions }, context) => withPicks(scenario, interventions, context),
  (scenario, _form, context) => withSince(scenario, context),
  (scenario, _form, context) =>
    withUnitCosts(scenario, [...unitCostsUsed(scenario, context).keys()], (cost) => doubtsOf(cost, context)),
];

const contextOf = (
  form: Form,
  written: ScenarioForm,
  files: Files,
  { report, unitCosts }: Pick<ExpandOptions, "report" | "unitCosts">,
): ScenarioContext => {
  const agencies = Object.keys(form.agencies);
  const services = Object.keys(written.services ?? {});
  const outcomes = servicesWith(["worth"], written);
  const causing = Object.values(form.demand ?? {}).flatMap((cause) => ("each" in cause ? [cause.each] : []));
  const inflation = readInflation(form.money.inflation, { report });
  return {
    report,
    files,
    agencies,
    services,
    outcomes,
    signed: outcomes.filter((name) => !causing.includes(name)),
    cohorts: new Map(Object.entries(form.cohorts).map(([name, cohort]) => [name, namesOfCohort(cohort, name)])),
    causes: Object.keys(written.demand ?? {}),
    priceYear: String(form.money.priceYear),
    start: form.time.start,
    years: form.time.years,
    cycle: form.time.cycle,
    cyclesPerYear: cyclesPerYear[form.time.cycle],
    inflation,
    deflators: pricesWith(inflation),
    unitCosts: new Map([...catalogue, ...unitCosts].map((cost) => [cost.code, cost])),
    units: new Map(Object.entries(form.cohorts).map(([name, { unit }]) => [name, readUnit(unit ?? personUnit)])),
    sources: new Map(
      Object.entries(form.sources ?? {}).map(([name, { priceYear }]) => [
        name,
        priceYear === undefined ? undefined : String(priceYear),
      ]),
    ),
    isCount: Object.keys(form.interventions).length === 0,
    cashableOf: new Map(
      Object.entries(form.agencies).flatMap(([name, { cashable }]) =>
        cashable === undefined ? [] : [[name, cashable] as const],
      ),
    ),
    statedAt: (key, address) => statedAt(key, address, written),
    names: {
      numbers: [...Object.keys(written.quantities ?? {}), "t", "year", "cycle"],
      lastValues: new Map([
        ["people", namesOfPeople(form)],
        ["since", [...statesOfPeople(form), ...enrolling(form)]],
        ["contacts", services],
        ["waiting", servicesWith(["waiting", "divert"], written)],
        ["spend", agencies],
      ]),
    },
  };
};

/**
 * The names a formula may read as `people.x`: the cohorts and the states.
 * A state counts if one cohort alone has it, and no cohort has its name.
 */
const namesOfPeople = (form: Form): readonly string[] => {
  const names = Object.keys(form.cohorts);
  return [...names, ...statesOfPeople(form).filter((state) => !names.includes(state))];
};

/** The states that one cohort alone has. */
const statesOfPeople = ({ cohorts }: Form): readonly string[] => {
  const states = Object.entries(cohorts).flatMap(([name, cohort]) =>
    dimensionsOf(cohort.states, name).flatMap(({ states: own }) => own),
  );
  return states.filter((state) => states.indexOf(state) === states.lastIndexOf(state));
};

/** The interventions that take people in. One with the name of a state is not among them. */
const enrolling = (form: Form): readonly string[] =>
  Object.entries(form.interventions)
    .filter(([, { reaches }]) => reaches !== "everyone")
    .map(([name]) => name)
    .filter((name) => !statesOfPeople(form).includes(name));

/** The services whose entries state one of some keys. An entry may be of the wrong shape, so it is unknown here. */
const servicesWith = (keys: readonly string[], { services }: ScenarioForm): readonly string[] =>
  Object.entries<unknown>(services ?? {})
    .filter(([, service]) => isMap(service) && keys.some((key) => service[key] !== undefined))
    .map(([name]) => name);

const withoutGaps = <Value>(map: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(map).filter((entry): entry is [string, Value] => entry[1] !== undefined));
