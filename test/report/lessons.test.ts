import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sweep } from "../../src/experiments/sweep.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { headOf, lessons, lessonsPage } from "../support/lessons.js";
import { example, exampleFiles } from "../support/read.js";

const figures = /[−+]?£[\d.,]*\d(?:m|k|bn)?|\d+%|\d+p\b/g;

test("the page of lessons has rows of two tables", () => {
  expect(lessons.length).toBe(24);
});

test.each(exampleFiles)("%s begins with what it shows and what it cannot", (file) => {
  const { limits } = headOf(readFileSync(`examples/${file}`, "utf8"));
  expect(limits).toMatch(/^It shows .*\. It cannot show /);
});

// The committed results of each example are those of the run, by a test of their own.
test.each(lessons.map(({ name, finding }) => [name, finding]))(
  "what the page finds in %s is what it finds",
  (name, finding) => {
    const results = JSON.parse(readFileSync(`examples/${name}/expected.json`, "utf8"));
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
