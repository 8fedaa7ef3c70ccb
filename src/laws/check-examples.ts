import { checkArgument } from "../base/problems/options.js";
import { isLike } from "../base/problems/readable.js";
import type { Family } from "./family.js";
import type { DrawnLaw } from "./hunt/draws.js";
import { isRecord } from "./plain.js";

/** Throws if an example is no world of the family of a law: a rule may refuse it, and the law would seem to hold. */
export const checkExamples = <World, Outcome>(
  { law: { id, family }, draws }: DrawnLaw<World, Outcome>,
  examples: readonly unknown[],
): void => {
  if (family === undefined || examples.length === 0) return;
  const like = withoutFields(draws.world(0), family.mayLack ?? []);
  for (const example of examples)
    checkArgument("options.examples", example, () =>
      isLike(example, like) && !hasPartsOfPence(example, family)
        ? undefined
        : `An example is a world of the law ${id}, in whole pence, such as ${JSON.stringify(like)}.`,
    );
};

const withoutFields = (world: unknown, left: readonly string[]): unknown =>
  JSON.parse(JSON.stringify(world, (key, part: unknown) => (left.includes(key) ? undefined : part)));

const hasPartsOfPence = <World>(part: unknown, family: Family<World>): boolean =>
  isRecord(part) &&
  Object.entries(part).some(([key, inner]) =>
    family.fields[key]?.unit === "pence" && typeof inner === "number"
      ? !Number.isInteger(inner)
      : hasPartsOfPence(inner, family),
  );
