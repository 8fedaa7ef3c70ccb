import { expect, test } from "vitest";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";

test("an experiment that would take too much memory and time is refused before it runs, with what to change", () => {
  const names = Array.from({ length: 120 }, (_, index) => `s${index}`);
  const costs = { all: { pays: { council: 10 }, every: "year" as const } };
  const effects = { fewer: { cut: Object.fromEntries(names.map((name) => [name, "10%"])) } };
  const wide = read({
    ...bare({ interventions: { scheme: reaching({ costs, effects }) } }),
    time: { start: "2025-04-01", years: 125, cycle: "year" },
    services: Object.fromEntries(
      names.map((name) => [name, { unit: "visit", cost: { council: 100 }, cashable: "50%" }]),
    ),
    demand: Object.fromEntries(
      names.map((name) => [name, { to: name, contacts: 1, per: "person" as const, every: "year" as const }]),
    ),
  });
  expect(() => switchingValues(wide)).toThrow(
    /error: time\.years\n {2}This run would store \d+ million numbers.*Shorten the run, or write fewer services/s,
  );
});

test("experiments stop when their signal is aborted", () => {
  const signal = { aborted: true, reason: new Error("Enough.") };
  const gritting = example("gritting/scenario.yaml");
  expect(() => switchingValues(gritting, { signal })).toThrow("Enough.");
  expect(() => sensitivity(gritting, { signal })).toThrow("Enough.");
});
