import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { cohortNames } from "./amounts.js";
import { type Structure, whileOf } from "./cohort-forms.js";
import { type Names, numberOf, shareOf } from "./numbers.js";
import type { World } from "./targets.js";

type Reaches = Exclude<ScenarioForm["interventions"][string]["reaches"], "everyone">;

/** The people whom an intervention enrols, and their cohort. */
export interface ReachSketch {
  readonly cohort: number;
  readonly form: Reaches;
}

/** The people whom an intervention enrols; null if it reaches everyone. */
export const reachSketch = (names: Names, structures: readonly Structure[]): fc.Arbitrary<ReachSketch | null> =>
  fc.option(
    fc.nat(structures.length - 1).chain((cohort) =>
      fc
        .record({
          people: numberOf(names),
          who: fc.constantFrom("anyone", "highest-need", "last-year"),
          states: whileOf(structures[cohort]),
          pace: fc.constantFrom<object>(
            {},
            {},
            ...["month 1", "year 1", "quarter 2", "year 2"].map(joining),
            ...["20 a month", "150 a year", "5% a month", "60% a year"].map(joining),
          ),
          stay: fc.constantFrom<QuantityForm>("to the end", "18 months", "3 months", "5 weeks", ...drawnLengths),
          fade: fc.constantFrom<object>({}, {}, { fade: "1 year" }, ...drawnLengths.map((fade) => ({ fade }))),
          workers: fc.constantFrom<object>({}, {}, ...crews),
          again: fc.constantFrom<object>({}, {}, { again: true }),
          uptake: fc.option(fc.oneof(fc.constant<QuantityForm>("5%"), shareOf(names)), { nil: undefined }),
        })
        .map(({ people, who, states, pace, stay, fade, workers, again, uptake }) => ({
          cohort,
          form: {
            ...(structures.length > 1 ? { cohort: cohortNames[cohort] } : {}),
            people: people(150),
            who: who as Reaches["who"],
            stay,
            ...states,
            ...pace,
            ...(stay === "to the end" ? {} : fade),
            ...workers,
            ...again,
            ...(uptake === undefined ? {} : { uptake }),
          },
        })),
    ),
    { freq: 2 },
  );

/** Lengths of time that differ by draw, or by moment. */
const drawnLengths: readonly QuantityForm[] = [
  { value: "9 months", low: "6 weeks", high: "2 years" },
  "0.2 + 0.3 * t",
  "2 years",
];

const joining = (join: string) => ({ join });

/** The caseload and the number of workers. */
const crews: readonly object[] = [
  { caseload: 10 },
  { caseload: { value: 11.7, low: 8, high: 15 } },
  { caseload: 9.5, workers: 7 },
  { caseload: 20, workers: { value: 4, low: 2, high: 6 } },
  { caseload: "9 + 0.7 * t", workers: "6 - 0.9 * t" },
];

/** Writes the people whom an intervention enrols. Without differences in need it enrols anyone. */
export const writeReach = ({ cohort, form }: ReachSketch, { cohorts, demand, services }: World): Reaches => {
  const name = cohortNames[cohort];
  const { concentration } = cohorts[name];
  if (concentration === undefined) return { ...form, who: "anyone" };
  const concentrated =
    concentration.services ?? Object.keys(services).filter((service) => !("worth" in services[service]));
  const isByAll = Object.values(demand).some(
    (cause) =>
      concentrated.includes(cause.to) &&
      "per" in cause &&
      !("while" in cause) &&
      (cause.cohort ?? cohortNames[0]) === name,
  );
  return form.who === "last-year" && !isByAll ? { ...form, who: "highest-need" } : form;
};
