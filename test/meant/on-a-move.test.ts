import { expect, test } from "vitest";
import { expectations } from "../../src/experiments/expectations.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { toText } from "../../src/report/formats/text.js";
import { report } from "../../src/report/report.js";
import { outcomes } from "../../src/results/people/outcomes.js";
import { valueForMoney } from "../../src/results/uncertainty/value-for-money.js";
import { scenarioIn } from "../support/read.js";
import { meant, readMeant } from "./meant.js";

test("costs and losses of health on a move, and a state worth less than death, are what the file expects", () => {
  expect(expectations(scenarioIn(readMeant("on-a-move"))).filter(({ holds }) => !holds)).toEqual([]);
});

// Nobody gains health by being well: 0.05 x 100, then 0.1 x 100 + 0.05 x 90 are lost; with the course half of each.
test("outcomes may be below 0 in sum", () => {
  const rows = outcomes(meant("on-a-move", { "demand.well.contacts": 0 })).filter(({ year }) => year !== null);
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));
  expect(rows.map((row) => row.without)).toEqual(close([-5, -14.5]));
  expect(rows.map((row) => row.with)).toEqual(close([-2.5, -7.375]));
});

test("where no number has a range, no run is counted", () => {
  const simulation = meant("on-a-move");
  expect(valueForMoney(simulation).map(({ better, betterForLess }) => [better, betterForLess])).toEqual([[null, null]]);
  const text = toText(report(simulation, { show: ["answer", "value-for-money"] })).replaceAll("\n", " ");
  expect(text).toContain("54.6 more QALYs, with cash left over: better outcomes at less cost.");
  expect(text).not.toContain("every run");
});

test("names keep no capital within a sentence, lines have words for addresses, and nothing is stated twice", () => {
  const simulation = meant("on-a-move");
  const text = toMarkdown(
    report(simulation, { show: ["answer", "who-saves", "ledger", "explain:council", "assumptions"] }),
  );
  expect(text).toContain("Course: visit paid by the council");
  expect(text).toContain("| Course: team |");
  expect(text).not.toContain("interventions.course.costs.team |");
  expect(text.match(/all of it to NHS/g)).toHaveLength(1);
});
