import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { sweep } from "../../src/experiments/sweep.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { report } from "../../src/report/index.js";
import { decide } from "../../src/results/rules/decide.js";
import { regimeNameIn } from "../../src/scenario/regimes/regime.js";
import { headOf, lessons, lessonsPage } from "../support/lessons.js";
import { example, exampleFiles } from "../support/read.js";

/** The committed results of an example. */
const resultsOf = (file: string) =>
  JSON.parse(
    readFileSync(
      `examples/${file.replace(/scenario\.yaml$|(?<=[^/])\.yaml$/, (end) => (end === ".yaml" ? ".expected.json" : "expected.json"))}`,
      "utf8",
    ),
  );

const figures = /[−+]?£[\d.,]*\d(?:m|k|bn)?|\d+%|\d+p\b/g;

test("the page of lessons has rows of two tables", () => {
  expect(lessons.length).toBe(24);
});

test.each(exampleFiles)("%s begins with what it shows and what it cannot", (file) => {
  const { limits } = headOf(readFileSync(`examples/${file}`, "utf8"));
  expect(limits).toMatch(/^It shows .*\. It cannot show /);
  const [share = 0] = Object.values<number>(resultsOf(file).firstAssumptions);
  if (share >= 0.5) expect(limits, "one number is most of the range").toMatch(/assum|decides/);
});

// The committed results of each example are those of the run, by a test of their own.
test.each(lessons.map(({ name, finding }) => [name, finding]))(
  "what the page finds in %s is what it finds",
  (name, finding) => {
    const results = resultsOf(`${name}/scenario.yaml`);
    const chosen = `${results.finding.join(" ")} ${Object.values<Record<string, number>>(results.whoSaves)
      .flatMap(({ net, netP5, netP95 }) => [net, netP5, netP95])
      .map((pounds) => rounded(pounds))
      .join(" ")}`;
    for (const [figure] of finding.matchAll(figures)) expect(chosen, figure).toContain(figure.replace(/^\+/, ""));
  },
);

/** Pounds to three figures, as the pages of this project print them. */
const rounded = (pounds: number): string => {
  const size = Math.abs(pounds);
  const text =
    size >= 999_500 ? `${(size / 1e6).toPrecision(3)}m` : Number(size.toPrecision(3)).toLocaleString("en-GB");
  return `${pounds < 0 ? "−" : ""}£${text}`;
};

test.each([
  ["ninety-five", "measured", "quantities.measuredFall", "42.7%"],
  ["hearts-and-heads", "both", "quantities.byBoth", "13.7%"],
  ["jigsaw", "align", "quantities.reorganise", "£803,000"],
])("the number that decides %s", (name, strategy, address, number) => {
  const values = switchingValues(example(`${name}/scenario.yaml`), { of: "public", strategy });
  const at = values.find((row) => row.address === address)?.switchesAt ?? 0;
  expect(at < 1 ? `${(100 * at).toFixed(1)}%` : rounded(at)).toBe(number);
  expect(lessonsPage).toContain(number);
});

// Means over 256 draws: beside specialists, one worker wins where needs slow each other by half.
test.each([
  ["100%", false],
  ["50%", true],
])("with an interaction of %s, one worker before three teams is %s", (interaction, wins) => {
  const scenario = example("whole-person/scenario.yaml");
  const [one, three] = ["one-worker", "three-teams"].map(
    (strategy) => sweep(scenario, { "quantities.interaction": [interaction] }, { draws: 256, strategy })[0].pounds,
  );
  expect(one > three).toBe(wins);
});

// What the first sentence says without applying a rule is what `decide` finds by applying them.
test("who would sign in whole-place", () => {
  const simulation = simulate(example("whole-place/scenario.yaml"), { draws: 16 });
  const { finding } = report(simulation).parts[0];
  for (const regime of ["silos", "one-place"]) {
    const signed = decide(simulation, [regime]).filter(({ goesAhead }) => goesAhead);
    const names = signed.map(({ strategy }) => simulation.scenario.strategies[strategy].name);
    const sentence = finding.find((each) => each.includes(regimeNameIn(simulation.scenario, regime))) ?? "";
    expect(sentence.match(/(?<= |^)[A-Z][a-z ]+(?= \()/g)).toEqual(names.map((name) => expect.stringContaining(name)));
  }
});
