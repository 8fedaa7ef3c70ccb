import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readScenario } from "who-saves";
import { rulesListed } from "../../examples/playground/rules-listed.js";
import { withAgencies, withRegime } from "../../examples/playground/with-regime.js";
import { example } from "../support/read.js";

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

test("a pay rule says who pays whom, and for what; another try of the rule has a number", () => {
  const tariff = { family: "pay", written: '{ activityTariff: {"poundsEach":1000} }' } as const;
  const first = withRegime("title: A\n", tariff, { from: "treasury", to: "council", counts: "visit" });
  const line = (name: string, counts: string): string =>
    `  ${name}: { decides: each, pay: { activityTariff: {"poundsEach":1000}, from: treasury, to: council, counts: ${counts} } }`;
  expect(first.text).toContain(line("try-activityTariff", "visit"));
  const second = withRegime(first.text, tariff, { from: "treasury", to: "council", counts: "spending" });
  expect(second.name).toBe("try-activityTariff-2");
  expect(second.text.split("\n")).toEqual(
    expect.arrayContaining([line("try-activityTariff", "visit"), line("try-activityTariff-2", "spending")]),
  );
});

const [fdac, { agencies, services }] = [
  readFileSync("examples/fdac/scenario.yaml", "utf8"),
  example("fdac/scenario.yaml"),
];

test("a rule that a sample wraps is written with it", () => {
  const written = rulesListed.map((rule) => rule.written);
  expect(written).toContain('{ ratchet: {"share":0.25,"of":{"carryForward":{}}} }');
  expect(written).toContain('{ ratchet: {"share":0.5,"of":"useItOrLoseIt"} }');
});

test.each(rulesListed.map((rule) => [rule.key, rule] as const))("%s can be tried in an example", (_, rule) => {
  const terms = { from: "treasury", to: Object.keys(agencies)[0], counts: Object.keys(services)[0] ?? "spending" };
  const here = { ...rule, written: withAgencies(rule.written, Object.keys(agencies)) };
  const { text, name } = withRegime(fdac, here, rule.family === "pay" ? terms : {});
  const { scenario, problems } = readScenario(text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(Object.keys(scenario?.regimes ?? {})).toContain(name);
});

test.each(["warm-homes", "gain-share", "our-place-our-budget"])("%s reads without an error after it", (name) => {
  const { text } = withRegime(readFileSync(`examples/${name}/scenario.yaml`, "utf8"), rule);
  const { scenario } = readScenario(text);
  expect(Object.keys(scenario?.regimes ?? {})).toContain("try-makeWhole");
});
