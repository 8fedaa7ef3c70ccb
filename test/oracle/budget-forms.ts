import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { read } from "../support/read.js";
import { centralDraws } from "./draws.js";
import { type Names, termOf, tidy } from "./numbers.js";
import { account } from "./oracle.js";

type Budget = NonNullable<ScenarioForm["agencies"][string]["budget"]>;

/** A sketch of an agency's budget, before its spending is known; undefined without a budget. */
export type BudgetSketch = ReturnType<typeof budget> extends fc.Arbitrary<infer Sketch> ? Sketch : never;

/** Spending beside the model, by the size of the budget. */
const others: readonly ((around: number) => QuantityForm)[] = [
  (around) => tidy(around * 0.2),
  (around) => ({ value: tidy(around * 0.2), low: tidy(around * 0.1), high: tidy(around * 0.4) }),
  (around) => `${tidy(around)} * (0.1 + 0.05 * t)`,
];

/** A budget, as a share of what the agency spends, and what it does if the budget is too small. */
export const budget = (names: Names) =>
  fc.option(
    fc.record({
      share: fc.constantFrom(0.3, 0.7, 0.85, 0.95, 1.05, 1.5),
      isUncertain: fc.boolean(),
      term: fc.option(termOf(names), { freq: 3, nil: undefined }),
      growth: fc.constantFrom<Partial<Budget>>(
        {},
        { growth: "-3%" },
        { growth: { value: 0.02, low: -0.05, high: 0.08 } },
        { growth: "0.03 - 0.02 * t" },
      ),
      other: fc.constantFrom<((around: number) => QuantityForm) | undefined>(undefined, () => 0, ...others),
      prices: fc.constantFrom<Partial<Budget>>({}, { source: "study" }),
      whenShort: fc.constantFrom("ration", "ration", "overspend", undefined),
    }),
    { freq: 2, nil: undefined },
  );

/** The time of a run of one year. Simpson's rule does not fit a single cycle. */
export const oneYearOf = ({ time }: ScenarioForm): ScenarioForm["time"] => ({
  ...time,
  years: 1,
  timing: time.timing === "simpson" ? "mid" : time.timing,
});

/** The form with the budgets of its agencies, each around what the agency spends in the first year. */
export const withBudgets = (form: ScenarioForm, sketches: readonly (BudgetSketch | undefined)[]): ScenarioForm => {
  const names = Object.keys(form.agencies);
  if (names.every((_, index) => sketches[index] === undefined)) return form;
  const { strategies: _, ...rest } = form;
  const nobody = { reaches: "everyone" } as const;
  const scenario = read({ ...rest, time: oneYearOf(form), interventions: { nobody } });
  const { spend } = account(scenario, "without", centralDraws(scenario)[0]);
  const spentBy = (name: string): number =>
    [...spend].reduce((sum, [key, { money }]) => sum + (key.startsWith(`${name} `) ? money[0] : 0), 0);
  const agencies = Object.entries(form.agencies).map(([name, agency], index) => {
    const sketch = sketches[index];
    return [name, sketch === undefined ? agency : { ...agency, ...written(sketch, spentBy(name)) }] as const;
  });
  return { ...form, agencies: Object.fromEntries(agencies) };
};

const written = (sketch: BudgetSketch, spent: number): Partial<ScenarioForm["agencies"][string]> => {
  if (sketch === undefined) return {};
  const { share, isUncertain, term, growth, other, prices, whenShort } = sketch;
  const around = tidy(Math.max(1, spent) * share);
  const range = { value: around, low: tidy(around * 0.7), high: tidy(around * 1.3) };
  const perYear = isUncertain ? range : term === undefined ? around : `${around} * (0.6 + min(1, abs(${term})) / 2)`;
  return {
    budget: {
      perYear,
      ...growth,
      ...(other === undefined ? {} : { otherSpending: other(around) }),
      ...prices,
    },
    ...(whenShort === undefined ? {} : { whenShort: whenShort as "ration" | "overspend" }),
  };
};
