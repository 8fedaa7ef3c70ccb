import { describe, expect, test } from "vitest";
import * as examples from "../examples/index.js";
import * as core from "../src/index.js";
import * as laws from "../src/laws/index.js";
import * as reports from "../src/report/index.js";
import { example } from "./support/read.js";

/** The paths of all tables and lists in an exported value that somebody could change. */
const changeable = (value: unknown, path: string): readonly string[] => {
  if (typeof value === "function") return [];
  if (typeof value !== "object" || value === null) return [];
  const isTable = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isTable) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => changeable(part, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
};

describe("nothing that is exported can be changed for the whole process", () => {
  test.each(Object.entries({ core, reports, laws, examples }))("%s", (_, exported) => {
    const found = Object.entries(exported).flatMap(([name, value]) => changeable(value, name));
    expect(found.slice(0, 20)).toEqual([]);
  });

  test("a rate of a discount schedule stays as it is", () => {
    const [band] = core.discountSchedules["green-book-2026"].bands;
    expect(() => Object.assign(band, { ratePerYear: 0.5 })).toThrow(TypeError);
    expect(core.discountFactor(core.discountSchedules["green-book-2026"], 3)).toBeCloseTo(1 / 1.035 ** 3, 12);
  });

  test("the settings of a report are its own: changing them changes neither the run nor another report", () => {
    const simulation = core.simulate(example("gritting/scenario.yaml", { "time.years": 1 }), { draws: 1 });
    const before = reports.report(simulation).settings;
    (before.strategies as string[]).push("other");
    Object.assign(before.set, { "time.years": 9 });
    const after = reports.report(simulation).settings;
    expect(after.strategies).toEqual(["gritting"]);
    expect(after.set).toEqual({ "time.years": 1 });
  });
});
