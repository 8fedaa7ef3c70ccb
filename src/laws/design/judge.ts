import type { Rule } from "../../funding/rule.js";
import { trialsOf } from "../check-rule.js";
import { drawnLaws } from "../hunt/draws.js";
import { hunter, type TriedCase } from "../hunt/hunter.js";
import type { Law } from "../law.js";

/** A world that broke a law under some rule, and what happened there. */
export interface KnownWorld<World, Outcome> extends TriedCase<World> {
  readonly law: Law<World, Outcome>;
  readonly story: string;
}

/** What a rule does to the laws: it keeps them all, breaks one, or one of them is not tested by it. */
export type Verdict = "keeps" | "breaks" | { readonly untested: string; readonly why: string };

/** Our own rules answer in pence. */
const [penny, noWorlds] = [1, () => []] as const;

/**
 * Judges rules by some laws. The worlds that broke a law under one rule are tried first under the next: most rules
 * fall to worlds that are known.
 */
export const judgeOf = <World, Outcome>(laws: readonly Law<World, Outcome>[], seed: number) => {
  const known: KnownWorld<World, Outcome>[] = [];
  const drawn = drawnLaws(laws, seed);
  const isBrokenIn = (rule: Rule<World, Outcome>, { law, world, change }: KnownWorld<World, Outcome>): boolean =>
    hunter({ rule, law, unit: penny, telling: noWorlds }).failure(world, change) !== undefined;
  const judge = (rule: Rule<World, Outcome>, runs: number): Verdict => {
    if (known.some((world) => isBrokenIn(rule, world))) return "breaks";
    let verdict: Verdict = "keeps";
    for (const { row, found } of trialsOf(rule, drawn, { runs, seed, roundsTo: penny, text: "" })) {
      const law = laws.find(({ id }) => id === row.law);
      if (row.result === "fails" && found !== undefined && law !== undefined) {
        known.push({ law, world: found.world, change: found.change, story: row.story });
        return "breaks";
      }
      if (row.result !== "holds") verdict = { untested: row.law, why: row.story };
    }
    return verdict;
  };
  return { judge, known, isBrokenIn };
};
