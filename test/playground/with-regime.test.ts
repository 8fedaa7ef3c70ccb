import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readScenario } from "who-saves";
import { withRegime } from "../../examples/playground/with-regime.js";

const rule = { family: "share", written: "{ makeWhole: {} }" } as const;
const entry = "try-makeWhole: { decides: each, share: { makeWhole: {} } }";

test.each([
  ["title: A\n", `title: A\n\nregimes:\n  ${entry}\n`],
  ["regimes:\n    a: 1\n", `regimes:\n    ${entry}\n    a: 1\n`],
  ["regimes: { a: 1 }\n", `regimes: { ${entry},  a: 1 }\n`],
])("%j gets a regime", (text, expected) => {
  expect(withRegime(text, rule)).toEqual({ text: expected, name: "try-makeWhole" });
  expect(withRegime(expected, rule).text).toBe(expected);
});

test.each(["warm-homes", "gain-share", "our-place-our-budget"])("%s reads without an error after it", (name) => {
  const { text } = withRegime(readFileSync(`examples/${name}/scenario.yaml`, "utf8"), rule);
  const { scenario } = readScenario(text);
  expect(Object.keys(scenario?.regimes ?? {})).toContain("try-makeWhole");
});
