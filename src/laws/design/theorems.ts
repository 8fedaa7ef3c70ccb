import type { RuleFamily } from "../../funding/rule.js";
import type { Law } from "../law.js";

/** What is known of all rules that keep some laws, ours or not. */
export interface Theorem {
  /** A name for readers. */
  readonly name: string;
  /** The laws it is about, by id. */
  readonly laws: readonly string[];
  /** True if no rule keeps them all. Else it says which rules do. */
  readonly isImpossible: boolean;
  /** What it states, in a sentence. */
  readonly says: string;
}

/** Which rules keep some laws: the impossibilities stand with their laws. */
const characterisations: Readonly<Partial<Record<RuleFamily, readonly Theorem[]>>> = {
  share: [
    {
      name: "the boundary theorem",
      laws: [
        "surplus-is-shared-out",
        "names-do-not-matter",
        "no-cliff-edge",
        "boundaries-do-not-matter",
        "nobody-loses",
      ],
      isImpossible: false,
      // If all others merge, only the agency's own amounts and the totals are left: its part is linear in its own.
      says: "of all rules, only blends of by benefit and by investment do; with no-gold-plating, by benefit alone.",
    },
  ],
  pay: [
    {
      name: "Jensen's equation",
      laws: ["when-it-is-done-does-not-matter", "no-cliff-edge"],
      isImpossible: false,
      says: "of all payments, only a fixed sum and so much for each do: no cap, floor, threshold or band.",
    },
  ],
};

/** The theorems about some laws of a family, each once. */
export const theoremsAbout = <World, Outcome>(
  family: RuleFamily,
  laws: readonly Law<World, Outcome>[],
): readonly Theorem[] => {
  const asked = new Set(laws.map(({ id }) => id));
  const impossible = laws.flatMap(({ id, impossibleWith }): readonly Theorem[] =>
    impossibleWith === undefined ? [] : [{ ...impossibleWith, laws: [id, ...impossibleWith.laws], isImpossible: true }],
  );
  const about = [...impossible, ...(characterisations[family] ?? [])].filter((theorem) =>
    theorem.laws.every((id) => asked.has(id)),
  );
  return about.filter(({ name }, at) => about.findIndex((other) => other.name === name) === at);
};
