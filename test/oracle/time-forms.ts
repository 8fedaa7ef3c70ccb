import fc from "fast-check";
import { cyclesPerYear } from "../../src/base/time.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";

/** A sketch of a number that depends on the time that people are in a state or an intervention. */
export const timed = fc.record({
  what: fc.nat(20),
  number: fc.nat(20),
  cycles: fc.constantFrom(1, 2, 3),
  later: fc.constantFrom(0, 0.4, 0.8),
});

type TimedSketch = Parameters<Parameters<typeof timed.map>[0]>[0];

/** A number of people of a cohort: where it is, and how it is put in the place of another. */
interface Place {
  readonly number: QuantityForm;
  readonly put: (form: ScenarioForm, number: QuantityForm) => ScenarioForm;
}

/** The form with one number that falls once people are some cycles in a state or an intervention. */
export const withTimes = (form: ScenarioForm, sketch: TimedSketch | null): ScenarioForm => {
  if (sketch === null) return form;
  const cohorts = Object.keys(form.cohorts);
  const all = cohorts.flatMap((cohort) => statesIn(form.cohorts[cohort]));
  const choices = cohorts.flatMap((cohort) => {
    const states = statesIn(form.cohorts[cohort]).filter((state) => all.filter((each) => each === state).length === 1);
    const programmes = Object.entries(form.interventions).flatMap(([name, { reaches }]) =>
      reaches !== "everyone" && (reaches.cohort ?? cohorts[0]) === cohort && !name.includes("-") ? [name] : [],
    );
    const numbers = numbersOf(form, cohort);
    return numbers.length === 0 ? [] : [...programmes, ...programmes, ...states].map((what) => ({ what, numbers }));
  });
  if (choices.length === 0) return form;
  const { what, numbers } = choices[sketch.what % choices.length];
  const { number, put } = numbers[sketch.number % numbers.length];
  const years = sketch.cycles / cyclesPerYear[form.time.cycle];
  const written = put(form, `timed * (since.${what} < ${years} ? 1 : ${sketch.later})`);
  return { ...written, quantities: { ...written.quantities, timed: number } };
};

/** The states of a cohort that is written as a list, as shares, or as dimensions of either. */
const statesIn = ({ states = [] }: ScenarioForm["cohorts"][string]): readonly string[] =>
  Array.isArray(states)
    ? states
    : Object.entries(states).flatMap(([name, each]) =>
        Array.isArray(each) ? each : typeof each === "object" && !("value" in each) ? Object.keys(each) : [name],
      );

/** The rates of moves and the contacts of people of a cohort. */
const numbersOf = (form: ScenarioForm, cohort: string): readonly Place[] => {
  const { moves = {} } = form.cohorts[cohort];
  const rates = Object.entries(moves).flatMap(([key, move]) =>
    (["hazard", "probability"] as const).flatMap((kind): readonly Place[] => {
      const number = (move as Readonly<Partial<Record<typeof kind, QuantityForm>>>)[kind];
      const put: Place["put"] = (before, changed) => ({
        ...before,
        cohorts: {
          ...before.cohorts,
          [cohort]: { ...before.cohorts[cohort], moves: { ...moves, [key]: { ...move, [kind]: changed } as never } },
        },
      });
      return number === undefined ? [] : [{ number, put }];
    }),
  );
  const causes = Object.entries(form.demand ?? {}).flatMap(([name, cause]): readonly Place[] => {
    const isOwn = "per" in cause && (cause.cohort ?? cohort) === cohort;
    const put: Place["put"] = (before, contacts) => ({
      ...before,
      demand: { ...before.demand, [name]: { ...cause, contacts } as never },
    });
    return isOwn && !("priority" in cause && cause.priority === "last") ? [{ number: cause.contacts, put }] : [];
  });
  return [...rates, ...causes];
};
