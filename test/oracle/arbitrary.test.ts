import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "../support/read.js";
import { scenarioForm } from "./arbitrary.js";
import { centralDraws } from "./draws.js";
import { account } from "./oracle.js";
import { timed, withTimes } from "./time-forms.js";

const forms = fc.sample(scenarioForm, { numRuns: 60, seed: 1 });

test("random scenarios read without an error and are finite, most of them change something, and in some there is no room for all", () => {
  const happened = forms.slice(0, 16).map((form) => {
    const scenario = read(form);
    const [draw] = centralDraws(scenario);
    const accounts = Object.keys(scenario.strategies).map((strategy) => account(scenario, strategy, draw));
    const lineAmounts = accounts.flatMap(({ lines }) => [...lines]);
    for (const [key, { money, present }] of lineAmounts)
      if (![...money, ...present].every(Number.isFinite))
        throw new Error(`${key} is ${money} in ${JSON.stringify(form)}`);
    const some = (kind: RegExp) =>
      lineAmounts.some(([key, { money }]) => kind.test(key) && money.some((amount) => Math.abs(amount) > 1));
    const figures = accounts.flatMap(({ queues }) => [...queues.values()]);
    const queues = (figure: string) => figures.some((queue) => queue[figure].some((contacts) => contacts > 1e-6));
    return {
      changed: some(/ services\..* (avoided|cheaper)$/),
      backfilled: some(/ services\..* backfilled$/),
      turnedAway: queues("turnedAway"),
      waiting: queues("waiting"),
      rationed: queues("rationed"),
    };
  });
  const times = (what: keyof (typeof happened)[number]) => happened.filter((each) => each[what]).length;
  expect(times("changed")).toBeGreaterThan(7);
  expect(times("backfilled")).toBeGreaterThan(2);
  expect(times("turnedAway")).toBeGreaterThan(4);
  expect(times("waiting")).toBeGreaterThan(1);
  expect(times("rationed")).toBeGreaterThan(1);
});

test("in some random scenarios a number depends on the time in a state or an intervention, and they read, too", () => {
  const times = fc.sample(timed, { numRuns: forms.length, seed: 1 });
  const timedForms = forms.map((form, at) => withTimes(form, times[at]));
  for (const form of timedForms) read(form);
  expect(timedForms.filter((form) => JSON.stringify(form).includes("since.")).length).toBeGreaterThan(15);
});

test("random scenarios write formulas, ranges, bounds and numbers below 0 in places that take them", () => {
  const places = {
    "a range from 0 to 1": /"low":"0%","high":"100%"/,
    "a change of 0 or of all": /"(cut|raise)":\{"[^"]+":(0|1|"100%")[,}]/,
    "a change below 0": /"(cut|raise)":\{"[^"]+":(\{"value":"-20%"|"0\.6 - )/,
    "money that may be of either sign": /"(saves|costsMore)":\{[^}]*(0\.7531 - exp|"low":-)/,
    "a budget that grows or shrinks by a formula": /"growth":"0\.03 - /,
    "a change of capacity that is no plain number": /"services\.\w+\.capacity\.(places|contacts)":["{]/,
    "a grant by a formula": /"start":\{"from":"\w+","to":"\w+","pounds":"/,
    "people who join by a formula of workers": /"caseload":"9/,
  };
  const texts = forms.map((form) => JSON.stringify(form));
  expect(Object.entries(places).filter(([, place]) => !texts.some((text) => place.test(text)))).toEqual([]);
});
