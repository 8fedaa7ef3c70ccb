import { expect, test } from "vitest";
import { type Simulation, simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/report.js";
import { deal } from "../../src/results/rules/deal.js";
import { decide, votes } from "../../src/results/rules/decide.js";
import { postings } from "../../src/results/rules/postings.js";
import { priceOfSilos } from "../../src/results/rules/price-of-silos.js";
import { settle } from "../../src/results/rules/settle.js";
import { evpi } from "../../src/results/uncertainty/evpi.js";
import { explain } from "../../src/results/why/explain.js";
import { example } from "../support/read.js";

const gritting = simulate(example("gritting/scenario.yaml"), { draws: 4 });

/** The same run, which says that it has a billion draws. */
const endless: Simulation = { ...gritting, drawn: { ...gritting.drawn, draws: 1e9 } };

const settled: Readonly<Record<string, (run: Simulation, options: Parameters<typeof decide>[2]) => unknown>> = {
  settle: (run, { signal } = {}) => settle(run, "silo", signal ? { signal } : {}),
  decide: (run, options) => decide(run, ["silo"], options),
  votes: (run, options) => votes(run, ["silo"], options),
  deal: (run, { signal } = {}) => deal(run, ["silo"], signal ? { signal } : {}),
  priceOfSilos: (run, { signal } = {}) => priceOfSilos(run, ["silo"], signal ? { signal } : {}),
};

test.each(Object.entries(settled))("%s refuses what would take too long, before it starts", (_, result) => {
  const years = gritting.scenario.time.years;
  const perDraw = Object.keys(gritting.scenario.agencies).length * years * (gritting.settings.strategies.length + 1);
  const fit = Math.floor(1e8 / perDraw).toLocaleString("en-GB");
  expect(() => result(endless, {})).toThrow(new RegExp(`million steps[^]*Run fewer\\s+draws\\s+\\(${fit}\\s+fit\\)`));
});

test.each(Object.entries(settled))("%s stops when its signal is aborted", (_, result) => {
  let asked = 0;
  const signal = {
    get aborted() {
      asked += 1;
      return asked > 2;
    },
    reason: new Error("Enough."),
  };
  expect(() => result(gritting, { signal })).toThrow("Enough.");
  expect(asked).toBeLessThan(6); // checks of the options look at it, too
});

/** A signal that stops after it was asked some times. */
const stopAfter = (times: number) => {
  let asked = 0;
  return {
    get aborted() {
      asked += 1;
      return asked > times;
    },
    reason: new Error("Enough."),
  };
};

test("evpi refuses too many worths of an outcome, and evpi, postings and explain stop by a signal", () => {
  expect(() => evpi(endless, {})).toThrow(/million steps/);
  expect(() => evpi(gritting, { signal: stopAfter(1) })).toThrow("Enough.");
  expect(() => postings(gritting, "silo", { signal: stopAfter(0) })).toThrow("Enough.");
  expect(() => explain(gritting, { agency: "hospital", signal: stopAfter(0) })).toThrow("Enough.");
});

test("a signal stops an output of a report while it computes", () =>
  expect(() => report(gritting, { show: ["decide"], signal: stopAfter(3) })).toThrow("Enough."));
