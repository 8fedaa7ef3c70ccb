import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import type { Book } from "../../src/engine/book/book.js";
import { underWayAt } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { lawOf } from "../support/law.js";
import { read } from "../support/read.js";

const services = ["advice", "clinic", "ward"] as const;

/** A cause of contacts, each a fixed number for every contact (or 10 people) that brings them. */
interface Cause {
  readonly to: number;
  readonly each: number;
  readonly contacts: number;
  readonly cyclesLater: number;
  readonly cut: number;
}

const hundredths = (max: number) => fc.integer({ min: 0, max }).map((each) => each / 100);

/** Three services that pass contacts round. None passes on more than 3 × 0.3 of its contacts, so they die out. */
const network = fc.record({
  years: fc.integer({ min: 1, max: 3 }),
  direct: fc.tuple(hundredths(300), hundredths(300), hundredths(300)),
  causes: fc.array(
    fc.record<Cause>({
      to: fc.nat(2),
      each: fc.nat(2),
      contacts: hundredths(10),
      cyclesLater: fc.integer({ min: 1, max: 9 }),
      cut: hundredths(100),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  history: fc.constantFrom<"steady" | "empty">("steady", "empty"),
});

type Network = typeof network extends fc.Arbitrary<infer Value> ? Value : never;

const formOf = ({ years, direct, causes, history }: Network): ScenarioForm =>
  bare({
    time: { start: "2025-04-01", years, cycle: "quarter" },
    cohorts: { residents: { size: 1000 } },
    services: Object.fromEntries(services.map((name) => [name, { unit: "visit", cost: { council: 10 }, history }])),
    demand: Object.fromEntries([
      ...direct.map((contacts, to) => [`new${to}`, { to: services[to], contacts, per: "10 people", every: "year" }]),
      ...causes.map(({ to, each, contacts, cyclesLater }, index) => [
        `carried${index}`,
        { to: services[to], each: services[each], contacts, after: `${cyclesLater} quarters` },
      ]),
    ]),
    interventions: {
      less: reaching({
        effects: {
          passOnLess: { cut: Object.fromEntries(causes.map(({ cut }, index) => [`demand.carried${index}`, cut])) },
        },
      }),
    },
  });

const total = (book: Book, strategy: number, service: number) => {
  const { plain: activity } = book.activity;
  return {
    served: activity.axes[2].labels.reduce((sum, _, year) => sum + drawsAt(activity, strategy, service, year)[0], 0),
    underWay: underWayAt(book, strategy - 1, services[service])[0],
  };
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The steady flow of contacts a quarter: what people bring, and again and again what follows from it. */
const steadyFlow = ({ direct, causes }: Network): readonly number[] => {
  const brought = direct.map((contacts) => (contacts * 1000) / 10 / 4);
  let flow = brought;
  for (let round = 0; round < 2000; round++)
    flow = brought.map(
      (start, service) =>
        start + sum(causes.filter(({ to }) => to === service).map(({ contacts, each }) => contacts * flow[each])),
    );
  return flow;
};

describe("contacts", () => {
  lawOf(
    "that were caused have arrived or are under way, and so have those of the history",
    network,
    (world) => {
      const { central } = simulate(read(formOf(world)), { draws: 1 });
      const flow = steadyFlow(world);
      for (const [strategy, isCut] of [false, true].entries())
        for (const [service] of services.entries()) {
          const arriving = world.causes.filter(({ to }) => to === service);
          const caused = arriving.map(
            ({ each, contacts, cut }) => total(central, strategy, each).served * contacts * (isCut ? 1 - cut : 1),
          );
          const before = arriving.map(({ each, contacts, cyclesLater }) => cyclesLater * contacts * flow[each]);
          const brought = (world.direct[service] * 1000 * world.years) / 10;
          const { served, underWay } = total(central, strategy, service);
          const there = brought + sum(caused) + (world.history === "empty" ? 0 : sum(before));
          expect(served + underWay).toBeCloseTo(there, 7);
        }
    },
    30,
  );

  const shares = fc.tuple(hundredths(100), hundredths(100));
  const twice = (first: number, second: number, overlap: "multiply" | "strongest", of: string[]): Book => {
    const cut = (share: number) => reaching({ effects: { less: { cut: { advice: share } } } });
    const form = formOf({ years: 1, direct: [100, 50, 0], causes: [], history: "steady" });
    const interventions = { one: cut(first), two: cut(second) };
    return simulate(read({ ...form, interventions, strategies: { both: { of, overlap } } }), { draws: 1 }).central;
  };
  const left = (book: Book): number => total(book, 1, 0).served / total(book, 0, 0).served;

  lawOf(
    "that two interventions cut fall by both shares in turn, in either order",
    shares,
    ([first, second]) => {
      const found = left(twice(first, second, "multiply", ["one", "two"]));
      expect(found).toBeCloseTo((1 - first) * (1 - second), 12);
      expect(left(twice(first, second, "multiply", ["two", "one"]))).toBe(found);
      expect(left(twice(second, first, "multiply", ["one", "two"]))).toBeCloseTo(found, 12);
    },
    15,
  );

  lawOf(
    "that two interventions cut fall by the larger share where only the strongest holds",
    shares,
    ([first, second]) => {
      expect(left(twice(first, second, "strongest", ["one", "two"]))).toBeCloseTo(1 - Math.max(first, second), 12);
    },
    15,
  );

  test("of a service that nobody comes to are none", () => {
    expect(total(twice(0.5, 0.5, "multiply", ["one"]), 1, 2)).toEqual({ served: 0, underWay: 0 });
  });
});
