import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { Names, Scaled } from "./numbers.js";

/** The cohorts of random scenarios. */
export const cohortNames = ["residents", "homes"] as const;

/** What agencies bear of an amount. */
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

/** Whom a number is per: nobody in particular where the scenario may leave it out. */
export const perOf = (names: Names) =>
  fc.record({ cohort: fc.nat(names.cohorts.length - 1), people: fc.constantFrom("one", "many", "everyone") });

/** Writes whom a number is per, with the cohort beside it where its unit does not tell, and how many contacts or pounds that makes. */
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
