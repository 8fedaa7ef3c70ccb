import type { simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { drawsFrom } from "../oracle/draws.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

const uniform = (low: number, high: number) =>
  ({ value: (low + high) / 2, low, high, distribution: "uniform" }) as const;

/** A scenario with a number of each kind that passes its bound: in some draws, and one of them only in its last year. */
const passing: ScenarioForm = bare({
  time: { start: "2025-04-01", years: 2, cycle: "quarter" },
  quantities: {
    cost: uniform(-2, 6),
    share: uniform(-0.2, 1.5),
    cut: uniform(0.3, 1.2),
    raise: uniform(-1.3, 0.2),
    late: uniform(0, 1),
    ill: uniform(0.2, 0.6),
    dead: uniform(0.3, 0.6),
  },
  cohorts: {
    people: {
      size: 100,
      states: ["well", "ill", "dead"],
      moves: {
        "well -> ill": { probability: "ill", cycle: "quarter" },
        "well -> dead": { probability: "dead", cycle: "quarter" },
      },
    },
  },
  services: { s: { unit: "visit", cost: { council: "cost" }, cashable: "share" }, t: { unit: "visit", cost: "none" } },
  demand: {
    d: { to: "s", contacts: "year < 2 ? 1 : 1 - 2 * late", per: "person", every: "year" },
    e: { to: "t", contacts: 1, per: "person", every: "year" },
  },
  interventions: { i: reaching({ effects: { less: { cut: { s: "cut" } }, more: { raise: { t: "raise" } } } }) },
});

/** 300 draws: a whole block, and a part of a second one. */
const draws = 300;

/** How a run miscounts the draws in which numbers pass their bounds, in words. The counts are those of the draws. */
export const wrongCounts = (run: typeof simulate): readonly string[] => {
  const scenario = read(passing);
  const { passed } = run(scenario, { draws, seed: "bounds" }).drawn;
  const all = drawsFrom(scenario, "bounds", 0, draws);
  const count = (isPast: (number: (name: string) => number) => boolean): number =>
    all.filter((draw) => isPast((name) => draw.get(`quantities.${name}`)?.[0] ?? Number.NaN)).length;
  const twice = (many: number): readonly number[] => [many, many];
  const expected: Readonly<Record<string, readonly number[]>> = {
    "services.s.cost.council": twice(count((at) => at("cost") < 0)),
    "services.s.cashable": twice(count((at) => at("share") < 0 || at("share") > 1)),
    "demand.d": twice(count((at) => at("late") > 0.5)),
    "cohorts.people.moves.well": twice(count((at) => at("ill") + at("dead") > 1)),
    "interventions.i.effects.less.cut.s": [0, count((at) => at("cut") > 1)],
    "interventions.i.effects.more.raise.t": [0, count((at) => at("raise") < -1)],
  };
  return [...new Set([...Object.keys(expected), ...passed.keys()])].flatMap((address) => {
    const found = [0, 1].map((strategy) => passed.get(address)?.draws[strategy] ?? 0);
    const right = expected[address] ?? [0, 0];
    return String(found) === String(right) ? [] : [`${address}: ${found}, not ${right}`];
  });
};
