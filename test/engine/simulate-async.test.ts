import { expect, test } from "vitest";
import { gritting, ourPlaceOurBudget, twoWinters } from "../../examples/index.js";
import { type Simulation, simulate, simulateAsync, whoSaves } from "../../src/index.js";

const textOf = (run: Simulation): string => JSON.stringify([whoSaves(run), run.warnings]);

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

test("gives partial results with the bits of runs of as many draws, whichever way the draws are weighed", async () => {
  for (const scenario of [gritting, twoWinters]) {
    const shown: string[] = [];
    const done: number[] = [];
    const run = await simulateAsync(scenario, {
      draws: 1024,
      onPartial: (partial) => shown.push(textOf(partial)),
      onProgress: (share) => done.push(share),
    });
    expect(shown).toEqual([textOf(simulate(scenario, { draws: 256 }))]);
    expect(textOf(run)).toBe(textOf(simulate(scenario, { draws: 1024 })));
    expect(done).toEqual([0.25, 0.5, 0.75, 1]);
  }
});

test("says of a controller in place of its signal what to pass", async () => {
  const run = simulateAsync(gritting, { draws: 8, signal: new AbortController() as never });
  await expect(run).rejects.toThrow("signal is an AbortSignal, not its controller. Pass the .signal");
});

test("gives no partial result of fewer draws than four blocks, and none after a signal", async () => {
  const controller = new AbortController();
  const draws: number[] = [];
  const onPartial = (partial: Simulation) => {
    draws.push(partial.settings.draws);
    controller.abort(new Error("enough"));
  };
  await simulateAsync(gritting, { draws: 1023, onPartial });
  expect(draws).toEqual([]);
  const run = simulateAsync(gritting, { draws: 8192, onPartial, signal: controller.signal });
  await expect(run).rejects.toThrow("enough");
  expect(draws).toEqual([256]);
  await expect(simulateAsync(gritting, { onPartial: 1 as never })).rejects.toThrow("onPartial is a function, not 1");
});

test("rejects what simulate throws", async () => {
  await expect(simulateAsync(gritting, { draws: 0 })).rejects.toThrow("draws is a whole number from 1");
});
