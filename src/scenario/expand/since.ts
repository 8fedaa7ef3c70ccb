import { reportError } from "../../quantity/context.js";
import { type Expression, mapExpression, type Quantity } from "../../quantity/expression.js";
import { isEndless } from "../check/quantities.js";
import type { ScenarioContext } from "../context.js";
import type { Cohort } from "../people/cohort.js";
import { type Dimension, type Move, stageOf } from "../people/states.js";
import { quantitiesOf } from "../quantities.js";
import type { Scenario } from "../scenario.js";
import type { Cause } from "../services/demand.js";
import { endWeightsOf } from "../time/time.js";
import { lastChange, statesSince } from "./since-formula.js";

/** The most stages of time in a state. */
export const mostStages = 120;

/**
 * Sugar: a formula that reads `since.treated`, the years that a person has been in a state, or since joining an
 * intervention, becomes one formula for each stage. The stages are a dimension of their own: people who stay go on to
 * the next stage at each cycle's end, and all others are in the first. The last stage is that of its time and longer.
 */
export const withSince = (scenario: Scenario, context: ScenarioContext): Scenario => {
  const { quantities, demand } = scenario;
  const reading = (quantity: Quantity): readonly string[] => statesSince(quantity.expression, quantities);
  // Numbers that are read by name are among these, so none needs to be followed.
  const readsTime = [...quantitiesOf(scenario).values()].some(
    ({ expression }) => statesSince(expression, {}).length > 0,
  );
  if (!readsTime || isEndless(scenario)) return scenario;
  reportElsewhere(scenario, reading, context);
  const stages = Object.fromEntries(
    Object.entries(scenario.cohorts).map(([name, cohort]) => [name, stagesIn(name, cohort, scenario, context)]),
  );
  const cohorts = Object.entries(scenario.cohorts).map(([name, cohort]): readonly [string, Cohort] => {
    const inStages = (move: Move): readonly Move[] =>
      variantsOf(move.rate, move.while, stages[name], scenario, context).map(({ number, named }) => ({
        ...move,
        rate: number,
        while: named,
      }));
    const dimensions = cohort.dimensions.map((each) => ({ ...each, moves: each.moves.flatMap(inStages) }));
    return [name, withStages({ ...cohort, dimensions }, name, stages[name])];
  });
  const causes = Object.entries(demand).flatMap(([name, cause]): readonly (readonly [string, Cause])[] => {
    const { by } = cause;
    if (!("per" in by)) return [[name, cause]];
    return variantsOf(cause.contacts, by.while, stages[by.per.cohort], scenario, context).map(
      ({ number, named }, index) => [
        index === 0 ? name : stageOf(name, index),
        { ...cause, contacts: number, by: { ...by, while: named } },
      ],
    );
  });
  const atEntry = Object.entries(quantities).map(([name, quantity]) => [
    name,
    reading(quantity).reduce(
      (all, state) => atStage(all, state, 0, { ...scenario, quantities: {} }, context),
      quantity,
    ),
  ]);
  return {
    ...scenario,
    cohorts: Object.fromEntries(cohorts),
    demand: Object.fromEntries(causes),
    quantities: Object.fromEntries(atEntry),
  };
};

/** What people of a cohort may be in: its states, and the interventions that take them in. */
const timesOf = (name: string, { cohorts, interventions }: Scenario): readonly string[] => [
  ...cohorts[name].dimensions.flatMap(({ states }) => states),
  ...Object.keys(interventions).filter((each) => interventions[each].reach?.cohort === name),
];

/** What people are in whose time is read by the moves of a cohort and their contacts, and in how many stages. */
const stagesIn = (name: string, cohort: Cohort, scenario: Scenario, context: ScenarioContext): readonly Stages[] => {
  const readers = [
    ...cohort.dimensions.flatMap(({ moves }) => moves.map(({ rate }) => rate)),
    ...Object.values(scenario.demand).flatMap((cause) =>
      "per" in cause.by && cause.by.per.cohort === name ? [cause.contacts] : [],
    ),
  ];
  const read = new Set(readers.flatMap(({ expression }) => statesSince(expression, scenario.quantities)));
  return [...new Set(timesOf(name, scenario))]
    .filter((state) => read.has(state))
    .map((state) => ({ state, count: stagesOf(state, readers, scenario, context) }));
};

/** A number in each combination of the stages that it reads, and the states of people for whom it holds there. */
const variantsOf = (
  number: Quantity,
  named: readonly string[],
  stages: readonly Stages[],
  scenario: Scenario,
  context: ScenarioContext,
): readonly { readonly number: Quantity; readonly named: readonly string[] }[] =>
  stages
    .filter(({ state }) => statesSince(number.expression, scenario.quantities).includes(state))
    .reduce(
      (all, { state, count }) =>
        all.flatMap((each) =>
          Array.from({ length: count }, (_, stage) => ({
            number: atStage(each.number, state, stage, scenario, context),
            named: [...each.named, stageOf(state, stage)],
          })),
        ),
      [{ number, named }],
    );

/** A state or an intervention whose time is read, and in how many stages. */
interface Stages {
  readonly state: string;
  readonly count: number;
}

/** The number of stages after which no formula changes any more, at most one for each moment people are counted at. */
const stagesOf = (
  state: string,
  readers: readonly Quantity[],
  { quantities, time }: Scenario,
  context: ScenarioContext,
): number => {
  const changes = readers.map((each) => ({ each, at: lastChange(each.expression, state, quantities) }));
  const latest = changes.reduce((one, other) => (other.at > one.at ? other : one));
  const countsEnds = endWeightsOf(time).some((weight) => weight > 0);
  const moments = time.years * context.cyclesPerYear + (countsEnds ? 1 : 0);
  const count = Math.min(moments, 1 + Math.ceil(latest.at * context.cyclesPerYear - 1e-9));
  if (count <= mostStages) return count;
  reportError(
    context,
    latest.each.address,
    `Time in ${state} takes ${count} stages of a ${context.cycle}, more than the ${mostStages} that can be run.`,
    `Let it end: since.${state} < 5 ? … : …, or min(since.${state}, 5); or choose a longer time.cycle.`,
  );
  return 1;
};

/** A number for people in a stage of a state. Named quantities that read the time are written out. */
const atStage = (
  quantity: Quantity,
  state: string,
  stage: number,
  scenario: Pick<Scenario, "quantities">,
  context: ScenarioContext,
): Quantity => ({
  ...quantity,
  variant: `${quantity.variant ?? ""} ${stageOf(state, stage)}`,
  expression: mapExpression(quantity.expression, (part): Expression => {
    if (typeof part === "number") return part;
    if (part.kind === "last" && part.measure === "since" && part.of === state) return stage / context.cyclesPerYear;
    const named = part.kind === "name" ? scenario.quantities[part.name] : undefined;
    const inner = part.kind === "quantity" ? part.quantity : named;
    if (!inner || !statesSince(inner.expression, scenario.quantities).includes(state)) return part;
    return { kind: "quantity", quantity: atStage(inner, state, stage, scenario, context) };
  }),
});

/** The cohort with a dimension for each state whose time is read. */
const withStages = (cohort: Cohort, name: string, stages: readonly Stages[]): Cohort =>
  stages.reduce<Cohort>((before, each) => withStagesOf(before, name, each), cohort);

const withStagesOf = (before: Cohort, name: string, { state, count }: Stages): Cohort => {
  const own = before.dimensions.find(({ states }) => states.includes(state));
  const others = (own?.states ?? []).filter((each) => each !== state);
  const rate: Quantity = {
    address: `cohorts.${name}.since.${state}`,
    expression: 1,
    bounds: "share",
    written: "1",
  };
  const move = (from: number, to: number, condition: Pick<Move, "while" | "of">): Move => ({
    from: stageOf(state, from),
    to: stageOf(state, to),
    kind: "probability",
    rate,
    times: [],
    ...condition,
  });
  const onward = own ? { while: [state] } : { while: [], of: state };
  const dimension: Dimension = {
    name: `since ${state}`,
    timeIn: state,
    states: Array.from({ length: count }, (_, stage) => stageOf(state, stage)),
    moves: Array.from({ length: count }, (_, stage) => [
      ...(stage + 1 < count ? [move(stage, stage + 1, onward)] : []),
      // Enrolment itself takes people who leave an intervention back to the first stage.
      ...(stage > 0 && own ? [move(stage, 0, { while: others })] : []),
    ]).flat(),
  };
  return {
    ...before,
    dimensions: [...before.dimensions, dimension],
    start: before.start.map((share) => ({ ...share, states: [...share.states, stageOf(state, 0)] })),
  };
};

/** Reports a time that is read where no people who may be in its state or intervention are meant. */
const reportElsewhere = (
  scenario: Scenario,
  reading: (quantity: Quantity) => readonly string[],
  context: ScenarioContext,
): void => {
  const { quantities, cohorts, demand } = scenario;
  const named = new Set(Object.values(quantities));
  const cohortOf = new Map([
    ...Object.entries(cohorts).flatMap(([name, { dimensions }]) =>
      dimensions.flatMap(({ moves }) => moves.map(({ rate }) => [rate, name] as const)),
    ),
    ...Object.values(demand).flatMap((cause) =>
      "per" in cause.by ? [[cause.contacts, cause.by.per.cohort] as const] : [],
    ),
  ]);
  for (const quantity of quantitiesOf(scenario).values()) {
    const cohort = cohortOf.get(quantity);
    const known = cohort === undefined ? [] : timesOf(cohort, scenario);
    const other = named.has(quantity) ? undefined : reading(quantity).find((each) => !known.includes(each));
    if (other === undefined) continue;
    reportError(
      context,
      quantity.address,
      `since.${other} is the time of each person in ${other}; here ` +
        (cohort === undefined ? "no person is meant." : `people of ${cohort} are meant, who are never in it.`),
      "It may be in the rate of a move, or in contacts per person. A cost of people is a service with such contacts.",
    );
  }
};
