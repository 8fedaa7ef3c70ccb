import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { Names, Scaled } from "./numbers.js";

/** The cohorts of random scenarios. */
export const cohortNames = ["residents", "homes"] as const;

/** An amount, and the agencies that pay it. */
export const amountOf = ({ agencies }: Names, number: fc.Arbitrary<Scaled>) =>
  fc
    .record({
      first: fc.nat(agencies.length - 1),
      count: fc.integer({ min: 1, max: Math.min(3, agencies.length) }),
      numbers: fc.tuple(number, number, number),
      between: fc.integer({ min: 0, max: 3 }),
      priceYear: fc.constantFrom(undefined, undefined, undefined, "2009/10", 2015),
    })
    .map(({ first, count, numbers, between, priceYear }) => (around: number) => {
      const bearers = Array.from({ length: count }, (_, index) => agencies[(first + index) % agencies.length]);
      const year = priceYear === undefined ? {} : { priceYear };
      if (between === 0 && count > 1) return { total: numbers[0](around), between: bearers, ...year };
      return Object.fromEntries(
        bearers.map((agency, index) => [agency, priced(numbers[index](around), index === 0 ? year : {})]),
      );
    });

const priced = (form: QuantityForm, year: object): QuantityForm => {
  if (Object.keys(year).length === 0) return form;
  return typeof form === "object" ? { ...form, ...year } : { value: form, ...year };
};

/** The people that a number is counted per. One unit, many, or everyone. */
export const perOf = (names: Names) =>
  fc.record({ cohort: fc.nat(names.cohorts.length - 1), people: fc.constantFrom("one", "many", "everyone") });

/**
 * Writes the people that a number is counted per, with the cohort if its unit is not enough, and the number of units.
 */
export const writePer = (
  { cohort, people }: { readonly cohort: number; readonly people: string },
  units: readonly (string | undefined)[],
) => {
  const unit = units[cohort] ?? "person";
  const plural = unit === "person" ? "people" : "families";
  const per = { one: unit, many: `1_000 ${plural}`, everyone: "everyone" }[people] as string;
  return {
    per,
    ...(units.length > 1 ? { cohort: cohortNames[cohort] } : {}),
    around: { one: 0.3, many: 40, everyone: 500 }[people] as number,
  };
};
