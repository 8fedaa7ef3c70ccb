import fc from "fast-check";
import type { Posting, Project } from "../../src/funding/rule.js";
import { sum } from "./deals.js";

/** A project of the council, with what is given and nothing else. */
export const project = (parts: Partial<Project>): Project => ({
  doer: "council",
  costs: [],
  saves: [],
  outcomes: [],
  ...parts,
});

/** What a party has received, less what it has paid, by the end of each year. */
export const balances = (postings: readonly Posting[], party: string, years: number): readonly number[] =>
  Array.from({ length: years }, (_, at) =>
    sum(
      postings
        .filter(({ year }) => year <= at + 1)
        .map(({ from, to, pence }) => (to === party ? pence : from === party ? -pence : 0)),
    ),
  );
/** The payments from one party to another: year and pence. */
export const flows = (postings: readonly Posting[], from: string, to: string): readonly (readonly [number, number])[] =>
  postings.filter((posting) => posting.from === from && posting.to === to).map(({ year, pence }) => [year, pence]);

const yearly = (min: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min, max: 1_000_00 }), { minLength: 6, maxLength: 6 });
/** Projects of six years at random. */
export const projects = fc.record({
  doer: fc.constant("council"),
  costs: yearly(0),
  saves: yearly(-1_000_00),
  outcomes: fc.array(
    fc.integer({ min: -200, max: 1000 }).map((tenths) => tenths / 10),
    { minLength: 6, maxLength: 6 },
  ),
});
