import { expect, test } from "vitest";
import type { RuleFacts } from "../../src/funding/named-rule.js";
import { ruleFamilies } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";

const listed = ruleFamilies.flatMap((family) =>
  Object.entries(rules[family]).map(([key, rule]) => ({ family, key, rule })),
);

test("rules lists every family, in the order in which a year applies them", () => {
  expect(Object.keys(rules)).toEqual(ruleFamilies);
});

test.each(listed)("$family.$key is listed under its own name, and has words and a sample", ({ key, rule }) => {
  expect(rule.name).toBe(key);
  expect(rule.words).toMatch(/^[a-z].*[^.]$/);
  expect(rule.samples().length).toBeGreaterThan(0);
});

test("no two samples of a family have one label", () => {
  for (const family of ruleFamilies) {
    const facts: readonly RuleFacts<unknown>[] = Object.values(rules[family]);
    const labels = facts.flatMap(({ samples }) => samples().map(({ label }) => label));
    expect(labels).toEqual(Object.keys(sampleRules[family]));
  }
});

test("the compiler knows the labels of samples and the parameters of rules", () => {
  expect(sampleRules.share["blend, θ = 0.8"]).toBeTypeOf("function");
  // @ts-expect-error: no share rule has this label
  expect(sampleRules.share.bend).toBeUndefined();
  // @ts-expect-error: a blend needs theta
  expect(() => rules.share.blend({})).toThrow("blend.theta");
});
