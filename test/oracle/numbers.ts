import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";

/** The names that formulas may read, and the cycles per year. */
export interface Names {
  readonly quantities: readonly string[];
  readonly cohorts: readonly string[];
  /** The names that formulas read as people: cohorts, and states that only one cohort has. */
  readonly people: readonly string[];
  readonly services: readonly string[];
  /** The services with a capacity, and those of them with a waiting list. */
  readonly limited: readonly string[];
  readonly waiting: readonly string[];
  readonly agencies: readonly string[];
  readonly perYear: number;
}

/** A number in some form, around a given size. */
export type Scaled = (around: number) => QuantityForm;

/** Rounds to four digits, so that a failing scenario is readable. */
export const tidy = (number: number): number => Number(number.toPrecision(4));

const factor = fc.integer({ min: 2, max: 30 }).map((tenths) => tenths / 10);

/**
 * A formula whose value stays between 0 and about 50. Its steps are at odd places, so that two right computations never
 * differ in which side of a step they are on.
 */
export const termOf = ({ quantities, people, services, waiting, agencies }: Names): fc.Arbitrary<string> => {
  const atoms = [factor.map(String), fc.constantFrom("(0.6 + t)", "year", "(1 + cycle / 9)", "exp(-t / 3)")];
  if (quantities.length > 0) atoms.push(fc.constantFrom(...quantities), fc.constantFrom(...quantities));
  atoms.push(fc.constantFrom(...people.map((name) => `(2 * people.${name} / (people.${name} + 700.3))`)));
  if (services.length > 0)
    atoms.push(fc.constantFrom(...services.map((name) => `(0.3 + contacts.${name} / (contacts.${name} + 30.7))`)));
  if (waiting.length > 0)
    atoms.push(fc.constantFrom(...waiting.map((name) => `(0.4 + waiting.${name} / (waiting.${name} + 9.7))`)));
  atoms.push(fc.constantFrom(...agencies.map((name) => `(0.2 + spend.${name} / (abs(spend.${name}) + 900.3))`)));
  const two = (join: (a: string, b: string) => string) => (term: fc.Arbitrary<string>) =>
    fc.tuple(term, term).map(([a, b]) => join(a, b));
  const conditions = (a: string, b: string): string[] => [
    `${a} < ${b} + 0.01234`,
    `${a} * 1.01357 >= ${b}`,
    `${a} > 0.7531 and cycle <= 5`,
    `not (${a} <= 1.2345) or year == 2`,
    `year != 1 and t >= 0.25`,
  ];
  const compounds = [
    two((a, b) => `(${a} + ${b}) / 2`),
    two((a, b) => `abs(${a} - ${b})`),
    two((a, b) => `sqrt(abs(${a} * ${b}))`),
    two((a, b) => `${a} / (0.4 + abs(${b}))`),
    two((a, b) => `min(${a}, ${b}, 7)`),
    two((a, b) => `max(${a}, -(${b}))`),
    two((a, b) => `log(1.1 + abs(${a})) + log10(1.1 + abs(${b}))`),
    two((a, b) => `(0.1 + abs(${a})) ^ (${b} > 1.0123 ? 0.5 : 0.9)`),
    two((a, b) => `floor(3 * ${a} + 0.01234) / 3 + ceil(${b} + 0.56789) / 4`),
    two((a, b) => `round(abs(${a}) + 0.2468) * pow(1.5, -abs(${b}))`),
    two((a, b) => `exp(-abs(${a}) / 4) * ${b}`),
    (term: fc.Arbitrary<string>) =>
      fc
        .tuple(term, term, term, term, fc.nat(4))
        .map(([a, b, then, otherwise, which]) => `(${conditions(a, b)[which]} ? ${then} : ${otherwise})`),
  ];
  const atom = fc.oneof(...atoms);
  const inner = fc.oneof({ weight: 2, arbitrary: atom }, ...compounds.map((compound) => compound(atom).map(bracketed)));
  return fc.oneof(...compounds.map((compound) => compound(inner)), atom);
};

const bracketed = (term: string): string => `(${term})`;

const formulaOf = (names: Names): fc.Arbitrary<Scaled> =>
  termOf(names).map((term) => (around) => `${tidy(around)} * min(3, ${term})`);

/** A range of any family, with its central value. */
const ranges: readonly Scaled[] = [
  (value) => ({ value, low: tidy(value * 0.5), high: tidy(value * 1.7) }),
  (value) => ({ value, low: tidy(-value * 0.2), high: tidy(value * 2.5) }),
  (value) => ({ value, low: tidy(value * 0.4), high: tidy(value * 1.6), distribution: "uniform" }),
  (value) => ({ value, low: 0, high: tidy(value * 2.2), distribution: "triangular" }),
  (value) => ({ value, low: tidy(value * 0.3), high: tidy(value * 1.9), distribution: "pert" }),
  (value) => ({ value, mean: value, sd: tidy(value / 4), distribution: "normal" }),
  (value) => ({ value, median: value, sdLog: 0.3, distribution: "lognormal" }),
  (value) => ({ value, mean: value, sd: tidy(value / 3), distribution: "gamma" }),
];

const shareRanges: readonly Scaled[] = [
  (value) => ({ value: percent(value), low: percent(value * 0.6), high: percent(value * 1.1) }),
  (value) => ({ value: percent(value), low: "0%", high: "100%", distribution: "uniform" }),
  (value) => ({ value: percent(value), low: "0%", high: "100%" }),
  (value) => ({ value: percent(value), alpha: tidy(6 * value), beta: tidy(6 * (1 - value)), distribution: "beta" }),
];

const percent = (share: number): string => `${tidy(share * 100)}%`;

const traceNames = [
  ["mild", "cold"],
  ["dry", "wet", "white"],
] as const;

const traceOf = ({ perYear }: Names): fc.Arbitrary<Scaled> =>
  fc
    .record({
      names: fc.constantFrom(...traceNames),
      values: fc.array(factor, { minLength: 7, maxLength: 7 }),
      length: fc.integer({ min: 1, max: perYear }),
      pick: fc.constantFrom("each-year", "once", undefined, 0, 1),
      apart: fc.constantFrom(true, false, false),
    })
    .map(({ names, values, length, pick, apart }) => (around) => {
      const valueAt = (trace: number, cycle: number) => tidy(around * values[(3 * trace + cycle) % values.length]);
      const cycles = (trace: number) => Array.from({ length }, (_, cycle) => valueAt(trace, cycle));
      return {
        traces: Object.fromEntries(names.map((name, trace) => [name, cycles(trace)])),
        ...(length < perYear ? { beyond: tidy(around * 0.9) } : {}),
        ...(pick === undefined ? {} : { pick: typeof pick === "number" ? names[pick] : pick }),
        ...(apart ? { apart } : {}),
      };
    });

const stepsOf = (names: Names): fc.Arbitrary<Scaled> =>
  fc
    .record({
      of: fc.oneof(
        fc.constantFrom("t", "year", "cycle / 3"),
        termOf(names).map((term) => `t + ${term}`),
      ),
      heights: fc.tuple(factor, factor, factor),
    })
    .map(({ of, heights: [first, second, third] }) => (around) => ({
      of,
      steps: { 0: tidy(around * first), 0.7321: tidy(around * second), 1.6173: tidy(around * third) },
    }));

const withProvenance = (form: QuantityForm): QuantityForm =>
  typeof form === "object" ? { ...form, source: "study" } : { value: form, source: "study", note: "read from a table" };

/** A number of 0 or more in any of its forms. */
export const numberOf = (names: Names): fc.Arbitrary<Scaled> => {
  const plain = fc.constant<Scaled>((around) => tidy(around));
  const forms = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(plain, factor).map(
        ([form, by]): Scaled =>
          (around) =>
            form(around * by),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...ranges).map(
        (range): Scaled =>
          (around) =>
            range(tidy(around)),
      ),
    },
    { weight: 4, arbitrary: formulaOf(names) },
    { weight: 2, arbitrary: traceOf(names) },
    { weight: 1, arbitrary: stepsOf(names) },
  );
  return fc.tuple(forms, fc.integer({ min: 0, max: 9 })).map(
    ([form, sourced]) =>
      (around) =>
        sourced === 9 ? withProvenance(form(around)) : form(around),
  );
};

/** The same, or one that is below 0 in some draws or at some moments. A fixed number below 0 is refused. */
export const signedNumberOf = (names: Names): fc.Arbitrary<Scaled> =>
  fc.oneof(
    { weight: 3, arbitrary: numberOf(names) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Scaled>(
        (around) => ({ value: tidy(around / 3), low: tidy(-around), high: tidy(around * 2) }),
        (around) => ({
          value: tidy(-around),
          low: tidy(-2 * around),
          high: tidy(-around / 2),
          distribution: "uniform",
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: termOf(names).map(
        (term): Scaled =>
          (around) =>
            `${tidy(around)} * (0.7531 - exp(-t / 9) * min(3, ${term}))`,
      ),
    },
  );

/** A share by which something changes: of either sign, or more than all. A fixed share is from 0 to 1. */
export const changeShareOf = (names: Names): fc.Arbitrary<QuantityForm> =>
  fc.oneof(
    { weight: 6, arbitrary: shareOf(names) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<QuantityForm>(
        { value: "-20%", low: "-40%", high: "-10%" },
        { value: "5%", low: "-30%", high: "40%", distribution: "triangular" },
        { value: 0.9, low: 0.6, high: 1.3, distribution: "uniform" },
      ),
    },
    { weight: 1, arbitrary: termOf(names).map((term) => `0.6 - 0.5 * exp(-t / 9) * min(3, ${term})`) },
    { weight: 1, arbitrary: termOf(names).map((term) => `0.8 * exp(-t / 9) * min(3, ${term})`) },
  );

/** A share in any of its forms, seldom 0 or 1. */
export const shareOf = (names: Names): fc.Arbitrary<QuantityForm> => {
  const share = fc.integer({ min: 5, max: 90 }).map((hundredths) => hundredths / 100);
  return fc.oneof(
    { weight: 2, arbitrary: share },
    { weight: 2, arbitrary: share.map(percent) },
    { weight: 3, arbitrary: fc.tuple(share, fc.constantFrom(...shareRanges)).map(([value, range]) => range(value)) },
    { weight: 3, arbitrary: termOf(names).map((term) => `(0.45 + 0.01 * t) * min(3, ${term})`) },
    { weight: 1, arbitrary: traceOf(names).map((trace) => trace(0.25)) },
    { weight: 1, arbitrary: fc.constantFrom<QuantityForm>(0, 1, "100%") },
  );
};
