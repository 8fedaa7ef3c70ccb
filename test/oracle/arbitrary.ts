import fc from "fast-check";
import { cyclesPerYear } from "../../src/base/time.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { cohortNames } from "./amounts.js";
import { budget, withBudgets } from "./budget-forms.js";
import { type LimitSketch, limit, withLimits } from "./capacity-forms.js";
import { statesOf, structures } from "./cohort-forms.js";
import { type CauseSketch, cause, type OutcomeSketch, outcome, writeCause, writeOutcome } from "./demand-forms.js";
import { type InterventionSketch, interventionSketch } from "./intervention-sketch.js";
import { interventionsFrom } from "./interventions.js";
import { type Cycle, cohort, discount, named, service, strategies } from "./noun-forms.js";
import { type Names, shareOf } from "./numbers.js";
import type { World } from "./targets.js";
import { timed, withTimes } from "./time-forms.js";

const allAgencies = ["hospital", "council", "ministry", "firm"] as const;
const allServices = ["ward", "advice", "clinic", "junction"] as const;

/** Each may read the ones before it, so they are not in alphabetical order. */
const allQuantities = ["zeal", "cold", "mist", "dew"] as const;
const kinds = ["local", "national", "private"] as const;

/** A service serves every contact, turns some away, or has a waiting list. */
const limitings = ["unlimited", "unlimited", "limited", "waited for"] as const;

/** The size of a scenario: the number of names of each kind. */
const shape = fc.record({
  cycle: fc.constantFrom("quarter", "quarter", "month", "year", "year", "week"),
  years: fc.constantFrom(1, 2, 2, 3, 3, 4),
  agencies: fc.integer({ min: 1, max: 4 }),
  cohorts: fc
    .tuple(fc.constantFrom(...structures[0]), fc.option(fc.constantFrom(...structures[1])))
    .map(([first, second]) => (second === null ? [first] : [first, second])),
  moving: fc.constantFrom<Partial<ScenarioForm["time"]>>(
    {},
    { timing: "start" },
    { timing: "mid" },
    { timing: "end" },
    { timing: "trapezoid" },
    { timing: "life-table" },
    { timing: "simpson" },
    { hazards: "several-moves" },
    { hazards: "one-move", timing: "mid" },
  ),
  services: fc
    .constantFrom(0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4)
    .chain((count) => fc.tuple(...Array.from({ length: count }, () => fc.constantFrom(...limitings)))),
  quantities: fc.integer({ min: 0, max: 4 }),
});

/** Scenarios in written form. All read without an error, and most of them change a result. */
export const scenarioForm: fc.Arbitrary<ScenarioForm> = shape.chain(({ cycle, years, moving, ...counts }) => {
  const time: ScenarioForm["time"] = {
    start: "2025-04-01",
    years: cycle === "week" ? 1 : Math.min(years, cycle === "month" ? 2 : years),
    cycle: cycle === "week" && counts.cohorts.flatMap(statesOf).length > 0 ? "month" : (cycle as Cycle),
    ...moving,
    // Simpson's rule needs an even number of cycles.
    ...(moving.timing === "simpson" && cycle === "year" ? { years: years > 2 ? 4 : 2 } : {}),
  };
  const cohorts = cohortNames.slice(0, counts.cohorts.length);
  const states = counts.cohorts.flatMap(statesOf);
  const names: Names = {
    quantities: allQuantities.slice(0, counts.quantities),
    cohorts,
    people: [...cohorts, ...states.filter((state) => states.filter((other) => other === state).length === 1)],
    services: allServices.slice(0, counts.services.length),
    limited: allServices.filter((_, index) => (counts.services[index] ?? "unlimited") !== "unlimited"),
    waiting: allServices.filter((_, index) => counts.services[index] === "waited for"),
    agencies: allAgencies.slice(0, counts.agencies),
    perYear: cyclesPerYear[time.cycle],
  };
  return fc
    .record({
      discount,
      quantities: fc.tuple(
        ...names.quantities.map((_, index) => named({ ...names, quantities: names.quantities.slice(0, index) })),
      ),
      agencies: fc.tuple(
        ...names.agencies.map(() =>
          fc.record({ kind: fc.constantFrom(...kinds), cashable: fc.option(shareOf(names), { freq: 3 }) }),
        ),
      ),
      cohorts: fc.tuple(...counts.cohorts.map((structure) => cohort(names, structure, time.cycle))),
      services: fc.tuple(...names.services.map(() => service(names))),
      limits: fc.tuple(...names.limited.map(() => limit(names))),
      budgets: fc.tuple(...names.agencies.map(() => budget(names))),
      demand:
        names.services.length === 0
          ? fc.constant([])
          : fc.array(cause(names, counts.cohorts, time.cycle), { minLength: 1, maxLength: 6 }),
      interventions: fc.array(interventionSketch(names, counts.cohorts, time), { minLength: 1, maxLength: 3 }),
      outcome: fc.option(outcome(names, counts.cohorts), { freq: 2 }),
      strategies,
    })
    .map((parts) =>
      withBudgets(
        withLimits(assemble(time, names, parts), names, byName(names.limited, parts.limits), parts.interventions),
        parts.budgets,
      ),
    );
});

/** The same scenarios, in some of which a number depends on the time that people are in a state or an intervention. */
export const timedScenarioForm: fc.Arbitrary<ScenarioForm> = fc
  .tuple(scenarioForm, fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: timed }))
  .map(([form, sketch]) => withTimes(form, sketch));

type Sketched<Part> = Part extends fc.Arbitrary<infer Value> ? Value : never;

interface Parts {
  readonly discount: ScenarioForm["money"]["discount"];
  readonly quantities: readonly QuantityForm[];
  readonly agencies: readonly { readonly kind: (typeof kinds)[number]; readonly cashable: QuantityForm | null }[];
  readonly cohorts: readonly Sketched<ReturnType<typeof cohort>>[];
  readonly services: readonly Sketched<ReturnType<typeof service>>[];
  readonly limits: readonly LimitSketch[];
  readonly demand: readonly CauseSketch[];
  readonly interventions: readonly InterventionSketch[];
  readonly outcome: OutcomeSketch | null;
  readonly strategies: Sketched<typeof strategies>;
}

const byName = <Value>(names: readonly string[], values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(values.map((value, index) => [names[index], value]));

const assemble = (time: ScenarioForm["time"], names: Names, parts: Parts): ScenarioForm => {
  const units = parts.cohorts.map(({ unit }) => unit);
  const cohorts = byName(
    names.cohorts,
    parts.cohorts.map(({ size, unit, parts: more }) => ({ size, ...(unit === undefined ? {} : { unit }), ...more })),
  ) as ScenarioForm["cohorts"];
  // The first cause brings people to a service with limits, if there is one.
  const causes = parts.demand.map((each, index) => {
    const first = {
      ...each,
      to: Math.max(0, names.services.indexOf(names.limited[0])),
      each: null,
      kind: "plain" as const,
    };
    return writeCause(index === 0 && names.limited.length > 0 ? first : each, names, units, cohorts);
  });
  const lives = parts.outcome === null ? undefined : writeOutcome(parts.outcome, units);
  const world = {
    quantities: byName(names.quantities, parts.quantities),
    cohorts,
    services: { ...byName(names.services, parts.services), ...lives?.services },
    demand: { ...byName(["falls", "back", "again", "calls", "onward", "early"], causes), ...lives?.demand },
  } as World;
  const interventions = interventionsFrom(parts.interventions, world, units);
  return {
    title: "A random place",
    question: "Do two computations of it agree?",
    time,
    money: { priceYear: "2024/25", discount: parts.discount },
    sources: { study: { title: "A study", priceYear: "2012/13" } },
    agencies: byName(
      names.agencies,
      parts.agencies.map(({ kind, cashable }, index) => ({
        name: names.agencies[index],
        kind,
        ...(cashable === null ? {} : { cashable }),
      })),
    ),
    ...world,
    interventions,
    ...writeStrategies(parts.strategies, Object.keys(interventions)),
  };
};

const writeStrategies = (sketches: Parts["strategies"], interventions: readonly string[]) => {
  if (sketches === null) return {};
  const written = sketches.map(({ of, overlap }) => {
    const list = of.map((index) => interventions[index % interventions.length]);
    return overlap === undefined ? list : { of: list, overlap: overlap as "multiply" | "strongest" };
  });
  return { strategies: byName(["main", "rival"], written) };
};
