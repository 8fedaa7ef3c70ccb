import fc from "fast-check";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { perOf, writePer } from "./amounts.js";
import { type Structure, whileOf } from "./cohort-forms.js";
import { type Names, numberOf, shareOf, signedNumberOf } from "./numbers.js";
import type { World } from "./targets.js";

type Cycle = ScenarioForm["time"]["cycle"];
type Sketched<Part> = Part extends fc.Arbitrary<infer Value> ? Value : never;

/** A sketch of a cause of contacts. */
export type CauseSketch = Sketched<ReturnType<typeof cause>>;

/** A sketch of an outcome. */
export type OutcomeSketch = Sketched<ReturnType<typeof outcome>>;

/** An outcome of people, and who enjoys it. */
export const outcome = (names: Names, cohorts: readonly Structure[]) =>
  fc.record({
    of: fc.constantFrom("society", ...names.agencies),
    cohort: fc.nat(cohorts.length - 1),
    states: fc.tuple(...cohorts.map((structure) => whileOf(structure))),
    contacts: fc.oneof(
      shareOf(names),
      signedNumberOf(names).map((number) => number(0.4)),
    ),
    history: fc.constantFrom<object>({}, {}, { history: "empty" }),
  });

/** A cause of contacts: by people, by a move, or by other contacts. */
export const cause = ({ services, ...names }: Names, cohorts: readonly Structure[], cycle: Cycle) =>
  fc.record({
    states: fc.tuple(...cohorts.map((structure) => whileOf(structure))),
    move: fc.option(fc.nat(30), { freq: 2 }),
    to: fc.nat(services.length - 1),
    each: fc.option(fc.nat(services.length - 1), { freq: 2 }),
    kind: fc.constantFrom("plain", "plain", "plain", "plain", "latent", "unmet"),
    per: perOf({ services, ...names }),
    every: fc.constantFrom("year", "month", "9 months", "quarter", "week"),
    contacts: numberOf({ services, ...names }),
    after: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 5 }).map((count) => `${count} ${cycle}s`),
        fc.constantFrom(...oddDelays[cycle]),
      ),
      { freq: 2 },
    ),
    spread: fc.constantFrom<object>({}, {}, {}, ...spreads),
    provenance: fc.constantFrom({}, {}, { source: "assumption" }, { source: "study", grade: 2 }),
  });

/** Contacts that are spread, or whose delay differs by draw or by moment. */
const spreads: readonly object[] = [
  { over: "1 year" },
  { over: { value: "9 months", low: "2 weeks", high: "2 years" } },
  { after: { value: "4 months", low: "2 weeks", high: "2 years" } },
  { after: "0.3 + 0.1 * t", over: "8 months" },
];

/** Delays in other units than the cycle, some of them rounded to it. */
const oddDelays: Readonly<Record<Cycle, readonly string[]>> = {
  day: ["1 day"],
  week: ["1 month", "15 days"],
  month: ["1 quarter", "9 weeks"],
  quarter: ["6 months", "13 weeks", "1.95 quarters", "3 years"],
  year: ["12 months", "25 months", "6 years"],
};

/**
 * Without a delay contacts go only to services further down the list, so that there is no ring in a cycle. With a delay
 * they seldom go back.
 */
export const writeCause = (
  sketch: CauseSketch,
  { services, limited, cohorts: names }: Names,
  units: readonly (string | undefined)[],
  cohorts: ScenarioForm["cohorts"],
) => {
  const { to, each, kind, after, contacts, every, provenance, move, states, spread } = sketch;
  const isLatent = kind === "latent" && limited.includes(services[to]);
  const isRanked = limited.includes(services[to]) && (every === "week" || every === "quarter");
  const shared = {
    to: services[to],
    ...(after === null ? {} : { after }),
    ...(isLatent ? { priority: "last" as const } : isRanked ? { priority: every === "week" ? 1 : 2 } : {}),
    ...provenance,
  };
  const onward = each !== null && each < to;
  const back = each !== null && each >= to && after !== null;
  if (onward || back) {
    const by = kind === "unmet" && limited.includes(services[each]) ? "unmet" : "each";
    return { ...shared, ...(onward ? spread : {}), [by]: services[each], contacts: contacts(onward ? 0.5 : 0.015) };
  }
  const cohort = names[sketch.per.cohort];
  const moves = Object.keys(cohorts[cohort].moves ?? {}).filter((key) => new Set(key.split(" -> ")).size === 2);
  const several = names.length > 1 ? { cohort } : {};
  if (move !== null && moves.length > 0)
    return { ...shared, ...spread, ...several, move: moves[move % moves.length], contacts: contacts(2) };
  const { around, ...per } = writePer(sketch.per, units);
  return { ...shared, ...spread, ...per, ...states[sketch.per.cohort], every, contacts: contacts(around) };
};

/** Writes an outcome as a service with a worth, and its cause. */
export const writeOutcome = (
  { of, cohort, states, contacts, history }: OutcomeSketch,
  units: readonly (string | undefined)[],
): Pick<World, "services" | "demand"> => {
  const { around: _, ...per } = writePer({ cohort, people: "one" }, units);
  const lives = { to: "lifeYear", ...per, ...states[cohort], contacts, every: "year" };
  return { services: { lifeYear: { unit: "life year", worth: of, ...history } }, demand: { lives } } as Pick<
    World,
    "services" | "demand"
  >;
};
