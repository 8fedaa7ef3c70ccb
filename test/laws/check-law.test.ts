import { expect, test } from "vitest";
import type { Share } from "../../src/funding/rule.js";
import { checkRule } from "../../src/laws/check-rule.js";
import { laws } from "../../src/laws/laws.js";
import { sampleRules } from "../../src/laws/samples.js";
import { type Deal, deals } from "../../src/laws/worlds/deals.js";

const everybodyGains = {
  id: "everybody-gains",
  says: "Everybody gains.",
  worlds: deals,
  broken: (rule: Share, deal: Deal) =>
    rule(deal).every((pence) => pence > 0) ? undefined : "Somebody ends with nothing.",
};

/** The row of a law with other parts, as plain JavaScript may pass it. */
const rowOf = (parts: object) =>
  checkRule(sampleRules.share.Shapley, [Object.assign({ ...everybodyGains }, parts)], { runs: 20 })[0];

test.each([
  [{ id: undefined }, "id of a law is missing."],
  [{ says: undefined }, "says of the law everybody-gains is missing."],
  [
    { worlds: [] },
    "worlds of the law everybody-gains is worlds, such as deals, or an arbitrary of fast-check; not a list",
  ],
  [{ worlds: () => [] }, "not a function."],
  [{ changes: [1] }, "changes of the law everybody-gains is worlds"],
  [{ when: "always" }, 'when of the law everybody-gains is a function, not "always".'],
  [{ tell: 1 }, "tell of the law everybody-gains is a function, not 1."],
  [{ whne: () => true }, "A law has no whne, which the law everybody-gains has. Did you mean when?"],
  [{ family: "share" }, "family of the law everybody-gains is an object with worlds, fields, tell and wrongIn"],
  [{ isStill: "yes" }, 'isStill of the law everybody-gains is true or false, not "yes".'],
])("a law with %j is refused", (parts, message) => {
  expect(() => rowOf(parts)).toThrow();
  try {
    rowOf(parts);
  } catch (error) {
    expect(String(error).replace(/\s+/g, " ")).toContain(message);
  }
});

test.each([true, false, null, 0, "", {}, Promise.resolve(undefined)])(
  "a law whose broken answers %j is not tested, and the row says why",
  (answer) => {
    const { result, story } = rowOf({ broken: () => answer });
    expect(result).toBe("vacuous");
    expect(story).toMatch(/^The law stops with an error: broken answers .*, not a sentence; or undefined, if the rule/);
  },
);

test("a when that is neither true nor false is not taken for a law that does not apply", () => {
  expect(rowOf({ when: () => undefined }).story).toContain("when answers undefined, not true or false.");
  expect(rowOf({ when: () => true }).result).toBe("fails");
});

test("a tell that stops loses no row", () => {
  const tell = () => {
    throw new Error("no words");
  };
  expect(rowOf({ tell }).story).toBe("Somebody ends with nothing. (tell of the law stops with an error: no words)");
});

test("a law may have parts of its author's own, and each of ours is a law", () => {
  expect(rowOf({ author: "me" }).result).toBe("fails");
  for (const law of laws.share) expect(checkRule(sampleRules.share.Shapley, [law], { runs: 1 })).toHaveLength(1);
});

test.each([
  [[{ foo: 1 }]],
  [[null]],
  [[[{ agency: "council", pays: "100", saves: 0 }]]],
  [[[{ agency: "council", pays: 1.5, saves: 0 }]]],
])("examples %j are no worlds of sharing", (examples) => {
  const check = () => checkRule(sampleRules.share.Shapley, [laws.share[0]], { runs: 1, examples: examples as never });
  expect(check).toThrow(/An example is a world of the law the-rule-is-a-function, in\s+whole pence/);
});

test.each(Object.keys(laws) as (keyof typeof laws)[])(
  "every small world of %s may be an example of its laws",
  (family) => {
    const [rule] = Object.values(sampleRules[family]);
    for (const law of laws[family]) {
      const worlds = "small" in law.worlds ? [...law.worlds.small(1)].slice(0, 20) : [];
      expect(checkRule(rule as never, [law as never], { runs: 1, examples: worlds as never })).toHaveLength(1);
    }
  },
);
