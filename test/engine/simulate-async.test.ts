import { expect, test } from "vitest";
import { gritting, ourPlaceOurBudget } from "../../examples/index.js";
import { simulate, simulateAsync, whoSaves } from "../../src/index.js";

test("simulateAsync(scenario) has the bits of simulate(scenario)", async () => {
  const run = await simulateAsync(gritting, { draws: 600 });
  expect(JSON.stringify(whoSaves(run))).toBe(JSON.stringify(whoSaves(simulate(gritting, { draws: 600 }))));
  expect(run.warnings).toEqual(simulate(gritting, { draws: 600 }).warnings);
});

test("lets timers tick, and stops at a signal that is aborted meanwhile", async () => {
  const controller = new AbortController();
  const done: number[] = [];
  setTimeout(() => controller.abort(new Error("enough")), 1);
  const onProgress = (share: number) => done.push(share);
  const run = simulateAsync(ourPlaceOurBudget, { draws: 16_384, signal: controller.signal, onProgress });
  await expect(run).rejects.toThrow("enough");
  expect(done.length).toBeGreaterThan(0);
  expect(done.at(-1)).toBeLessThan(1);
});

test("rejects what simulate throws", async () => {
  await expect(simulateAsync(gritting, { draws: 0 })).rejects.toThrow("draws is a whole number from 1");
});
