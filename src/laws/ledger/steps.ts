import fc from "fast-check";
import { takes } from "../../base/problems/takes.js";
import { capitalised, penceText } from "../story.js";
import { thousand } from "../worlds/worlds.js";

/** One step of a programme; amounts in whole pence. */
export type Step =
  | { readonly does: "grant"; readonly to: string; readonly pence: number }
  | { readonly does: "spend"; readonly by: string; readonly pence: number }
  /** A scheme: `by` pays for it now. In every later year the bills of `for` are `saving` lower, but never below 0. */
  | {
      readonly does: "prevent";
      readonly by: string;
      readonly pence: number;
      readonly for: string;
      readonly saving: number;
    }
  /** The count of this year: contacts, outcomes and people taken on. */
  | { readonly does: "report"; readonly count: number }
  | { readonly does: "end year" };

/** Steps over some years. A programme is plain data: a seed and path reproduce it, and you can write one by hand. */
export type Programme = readonly Step[];

const mostSteps = 40;

/**
 * Random programmes for some agencies, in whole thousands of pounds.
 * @param agencies their names
 * @example checkRegime({ decides: "each" }, { runs: 9, agencies: ["police", "courts"] })[0].result // => "holds"
 */
export const programmes = takes(
  "a list of names of agencies",
  (agencies: readonly string[]): fc.Arbitrary<Programme> => {
    const agency = fc.constantFrom(...agencies);
    const thousands = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count * thousand);
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 4, arbitrary: fc.record({ does: fc.constant("grant" as const), to: agency, pence: thousands(40) }) },
      { weight: 4, arbitrary: fc.record({ does: fc.constant("spend" as const), by: agency, pence: thousands(20) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          does: fc.constant("prevent" as const),
          by: agency,
          pence: thousands(10),
          for: agency,
          saving: thousands(10),
        }),
      },
      { weight: 1, arbitrary: fc.record({ does: fc.constant("report" as const), count: fc.nat({ max: 100 }) }) },
      { weight: 3, arbitrary: fc.constant({ does: "end year" as const }) },
    );
    return fc.array(step, { maxLength: mostSteps, size: "max" });
  },
);

/** A step as a clause of a sentence. */
const clauseOf = (step: Step): string => {
  if (step.does === "grant") return `${capitalised(step.to)} is given ${penceText(step.pence)}`;
  if (step.does === "spend") return `${capitalised(step.by)} spends ${penceText(step.pence)}`;
  if (step.does === "report") return `a count of ${step.count} is reported`;
  if (step.does === "end year") return "the year ends";
  const saver = step.for === step.by ? "itself" : capitalised(step.for);
  return `${capitalised(step.by)} pays ${penceText(step.pence)} to save ${saver} ${penceText(step.saving)} a year`;
};

/** A programme as text: one sentence per year. */
export const tellProgramme = (programme: Programme): string => {
  const years: string[][] = [[]];
  for (const step of programme) {
    const isEnd = step.does === "end year";
    if (!isEnd || years[years.length - 1].length === 0) years[years.length - 1].push(clauseOf(step));
    if (isEnd) years.push([]);
  }
  return years
    .flatMap((clauses, at) => (clauses.length === 0 ? [] : [`Year ${at + 1}: ${clauses.join(", ")}.`]))
    .join(" ");
};
