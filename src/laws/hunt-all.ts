import { ScenarioError } from "../base/problem.js";
import { fixedFields } from "./fixed.js";
import { type Counterexample, type Hunt, hunter, type LawTrial } from "./hunter.js";

/** Tries every small world, and returns the smallest one that breaks the law. */
export const huntAll = <World, Outcome>(trial: LawTrial<World, Outcome>, upTo: number): Hunt<World> => {
  const { law } = trial;
  if (!("random" in law.worlds))
    throw new ScenarioError([
      {
        severity: "error",
        address: law.id,
        what: `The law ${law.id} has random worlds, but no list of small worlds.`,
        mend: "Write its worlds as { random, small }, or check it in random mode.",
      },
    ]);
  const { failure, counts } = hunter(trial);
  const changes = law.changes === undefined ? [undefined] : [...law.changes.small(upTo)];
  let [tried, smallest] = [0, Number.POSITIVE_INFINITY];
  let counterexample: Counterexample<World> | undefined;
  const fixed = fixedFields();
  for (const world of law.worlds.small(upTo)) {
    fixed.add(world);
    for (const change of changes) {
      tried++;
      const failed = failure(world, change);
      const size = failed === undefined ? smallest : sizeOf([world, change]);
      if (failed !== undefined && size <= smallest) {
        smallest = size;
        counterexample = { ...failed, change, path: "", shrinks: 0 };
      }
    }
  }
  return { tried, ...counts(), fixed: fixed.texts(law.family?.fields ?? {}), counterexample };
};

/** The size of a world: the sum of its numbers, plus 0.01 for each list and record in it. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "number") return Math.abs(value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0.01);
};
