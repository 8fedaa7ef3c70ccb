import fc from "fast-check";
import { called, penceText } from "../story.js";
import { thousand } from "../worlds/worlds.js";

/** Something that happens: whole pence. */
export type Step =
  | { readonly does: "grant"; readonly to: string; readonly pence: number }
  | { readonly does: "spend"; readonly by: string; readonly pence: number }
  /** A scheme: one pays for it now, and the bills of one are lower by `saving` in every later year, as far as they go. */
  | {
      readonly does: "prevent";
      readonly by: string;
      readonly pence: number;
      readonly for: string;
      readonly saving: number;
    }
  /** What the rules count this year: contacts, outcomes, people taken on. */
  | { readonly does: "report"; readonly count: number }
  | { readonly does: "end year" };

/** What happens over some years, step by step. It is data, so that it comes back by its seed and path, and can be written by hand. */
export type Programme = readonly Step[];

const mostSteps = 40;

/**
 * What may happen among some agencies, in round money.
 * @param agencies their names
 * @example checkRegime({ decides: "each" }, { runs: 9, agencies: ["police", "courts"] })[0].result // => "holds"
 */
export const programmes = (agencies: readonly string[]): fc.Arbitrary<Programme> => {
  const agency = fc.constantFrom(...agencies);
  const thousands = (most: number) => fc.integer({ min: 1, max: most }).map((many) => many * thousand);
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
};

/** A step as a part of a sentence. */
const clauseOf = (step: Step): string => {
  if (step.does === "grant") return `${called(step.to)} is given ${penceText(step.pence)}`;
  if (step.does === "spend") return `${called(step.by)} spends ${penceText(step.pence)}`;
  if (step.does === "report") return `a count of ${step.count} is reported`;
  if (step.does === "end year") return "the year ends";
  const saver = step.for === step.by ? "itself" : called(step.for);
  return `${called(step.by)} pays ${penceText(step.pence)} to save ${saver} ${penceText(step.saving)} a year`;
};

/** What happens, a sentence a year. */
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
