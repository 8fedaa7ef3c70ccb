import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { contents, outputNames } from "../../src/report/contents.js";
import { outputs, report, toText } from "../../src/report/index.js";
import { askedAs, readShow } from "../../src/report/show.js";
import { widthOf } from "../../src/report/words.js";
import { law } from "../support/law.js";
import { example, exampleFiles, read } from "../support/read.js";

const draws = 256;

describe("report(simulation, { show: all })", () => {
  test.each(exampleFiles)("%s: every text has at most 80 columns", (file) => {
    const text = toText(report(simulate(example(file), { draws }), { show: ["all"] }));
    for (const line of text.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
  });

  law(
    "every output of every scenario prints, the same each time",
    (form) => {
      const print = (): string => toText(report(simulate(read(form), { draws: 3 }), { show: ["all"] }));
      const text = print();
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(print()).toBe(text);
    },
    2,
  );

  test("names each output once, in the order asked for", () => {
    const simulation = simulate(example("fdac/scenario.yaml"), { draws: 1 });
    const { parts } = report(simulation, { show: ["ledger", " who-saves", "ledger", "explain:nhs:2"] });
    expect(parts.map(({ name }) => name)).toEqual(["ledger", "who-saves", "explain:nhs:2"]);
    expect(parts[2].title).toBe("One figure explained: nhs, 2");
  });

  test("runs the strategies of the simulation, and no others", () => {
    const simulation = simulate(example("warm-homes/scenario.yaml"), { draws: 1 });
    for (const name of outputNames) {
      const { columns, rows } = outputs[name].page(simulation).table;
      const at = columns.findIndex(({ key }) => key === "strategy");
      if (at >= 0 && rows.length > 0)
        expect(new Set(rows.map((row) => row[at])), name).toEqual(new Set(simulation.settings.strategies));
    }
  });
});

describe("readShow(text)", () => {
  test("reads what follows a name", () => {
    expect(readShow("explain:hospital:2")).toEqual({ name: "explain", options: { agency: "hospital", year: 2 } });
    expect(readShow("sensitivity:place:cash")).toEqual({
      name: "sensitivity",
      options: { of: "place", figure: "netCash" },
    });
    expect(readShow("switching-values")).toEqual({ name: "switching-values", options: {} });
  });

  test.each([
    ["legder", "There is no output called legder. Did you mean ledger?"],
    ["explain:a:1:b", "explain:a:1:b says too much.\n  Write explain[:AGENCY[:YEAR]]."],
    ["explain:", "explain: says nothing after a colon."],
    ["sensitivity:place:csh", "A figure is net or cash, not csh. Did you mean cash?"],
    ["constructor", "There is no output called constructor."],
  ])("refuses %s", (text, message) => {
    expect(() => readShow(text)).toThrow(message);
  });

  test("every output says how it may be asked for", () => {
    expect(outputNames.map(askedAs)).toContain("switching-values[:OF[:FIGURE]]");
    for (const name of outputNames) expect(contents[name].answers).toMatch(/\.$/);
  });
});

test("explain refuses an agency and a year that are not there", () => {
  const simulation = simulate(example("fdac/scenario.yaml"), { draws: 1 });
  expect(() => report(simulation, { show: ["explain:nsh"] })).toThrow("Did you mean nhs?");
  expect(() => report(simulation, { show: ["explain:nhs:6"] })).toThrow("A year is a whole number from 1 to 5, not 6.");
  expect(() => report(simulation, { show: ["explain:nhs:two"] })).toThrow("not NaN");
});
