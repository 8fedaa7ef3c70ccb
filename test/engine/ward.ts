import fc from "fast-check";
import { expect } from "vitest";
import type { Book } from "../../src/engine/book/book.js";
import type { EntryKind } from "../../src/engine/book/entries.js";
import type { QueueFigure } from "../../src/engine/book/queue-figures.js";
import { contactsOf, entryValue, modelYearsOf, queueFigureOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../../src/engine/book/strategy-index.js";
import { simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Parts = Partial<ScenarioForm>;
type Services = NonNullable<ScenarioForm["services"]>;

/** The cost of a night at the ward, in pounds. */
export const cost = 100;

/** A central run of a ward. */
interface Ward {
  readonly limits: object;
  readonly effects: object;
  readonly demand?: object;
  readonly services?: object;
  readonly agencies?: ScenarioForm["agencies"];
  readonly years?: number;
  readonly cycle?: "quarter" | "year";
}

/** Runs a ward with 100 contacts per quarter. */
export const bookOf = ({
  limits,
  effects,
  demand = {},
  services = {},
  agencies,
  years = 3,
  cycle = "quarter",
}: Ward): Book => {
  const form: ScenarioForm = bare({
    ...(agencies ? { agencies } : {}),
    time: { start: "2025-04-01", years, cycle },
    services: { ward: { unit: "night", cost: { council: cost }, ...limits }, ...services } as Services,
    demand: {
      ill: { to: "ward", contacts: 100, per: "everyone", every: "quarter" },
      ...demand,
    } as NonNullable<Parts["demand"]>,
    interventions: { help: reaching({ effects } as Parameters<typeof reaching>[0]) },
  });
  return simulate(read(form), { draws: 1 }).central;
};

/** The money of a kind at a service in each year. */
export const money = (book: Book, kind: EntryKind, service = "ward"): number[] => {
  const entry = book.entries.find((each) => each.address === `services.${service}` && each.kind === kind);
  return modelYearsOf(book).map((year) => (entry ? entryValue(book, 0, entry, { year, money: "plain" })[0] : 0));
};

/** How many more contacts were served at a service without than with the strategy, in each year. */
export const fewerServed = (book: Book, service = "ward"): number[] =>
  modelYearsOf(book).map((year) => {
    const [without, withIt] = [businessAsUsual, 0].map((arm) => contactsOf(book, arm, service, { year })[0]);
    return without - withIt;
  });

/** A figure of the ward's queue in each year, without the strategy and with it. */
export const queue = (book: Book, figure: QueueFigure): [number[], number[]] => {
  const inYearsOf = (arm: StrategyIndex): number[] =>
    modelYearsOf(book).map((year) => queueFigureOf(book, arm, "ward", figure, year)[0]);
  return [inYearsOf(businessAsUsual), inYearsOf(0)];
};

/** The running totals. */
export const cumulated = (values: readonly number[]): number[] =>
  values.map((_, year) => sum(values.slice(0, year + 1)));
/** The sum of some numbers. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Two amounts that differ by rounding alone. */
export const near = (value: number, other: number): void => expect(Math.abs(value - other)).toBeLessThan(1e-6);

/** What is avoided at the ward in three years is cash, idle or backfilled, each by its own flows. */
export const expectEachByItsFlows = (book: Book): void => {
  const [arrivals, calledIn, turnedAway, gaveUp, waiting] = queueFigures.map((figure) => {
    const [without, withIt] = queue(book, figure);
    return without.map((value, year) => value - withIt[year]);
  });
  const [avoided, backfilled, served] = [money(book, "avoided"), money(book, "backfilled"), fewerServed(book)];
  for (const year of [0, 1, 2]) {
    // The list at the start is the same in both.
    const shorter = waiting[year] - (waiting[year - 1] ?? 0);
    near(avoided[year], cost * arrivals[year]);
    near(backfilled[year], cost * (turnedAway[year] + gaveUp[year] + shorter - calledIn[year]));
    near(avoided[year] - backfilled[year], cost * served[year]);
  }
};

const queueFigures = ["arrivals", "calledIn", "turnedAway", "gaveUp", "waiting"] as const;

/** A share, in whole hundredths. */
export const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const optional = <Value>(form: fc.Arbitrary<Value>) => fc.option(form, { nil: undefined });
const present = (form: object): object =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));

/** The limits of a ward, around its 100 nights per quarter. */
export const limits = fc
  .record({
    capacity: fc.oneof(
      fc.integer({ min: 40, max: 160 }).map((contacts) => ({ contacts, every: "quarter" })),
      fc.integer({ min: 40, max: 160 }).map((places) => ({ places, stay: "1 quarter" })),
      fc.integer({ min: 10, max: 40 }).map((contacts) => ({ contacts, every: "month" })),
    ),
    waiting: optional(
      fc
        .record({ start: fc.constantFrom(0, 30, 250), leave: optional(fc.constantFrom("3% a week", "50% a quarter")) })
        .map(present),
    ),
    divert: share,
    refill: optional(share),
    variable: share,
    semiFixed: share,
  })
  .map(({ waiting, divert, variable, semiFixed, ...rest }) => ({
    ...present({ ...rest, waiting, divert: waiting && divert }),
    split: { variable, semiFixed: Number(((1 - variable) * semiFixed).toFixed(6)) },
  }));

/** One effect that makes demand fall, for some time or in the end. */
export const fall = fc
  .record({
    cut: share.map((cut) => ({ ward: cut })),
    until: optional(fc.constantFrom("1 year", "5 quarters")),
    lag: optional(fc.constantFrom("2 quarters", "1 year")),
    ramp: optional(fc.constantFrom("1 year")),
  })
  .map((effect) => ({ less: present(effect) }));

/** Other contacts of the ward: latent ones, those turned away who return, and a winter. */
export const others = fc
  .record({
    list: optional(fc.constant({ to: "ward", contacts: 25, per: "everyone", every: "quarter", priority: "last" })),
    back: optional(fc.constant({ to: "ward", unmet: "ward", contacts: 0.5, after: "1 quarter" })),
    winter: optional(
      fc.constant({
        to: "ward",
        contacts: { traces: { mild: [0, 0, 10, 30] }, pick: "mild" },
        per: "everyone",
        every: "quarter",
      }),
    ),
  })
  .map(present);

/** A step of a capacity. */
export const step = fc.constantFrom(1, 5, 10, 25);

/** The unit a ward is shut in. */
export const unitOf = (limits: object): string =>
  "places" in (limits as { capacity: object }).capacity ? "places" : "contacts";
/** An intervention that may shut `most` of the ward. */
export const close = (most: number, limits: object) => ({ shut: { close: { ward: `${most} ${unitOf(limits)}` } } });
