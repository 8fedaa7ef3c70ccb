import { describe, expect, test } from "vitest";
import { type CheckOptions, checkRule, type LawRow, type ListedLaw, laws } from "../../src/laws/index.js";
import { isHunt, runsOf } from "../support/hunt.js";

/** A law of any family, and what came of the rule that keeps it and of the one that breaks it. */
const listedOf = <World, Outcome>(family: string, list: readonly ListedLaw<World, Outcome>[]) =>
  list.map((law) => ({
    name: `${family} ${law.number} ${law.id}`,
    family,
    law: { id: law.id, number: law.number, texts: [law.says, law.matters], notes: [law.formula, law.alias] },
    of: (which: "keeps" | "breaks", options: CheckOptions<World>): LawRow =>
      checkRule(law[which].rule, [law], options)[0],
  }));

const listed = [
  ...listedOf("permit", laws.permit),
  ...listedOf("finance", laws.finance),
  ...listedOf("share", laws.share),
  ...listedOf("pay", laws.pay),
  ...listedOf("yearEnd", laws.yearEnd),
  ...listedOf("allocate", laws.allocate),
];

/** By-investment rewards spending only where at least two invest and much is saved. */
const upToOf = (id: string): number => (id === "no-gold-plating" ? 3 : 2);

const few = { runs: runsOf(300), ...(isHunt ? { seed: Date.now() | 0 } : {}) };

describe("every law is kept by the rule that keeps it, and broken by the one that breaks it", () => {
  test.each(listed)("$name", ({ law, of }) => {
    expect(of("keeps", few)).toMatchObject({ result: "holds", where: "" });
    const { result, where, story } = of("breaks", { runs: 2000 });
    expect(result).toBe("fails");
    expect(where).not.toMatch(/The rule stops|NaN|undefined|Infinity|\bnull\b/);
    if (law.id !== "only-what-is-published-counts")
      expect(story.match(/\d[\d,.]*/g)?.length ?? 0, `${story} (at most five numbers)`).toBeLessThanOrEqual(5);
  });
});

describe("a proof of every small world finds the same", () => {
  test.each(listed.filter(({ family }) => family === "share"))("$name", ({ law: { id }, of }) => {
    const options = { mode: "exhaustive", upTo: upToOf(id) } as const;
    expect(of("keeps", options)).toMatchObject({ result: "holds", bound: 0 });
    expect(of("breaks", options).result).toBe("fails");
  });
});

test("laws have names of their own within a family, a number, a formula, and say whom they matter to", () => {
  for (const list of Object.values(laws)) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  for (const { law } of listed) {
    expect(law.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(law.number).toMatch(/^L\d+[ab]?$/);
    for (const text of law.texts) expect(text).toMatch(/^[A-Z].*[.)]$/);
    expect(law.notes).not.toContain("");
  }
});

test("every law from L1 to L29 is there", () => {
  const numbers = new Set(listed.map(({ law }) => Number.parseInt(law.number.slice(1), 10)));
  expect(Array.from({ length: 29 }, (_, at) => at + 1).filter((number) => !numbers.has(number))).toEqual([]);
});
