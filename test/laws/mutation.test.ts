import { describe, expect, test } from "vitest";
import { type CheckOptions, checkRule, type LawRow, type ListedLaw, laws } from "../../src/laws/index.js";
import { isHunt, runsOf } from "../support/hunt.js";

/** The laws of a family, each with its checks of the rule that keeps it and the rule that breaks it. */
const listedOf = <World, Outcome>(family: string, list: readonly ListedLaw<World, Outcome>[]) =>
  list.map((law) => ({
    name: `${family} ${law.id}`,
    family,
    law: { id: law.id, texts: [law.says, law.matters], notes: [law.formula, law.alias] },
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

/** The largest amount of the small worlds that show what a law is about; `npm run hunt` tries more. */
const upToOf = (id: string): number =>
  Math.max(isHunt ? 2 : 1, { "no-gold-plating": 3, "losers-are-made-whole": 2 }[id] ?? 0);

const few = { runs: runsOf(60), ...(isHunt ? { seed: Date.now() | 0 } : {}) };

describe("each law is kept by its `keeps` rule and broken by its `breaks` rule", () => {
  test.each(listed)("$name", ({ law, of }) => {
    expect(of("keeps", few)).toMatchObject({ result: "holds", where: "" });
    const { result, where, story } = of("breaks", { runs: 200 });
    expect(result).toBe("fails");
    expect(where).not.toMatch(/The rule stops|NaN|undefined|Infinity|\bnull\b/);
    if (law.id !== "only-what-is-published-counts")
      expect(story.match(/\d[\d,.]*/g)?.length ?? 0, `${story} (at most nine numbers)`).toBeLessThanOrEqual(9);
  });
});

describe("an exhaustive check of small worlds gives the same results", () => {
  test.each(listed.filter(({ family }) => family === "share"))("$name", ({ law: { id }, of }) => {
    const options = { mode: "exhaustive", upTo: upToOf(id) } as const;
    expect(of("keeps", options)).toMatchObject({ result: "holds", bound: 0 });
    expect(of("breaks", options).result).toBe("fails");
  });
});

test("a law has a unique id in its family, a formula, an academic name, and full sentences", () => {
  for (const list of Object.values(laws)) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  for (const { law } of listed) {
    expect(law.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of law.texts) expect(text).toMatch(/^[A-Z].*[.)]$/);
    expect(law.notes).not.toContain("");
  }
});
