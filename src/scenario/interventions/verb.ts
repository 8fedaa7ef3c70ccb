import type * as z from "zod";
import { listed } from "../../base/problems/problem.js";
import { strictObject } from "../../base/strict-object.js";

/** What an effect may do; each effect does exactly one of these. */
const effectVerbs = ["cut", "raise", "add", "set", "close", "saves", "costsMore", "chain", "measured"] as const;

const oneVerb = `An effect has one of ${listed(effectVerbs, "or")}; write a second effect for a second one.`;

/** The form of an effect with one verb. `adviceFor` says what to do with keys that do not belong beside this verb. */
export const verbForm = <Shape extends z.ZodRawShape>(shape: Shape, adviceFor: (keys: readonly string[]) => string) =>
  strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      return effectVerbs.some((verb) => issue.keys.includes(verb)) ? oneVerb : adviceFor(issue.keys);
    },
  });

/** How to write an effect that was measured before and after. */
export const measuredExample = "measured: { per: 116 people, every: year, comparison: none }";
