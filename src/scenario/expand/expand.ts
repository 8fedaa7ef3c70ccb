import type * as z from "zod";
import type { Problem } from "../../base/problem.js";
import { cyclesPerYear } from "../../base/time.js";
import { deflators } from "../../data/deflators.js";
import { unitCosts as catalogue } from "../../data/unit-costs/index.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { readBudget } from "../agencies/budget.js";
import { doubtsOf, unitCostsUsed } from "../check/unit-costs.js";
import { checkScenario } from "../check.js";
import { readIntervention } from "../interventions/intervention.js";
import { readStrategies } from "../interventions/strategy.js";
import { isMap } from "../issues/value.js";
import { readMoney } from "../money/money.js";
import { mapSorted } from "../names.js";
import { namesOfCohort, personUnit, readCohort } from "../people/cohort.js";
import { dimensionsOf } from "../people/states.js";
import type { ScenarioReading } from "../reading.js";
import { readRegimes } from "../regimes/regime.js";
import type { Files, Scenario, ScenarioForm, scenarioForm } from "../scenario.js";
import { readCause } from "../services/demand.js";
import { readService } from "../services/service.js";
import { withBaselines } from "./baselines.js";
import { withUnitCosts } from "./catalogue.js";
import { withNeed } from "./concentration.js";
import { withPicks } from "./picks.js";
import { withSameCounts } from "./same-counts.js";
import { withSpends } from "./spend.js";

type Form = z.output<typeof scenarioForm>;

/** Where problems go, and whether the form is the whole scenario, or only the part of it whose shape is right. */
export interface ExpandOptions {
  readonly report: (problem: Problem) => void;
  readonly whole: boolean;
  /** Unit costs of the user's own, which stand in front of those of the catalogue. */
  readonly unitCosts: readonly UnitCost[];
}

/** From a scenario of the right shape to one whose every name and number is checked; `written` may have entries that `form` has not. */
export const expandScenario = (
  form: Form,
  written: ScenarioForm,
  files: Files,
  { report, whole, unitCosts }: ExpandOptions,
): Scenario => {
  const reading = readingOf(form, written, files, { report, unitCosts });
  const scenario: Scenario = {
    title: form.title,
    question: form.question,
    time: form.time,
    money: readMoney(form.money, reading),
    sources: mapSorted(form.sources, (source) => source),
    quantities: mapSorted(form.quantities, (each, name) =>
      readQuantity(each, { address: `quantities.${name}`, bounds: "free" }, reading),
    ),
    agencies: mapSorted(form.agencies, ({ name, kind, budget, whenShort = "overspend" }, agency) => ({
      name,
      kind,
      budget: readBudget(budget, agency, reading),
      whenShort,
    })),
    cohorts: mapSorted(form.cohorts, (each, name) => readCohort(each, name, reading)),
    services: mapSorted(form.services, (each, name) => readService(each, name, reading)),
    demand: present(mapSorted(form.demand, (each, name) => readCause(each, name, reading))),
    interventions: mapSorted(form.interventions, (each, name) => readIntervention(each, name, reading)),
    strategies: readStrategies(form.strategies, Object.keys(written.interventions).sort(), reading),
    regimes: readRegimes(form.regimes, form.agencies, reading),
    inForce: null,
    expect: mapSorted(form.expect, (each) => each),
    form: written,
    files,
    set: {},
    warnings: [],
  };
  const expanded = hangingOnOthers.reduce((before, expand) => expand(before, form, reading), scenario);
  if (whole) checkScenario(expanded, reading);
  return expanded;
};

type Expand = (scenario: Scenario, form: Form, reading: ScenarioReading) => Scenario;

/** Sugar that hangs on what other nouns say, in the order in which each needs those before it. */
const hangingOnOthers: readonly Expand[] = [
  (scenario, { services, cohorts }, reading) => withSpends(scenario, services, cohorts, reading),
  (scenario, { interventions }, reading) => withBaselines(scenario, interventions, reading),
  (scenario, { interventions }) => withSameCounts(scenario, interventions),
  (scenario, { cohorts }, reading) => withNeed(scenario, cohorts, reading),
  (scenario, { interventions }, reading) => withPicks(scenario, interventions, reading),
  (scenario, _form, reading) =>
    withUnitCosts(scenario, [...unitCostsUsed(scenario, reading).keys()], (cost) => doubtsOf(cost, reading)),
];

const readingOf = (
  form: Form,
  written: ScenarioForm,
  files: Files,
  { report, unitCosts }: Pick<ExpandOptions, "report" | "unitCosts">,
): ScenarioReading => {
  const agencies = Object.keys(form.agencies);
  const services = Object.keys(written.services ?? {});
  const priceYear = String(form.money.priceYear);
  const cashable = Object.entries(form.agencies).filter(
    (entry): entry is [string, { cashable: QuantityForm } & (typeof entry)[1]] => entry[1].cashable !== undefined,
  );
  return {
    report,
    files,
    written,
    agencies,
    services,
    cohorts: new Map(Object.entries(form.cohorts).map(([name, cohort]) => [name, namesOfCohort(cohort, name)])),
    causes: Object.keys(written.demand ?? {}),
    priceYear,
    years: form.time.years,
    cycle: form.time.cycle,
    cyclesPerYear: cyclesPerYear[form.time.cycle],
    deflators: deflators["hm-treasury-2025"],
    unitCosts: new Map([...catalogue, ...unitCosts].map((cost) => [cost.code, cost])),
    units: new Map(Object.entries(form.cohorts).map(([name, { unit }]) => [name, unit ?? personUnit])),
    sources: new Map(
      Object.entries(form.sources ?? {}).map(([name, source]) => [
        name,
        source.priceYear === undefined ? undefined : String(source.priceYear),
      ]),
    ),
    cashableOf: new Map(cashable.map(([name, agency]) => [name, agency.cashable])),
    names: {
      numbers: [...Object.keys(written.quantities ?? {}), "t", "year", "cycle"],
      lastValues: new Map([
        ["people", namesOfPeople(form)],
        ["contacts", services],
        ["waiting", servicesWithList(written)],
        ["spend", agencies],
      ]),
    },
  };
};

/** What formulas read as `people.x`: the cohorts, and states that one cohort alone has and no cohort is called. */
const namesOfPeople = ({ cohorts }: Form): readonly string[] => {
  const names = Object.keys(cohorts);
  const states = names.flatMap((name) => dimensionsOf(cohorts[name].states, name).flatMap(({ states: own }) => own));
  const alone = states.filter((state) => !names.includes(state) && states.indexOf(state) === states.lastIndexOf(state));
  return [...names, ...alone];
};

/** The services people may wait for, as far as their entries say so. */
const servicesWithList = ({ services }: ScenarioForm): readonly string[] =>
  Object.entries<unknown>(services ?? {})
    .filter(([, service]) => isMap(service) && (service.waiting !== undefined || service.divert !== undefined))
    .map(([name]) => name);

const present = <Value>(map: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(map).filter((entry): entry is [string, Value] => entry[1] !== undefined));
