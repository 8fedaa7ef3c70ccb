import fc from "fast-check";
import { cyclesPerYear } from "../../src/base/time.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { amountOf, perOf } from "./amounts.js";
import { type Structure, whileOf } from "./cohort-forms.js";
import { changeShareOf, type Names, numberOf, type Scaled, shareOf, signedNumberOf } from "./numbers.js";
import { reachSketch } from "./reach-forms.js";

type Sketched<Part> = Part extends fc.Arbitrary<infer Value> ? Value : never;

/** A sketch of an intervention, before its targets are known. */
export type InterventionSketch = Sketched<ReturnType<typeof interventionSketch>>;

const lengths = ["1 quarter", "6 months", "1 year", "5 weeks", "100 days", "18 months", "2 years"] as const;

/** Lengths of time as ranges and formulas: they end within a cycle. */
const drawnLengths: readonly QuantityForm[] = [
  { value: "1 year", low: "3 months", high: "20 months" },
  { value: 7, low: 2, high: 14, unit: "months" },
  "0.4 + 0.3 * 2",
];

/** The timing of an effect or line: any of its keys, or none. */
const profile = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      lag: fc.constantFrom(...lengths, ...drawnLengths),
      ramp: fc.constantFrom(...lengths, ...drawnLengths),
      until: fc.constantFrom(...lengths, ...drawnLengths),
      fade: fc.constantFrom(...lengths, ...drawnLengths),
    },
    { requiredKeys: ["until"] },
  ),
  fc.record({ halfLife: fc.constantFrom(...drawnLengths), ramp: fc.constantFrom(...drawnLengths) }),
  fc.record(
    {
      lag: fc.constantFrom(...lengths),
      ramp: fc.constantFrom(...lengths),
      until: fc.constantFrom(...lengths, "year 1", "year 2"),
      halfLife: fc.constantFrom(...lengths),
      byYear: fc.array(fc.constantFrom<number | string>("100%", 0.5, "25%", 0, 1.2), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
);

/** Moments that begin with a cycle. */
const momentsOf = (cycle: keyof typeof cyclesPerYear): string[] =>
  ["year 1", "year 2", "quarter 2", "quarter 3", "month 5"].filter((moment) => {
    const [unit, number] = moment.split(" ");
    return Number.isInteger(((Number(number) - 1) * cyclesPerYear[cycle]) / cyclesPerYear[unit as "year"]);
  });

const timing = (cycle: keyof typeof cyclesPerYear) =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom("year", "quarter", "month", "9 months", "week", "18 months", "2 years"), profile)
      .map(([every, rest]) => ({ every, ...rest })),
    fc.constantFrom(...momentsOf(cycle)).map((moment) => ({ in: moment })),
    fc
      .tuple(
        fc.constantFrom(...lengths, ...drawnLengths),
        fc.option(fc.constantFrom(...lengths, ...drawnLengths), { nil: undefined }),
      )
      .map(([over, lag]) => (lag === undefined ? { over } : { over, lag })),
    fc.constant({ byYear: [1, "50%"] }),
  );

const money = (
  names: Names,
  structures: readonly Structure[],
  cycle: keyof typeof cyclesPerYear,
  number: fc.Arbitrary<Scaled>,
) =>
  fc.record({
    amount: amountOf(names, number),
    per: fc.option(perOf(names), { freq: 2 }),
    isByWorker: fc.boolean(),
    states: fc.tuple(...structures.map((structure) => whileOf(structure))),
    timing: timing(cycle),
    move: fc.option(fc.nat(30), { freq: 3 }),
    to: fc.option(fc.constantFrom(...names.agencies), { freq: 2 }),
    cashable: shareOf(names),
    deadweight: fc.option(shareOf(unnamed(names)), { freq: 2 }),
    kind: fc.constantFrom("saves", "saves", "costsMore"),
  });

/** The names without quantities: a change of a quantity must not read the quantity that it changes. */
const unnamed = (names: Names): Names => ({ ...names, quantities: [] });

const change = (names: Names) =>
  fc.record({
    verb: fc.constantFrom("cut", "cut", "cut", "raise", "add", "set"),
    target: fc.nat(200),
    also: fc.option(fc.nat(200), { freq: 4 }),
    share: shareOf(names),
    changeShare: changeShareOf(names),
    unnamedShare: changeShareOf(unnamed(names)),
    mildShare: fc.constantFrom<QuantityForm>(0.1, "20%", { value: "15%", low: "5%", high: "30%" }),
    number: numberOf(names),
    unnamedNumber: numberOf(unnamed(names)),
    less: fc.boolean(),
    profile,
    deadweight: fc.option(shareOf(unnamed(names)), { freq: 3 }),
  });

/** A sketch of an intervention in a scenario with these names. */
export const interventionSketch = (names: Names, structures: readonly Structure[], { cycle }: ScenarioForm["time"]) =>
  fc.record({
    reach: reachSketch(names, structures),
    start: fc.constantFrom(undefined, undefined, ...momentsOf(cycle)),
    deadweight: fc.oneof(fc.constant(0), shareOf(unnamed(names))),
    costs: fc.array(money(names, structures, cycle, numberOf(names)), { maxLength: 2 }),
    saves: fc.array(money(names, structures, cycle, signedNumberOf(names)), { maxLength: 1 }),
    grant: fc.option(
      fc.record({
        from: fc.constantFrom(...names.agencies),
        share: shareOf(unnamed(names)),
        pounds: numberOf(unnamed(names)),
      }),
    ),
    changes: fc.array(change(names), { minLength: 1, maxLength: 3 }),
    close: fc.option(
      fc.record({
        service: fc.constantFrom(0, 0, 0, 1, 2),
        steps: fc.integer({ min: 1, max: 4 }),
        isTogether: fc.boolean(),
        cut: fc.oneof(fc.constantFrom<QuantityForm>(0, 0, "40%", 1), shareOf(names)),
      }),
    ),
    room: fc.option(
      fc.record({
        service: fc.nat(3),
        verb: fc.constantFrom("add", "add", "add", "cut", "raise"),
        around: fc.constantFrom(0.05, 0.2, 0.6),
        number: numberOf(names),
        share: shareOf(names),
        // The share by which contacts take their places for a shorter time.
        stay: fc.oneof(
          fc.constant(null),
          fc.constantFrom<QuantityForm>(0.1, { value: 0.3, low: 0.1, high: 0.5 }, "0.2 + 0.1 * t"),
        ),
        profile,
      }),
      { freq: 2 },
    ),
  });

/** A sketch of a change of some targets. */
export type ChangeSketch = Sketched<ReturnType<typeof change>>;

/** A sketch of money that an intervention pays, saves or costs. */
export type MoneySketch = Omit<Sketched<ReturnType<typeof money>>, "to">;
