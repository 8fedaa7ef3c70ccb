import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { type Names, numberOf, shareOf, termOf } from "./numbers.js";

type CohortForm = ScenarioForm["cohorts"][string];
type Cycle = ScenarioForm["time"]["cycle"];

/** The states of a cohort by dimension; empty without states. A single dimension has no name of its own. */
export interface Structure {
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  readonly gone: readonly string[];
}

const health = ["well", "ill"] as const;
const life = ["well", "ill", "dead"] as const;
const housing = ["rough", "housed"] as const;
const drugs = ["using", "clean"] as const;

const stateless: Structure = { dimensions: {}, gone: [] };

/** The structures of random cohorts: the first list for the first cohort, the other lists for the second. */
export const structures: readonly (readonly Structure[])[] = [
  [
    stateless,
    stateless,
    { dimensions: { state: health }, gone: [] },
    { dimensions: { state: life }, gone: ["dead"] },
    { dimensions: { state: life }, gone: ["dead"] },
    { dimensions: { health: life, housing }, gone: ["dead"] },
    { dimensions: { housing, drugs }, gone: [] },
  ],
  [
    stateless,
    stateless,
    { dimensions: { state: ["warm", "cold"] }, gone: [] },
    { dimensions: { state: ["warm", "cold", "empty"] }, gone: ["empty"] },
    { dimensions: { health, heating: ["warm", "cold"] }, gone: [] },
  ],
];

/** All states of a cohort. */
export const statesOf = ({ dimensions }: Structure): string[] => Object.values(dimensions).flat();

/** States people can be counted in. */
export const countedStates = (structure: Structure): string[] =>
  statesOf(structure).filter((state) => !structure.gone.includes(state));

/** One counted state, or a list of some; empty if there is none. */
export const whileOf = (structure: Structure, freq = 1): fc.Arbitrary<{ readonly while?: string | string[] }> => {
  const states = countedStates(structure);
  if (states.length === 0) return fc.constant({});
  return fc
    .option(fc.oneof(fc.constantFrom(...states), fc.subarray(states, { minLength: 1 })), { freq, nil: undefined })
    .map((named) => (named === undefined ? {} : { while: named }));
};

/** The moves of a cohort, as `from -> to`, that a random cohort of this structure may have. */
const movesIn = ({ dimensions, gone }: Structure) =>
  Object.values(dimensions).flatMap((states) =>
    states
      .filter((from) => !gone.includes(from))
      .map((from) => ({ from, to: states.filter((to) => to !== from), beside: states })),
  );

/** The parts of a cohort besides its size: states, moves between them, growth, and need. */
export const cohortParts = (names: Names, structure: Structure, cycle: Cycle): fc.Arbitrary<Partial<CohortForm>> => {
  const hasStates = statesOf(structure).length > 0;
  return fc
    .record({
      states: hasStates ? startOf(structure) : fc.constant({}),
      moves: hasStates ? movesOf(names, structure, cycle) : fc.constant({}),
      growth: fc.constantFrom<object>(
        {},
        {},
        {},
        { growth: "4%" },
        { growth: -0.2 },
        { growth: "0.05 - 0.04 * t" },
        { entrants: 37 },
        { entrants: "year < 3 ? 37 : 5" },
        growing,
      ),
      concentration: names.services.length > 0 ? concentrationOf(names) : fc.constant({}),
    })
    .map(({ states, moves, growth, concentration }) => ({ ...states, ...moves, ...growth, ...concentration }));
};

const growing = { growth: { value: 0.02, low: -0.05, high: 0.1 }, entrants: { value: 30, low: 10, high: 60 } };

/** How a cohort starts: all in the first states, in shares, or by a joint table. */
const startOf = ({ dimensions, gone }: Structure): fc.Arbitrary<Partial<CohortForm>> => {
  const lists = Object.values(dimensions);
  const shares = lists.map((states) =>
    fc.constantFrom<QuantityForm>(...firstShares).map((first) => sharedOut(states, first)),
  );
  const alone = lists.length === 1;
  const ways: fc.Arbitrary<Partial<CohortForm>>[] = [
    fc.constant({ states: alone ? [...lists[0]] : mapOf(dimensions, (states) => [...states]) }),
    fc.tuple(...shares).map((each) => ({
      states: (alone
        ? each[0]
        : Object.fromEntries(Object.keys(dimensions).map((name, index) => [name, each[index]]))) as Exclude<
        CohortForm["states"],
        undefined
      >,
    })),
  ];
  if (!alone) ways.push(fc.constant({ states: mapOf(dimensions, (states) => [...states]), start: jointly(lists) }));
  return fc.oneof(...ways).map((way) => ({ ...way, ...(gone.length > 0 ? { gone: [...gone] } : {}) }));
};

const firstShares: readonly QuantityForm[] = [0.7, "60%", { value: "50%", low: "30%", high: "70%" }, "0.5 + 0.1 * t"];

const mapOf = <Value>(dimensions: Structure["dimensions"], change: (states: readonly string[]) => Value) =>
  Object.fromEntries(Object.entries(dimensions).map(([name, states]) => [name, change(states)]));

/** Shares of the first two states, which sum to 1 if they are plain numbers. The other states have 0. */
const sharedOut = (states: readonly string[], first: QuantityForm): Record<string, QuantityForm> => {
  const rest = first === 0.7 ? 0.3 : first === "60%" ? "40%" : { value: "50%", low: "40%", high: "55%" };
  return Object.fromEntries(states.map((state, index) => [state, [first, rest][index] ?? 0]));
};

const jointly = ([first, second]: readonly (readonly string[])[]): Record<string, QuantityForm> => ({
  [`${first[0]} & ${second[0]}`]: "40%",
  [`${second[1]} & ${first[0]}`]: 0.3,
  [`${first[1]} & ${second[0]}`]: "10%",
  [`${first[1]} & ${second[1]}`]: 0.2,
});

/** Moves out of each state, all of one kind, some of them only while in a state of another dimension. */
const movesOf = (names: Names, structure: Structure, cycle: Cycle): fc.Arbitrary<Partial<CohortForm>> =>
  fc
    .tuple(...movesIn(structure).map(({ from, to, beside }) => rowOf(names, structure, cycle, from, to, beside)))
    .map((rows) => ({ moves: Object.assign({}, ...rows) as NonNullable<CohortForm["moves"]> }));

const rowOf = (
  names: Names,
  structure: Structure,
  cycle: Cycle,
  from: string,
  targets: readonly string[],
  beside: readonly string[],
): fc.Arbitrary<object> => {
  const others = countedStates(structure).filter((state) => !beside.includes(state));
  const elsewhere: fc.Arbitrary<object> =
    others.length === 0
      ? fc.constant({})
      : fc.constantFrom<object>({}, {}, { while: others[0] }, { while: [others[others.length - 1]] });
  const quickened: fc.Arbitrary<object> =
    others.length === 0
      ? fc.constant({})
      : fc.oneof(
          elsewhere,
          fc.constantFrom(...others).map((state) => ({ times: { [state]: 1.5 } })),
          quickenedIn(others),
        );
  const moves = (rate: fc.Arbitrary<object>, conditions: fc.Arbitrary<object> = elsewhere) =>
    fc
      .tuple(fc.subarray([...targets], { minLength: 1 }), ...targets.map(() => fc.tuple(rate, conditions)))
      .map(([some, ...forms]) =>
        Object.fromEntries(some.map((to, index) => [`${from} -> ${to}`, { ...forms[index][0], ...forms[index][1] }])),
      );
  const hazards = moves(
    numberOf(names).map((number) => ({ hazard: number(0.4) })),
    quickened,
  );
  const probabilities = moves(
    probability(names).map((share) => ({ probability: share, cycle })),
    quickened,
  );
  const counts = fc.tuple(elsewhere, fc.constantFrom(1, 12, 300)).chain(([condition, stayed]) =>
    moves(
      fc.constantFrom(3, 40, 0.5).map((count) => ({ count, cycle })),
      fc.constant(condition),
    ).map((row) => ({ ...row, [`${from} -> ${from}`]: { count: stayed, cycle, ...condition } })),
  );
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: hazards },
    { weight: 2, arbitrary: probabilities },
    { weight: 1, arbitrary: counts },
  );
};

/** Factors on a move, by the states of other dimensions. */
const quickenedIn = (others: readonly string[]): fc.Arbitrary<object> =>
  fc.constant({
    times: {
      [others[0]]: { value: 0.5, low: 0.3, high: 0.9 },
      [others[others.length - 1]]: { value: 1.4, low: 1.1, high: 2 },
    },
  });

/** A probability that leaves room for another beside it, and for effects that raise both. */
const probability = (names: Names): fc.Arbitrary<QuantityForm> =>
  fc.oneof(
    fc.constantFrom<QuantityForm>(0.05, "12%", { value: "10%", low: "7%", high: "14%" }, 0),
    termOf(names).map((term) => `0.15 * min(1, ${term})`),
  );

/** How need is spread: by written segments, or by the share of the people with most need. */
const concentrationOf = (names: Names): fc.Arbitrary<Partial<CohortForm>> => {
  const parts = fc.constantFrom<object>(
    { segments: { low: { weight: "80%", multiplier: 0.25 }, high: { weight: "20%", multiplier: 4 } } },
    {
      segments: {
        most: { weight: 0.2, multiplier: 3.5 },
        some: { weight: 0.3, multiplier: 1 },
        none: { weight: 0.5, multiplier: 0 },
      },
    },
    { segments: { low: { weight: "80%", multiplier: 0.25 }, high: { weight: "20%", multiplier: 4 } } },
    { top: "20%", share: "75%", of: "need" },
  );
  const written = fc
    .record({
      parts,
      persistence: fc.oneof(
        fc.constantFrom<QuantityForm>("60%", 1, 0, { value: 0.5, low: 0.3, high: 0.8 }),
        shareOf({ ...names, quantities: [] }),
      ),
      services: fc.option(fc.subarray([...names.services], { minLength: 1 }), { nil: undefined }),
    })
    .map(({ parts, persistence, services }) => ({
      concentration: { ...parts, persistence, ...(services === undefined ? {} : { services }) },
    }));
  return fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: written }) as fc.Arbitrary<
    Partial<CohortForm>
  >;
};
