import fc from "fast-check";
import type { cyclesPerYear } from "../../src/base/time.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { amountOf } from "./amounts.js";
import { cohortParts, type Structure } from "./cohort-forms.js";
import { type Names, numberOf, shareOf } from "./numbers.js";

// The forms of discounting, quantities, cohorts, services and strategies, at random.

export type Cycle = keyof typeof cyclesPerYear;

const rates = fc.oneof(
  fc.constantFrom("none", "green-book-2026", "green-book-2003", 0.06, "3.5%"),
  fc.record({
    schedule: fc.constantFrom("5%", "green-book-2022-health", 0.12),
    by: fc.constantFrom("year", "cycle"),
    from: fc.constantFrom("start", "mid", "end"),
  }),
) as fc.Arbitrary<number>;

export const discount: fc.Arbitrary<ScenarioForm["money"]["discount"]> = fc.oneof(
  { weight: 3, arbitrary: rates },
  { weight: 1, arbitrary: fc.record({ costs: rates, outcomes: rates }) },
);

export const named = (names: Names): fc.Arbitrary<QuantityForm> =>
  fc.oneof(
    { weight: 3, arbitrary: numberOf(names).map((number) => number(1)) },
    { weight: 1, arbitrary: shareOf(names) },
    { weight: 1, arbitrary: fc.constant({ value: 0.8, unit: "share" }) },
  );

export const cohort = (names: Names, structure: Structure, cycle: Cycle) =>
  fc.record({
    parts: cohortParts(names, structure, cycle),
    size: fc.oneof(
      fc.constantFrom<QuantityForm>(1000, 220000, "900 * (1 + 0.03 * t)", { value: 5000, low: 4000, high: 7000 }),
      fc.constantFrom(...names.cohorts.map((name) => `max(800, people.${name} * 1.01 + 3)`)),
      numberOf(names).map((number): QuantityForm => {
        const form = number(1);
        return typeof form === "string"
          ? `max(40, 700 * (${form}))`
          : { of: "t", steps: { 0: 600, 0.6: 650, 1.7: 500 } };
      }),
    ),
    unit: fc.constantFrom("person", "family", undefined),
  });

export const service = (names: Names) =>
  fc
    .record({
      cost: amountOf(names, numberOf(names)),
      junction: fc.integer({ min: 0, max: 9 }),
      behaviour: fc.oneof(
        shareOf(names).map((cashable) => ({ cashable })),
        fc.constantFrom<object>(
          { split: { variable: "20%", semiFixed: "30%", fixed: "50%" } },
          { split: { variable: { value: "20%", low: "10%", high: "40%" }, semiFixed: "0.3 + 0.1 * t" } },
          { split: { variable: 0.1, semiFixed: { value: "60%", low: "40%", high: "80%" } } },
          { split: { variable: "0.1 + 0.05 * t", semiFixed: "0%" } },
        ),
      ),
      rising: fc.option(shareOf(names), { freq: 2 }),
      history: fc.constantFrom("steady", "empty", undefined, undefined),
    })
    .map(({ cost, junction, behaviour, rising, history }) => ({
      unit: "visit",
      ...(junction === 0 ? { cost: "none" as const } : { cost: cost(120), ...inLayer(junction, behaviour) }),
      ...(rising === null ? {} : { rising }),
      ...(history === undefined ? {} : { history: history as "steady" | "empty" }),
    }));

/** A few services cost the economy or people's lives, which no budget pays. */
const inLayer = (place: number, behaviour: object): object =>
  place === 1 ? { layer: "economic" } : place === 2 ? { layer: "social" } : behaviour;

export const strategies = fc.option(
  fc.array(
    fc.record({
      of: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
      overlap: fc.constantFrom("multiply", "strongest", undefined),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  { freq: 2 },
);
