import { describe, expect, test } from "vitest";
import { gainShare } from "../../examples/index.js";
import * as library from "../../src/index.js";
import { addressesOf, nonsense, symbol } from "./nonsense.js";
import { calls } from "./option-calls.js";

describe.each(calls)("%s", (name, call, kinds, right) => {
  test("refuses an option that it does not have, and options that are none", () => {
    expect(addressesOf(() => call({ ...right, nonsense: 1 }))).toEqual([
      expect.stringContaining("options.nonsense There is no option nonsense here."),
    ]);
    for (const options of [5, null, [], "nonsense"])
      expect(addressesOf(() => call(options))[0]).toContain("The options are an object");
  });

  test("takes every option as not given where it is undefined", () => {
    const none = Object.fromEntries(Object.keys(kinds).map((option) => [option, undefined]));
    expect(addressesOf(() => call({ ...none, ...right }))).toEqual([]);
  });

  test.each(Object.entries(kinds))("takes as %s a %s, and refuses all else with a message", (option, takes) => {
    for (const [kind, value] of [...nonsense, [undefined, symbol] as const]) {
      const found = addressesOf(() => call({ ...right, [option]: value }));
      const isRight = kind !== undefined && (takes.includes(kind) || (takes === "object" && kind === "text"));
      if (!isRight || value === null) expect(found, `${name} ${option}: ${String(value)}`).not.toEqual([]);
      for (const each of found) expect(each).not.toMatch(/undefined|\[object|Unrecognized|Invalid input/);
    }
  });
});

/** Functions of plain values, with arguments that are right. */
const plain: Readonly<Record<string, readonly unknown[]>> = {
  apply: [{ decides: "each" }, { year: 1, agencies: [] }, library.nothingCarried([])],
  uprate: [100, { from: "2009", to: "2010", series: { name: "", source: "", index: { 2009: 1, 2010: 2 } } }],
  discountFactor: [library.flatSchedule(0.1), 2],
  flatSchedule: [0.1],
  presentValue: [
    [-100, 110],
    [1, 0.5],
  ],
  annuity: [[1, 0.5]],
  equivalentAnnual: [300, [1, 0.5]],
  internalRateOfReturn: [
    [-100, 60, 60],
    [0, 1, 2],
  ],
  paybackYear: [[-100, 110]],
  paybackTime: [[-100, 110]],
  quantiles: [[1, 2], [0.5]],
  frontier: [[{ name: "usual", cost: 0, outcome: 1 }]],
  acceptabilityCurves: [{ usual: [0] }, { usual: [1] }, [20_000]],
  expectedValueOfPerfectInformation: [
    [
      [0, 0],
      [30, -10],
    ],
  ],
  changes: [gainShare, gainShare],
  regressionToTheMean: [{ top: 0.05, share: 0.5, contactsPerYear: 2, picked: 0.05, persistence: 1 }],
};
const functions = library as unknown as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

describe.each(Object.entries(plain))("%s", (name, right) => {
  test("gives an answer to what is right, and stops with a message at anything else", () => {
    expect(addressesOf(() => functions[name](...right))).toEqual([]);
    for (const at of right.keys())
      for (const [, value] of [...nonsense, [undefined, symbol] as const]) {
        const found = addressesOf(() => functions[name](...right.with(at, value)));
        for (const each of found) expect(each).not.toMatch(/undefined|\[object/);
        if (typeof value !== typeof right[at] || value === null)
          expect(found, `${name} ${at} ${String(value)}`).not.toEqual([]);
      }
    expect(addressesOf(() => functions[name]())).not.toEqual([]);
  });
});

test("every function of the library that takes options or several values is tried", () => {
  const tried = ["simulateAsync", ...calls.map(([name]) => name), ...Object.keys(plain)];
  const all = Object.entries(library).filter(([, value]) => typeof value === "function" && value.length > 1);
  expect(all.map(([name]) => name).filter((name) => !tried.includes(name))).toEqual([]);
});
