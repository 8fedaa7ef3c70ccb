import fc from "fast-check";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { read } from "../support/read.js";
import { amountOf } from "./amounts.js";
import { oneYearOf } from "./budget-forms.js";
import { centralDraws } from "./draws.js";
import type { InterventionSketch } from "./intervention-sketch.js";
import { type Names, numberOf, type Scaled, shareOf, termOf, tidy } from "./numbers.js";
import { account } from "./oracle.js";

type Sketched<Part> = Part extends fc.Arbitrary<infer Value> ? Value : never;

/** A sketch of the limits of a service, before its number of contacts is known. */
export type LimitSketch = Sketched<ReturnType<typeof limit>>;

/** The limits of a service: its capacity, its steps if it has any, and its waiting list. */
export const limit = (names: Names) =>
  fc.record({
    size: capacityNumber(names),
    tightness: fc.constantFrom(0.5, 0.8, 0.9, 0.97, 1, 1.04, 1.2, 1.6),
    unit: fc.constantFrom(
      { stay: "1 day", years: 1 / 365.25 },
      { stay: "3 weeks", years: 21 / 365.25 },
      { stay: "1 quarter", years: 1 / 4 },
      { stay: { value: "3 weeks", low: "2 weeks", high: "6 weeks" }, years: 3 / 52 },
      { stay: "0.1 + 0.02 * t", years: 1 / 10 },
      { every: "week", years: 7 / 365.25 },
      { every: "month", years: 1 / 12 },
      { every: "year", years: 1 },
    ),
    step: fc.option(
      fc.record({
        share: fc.constantFrom(0.02, 0.05, 0.1, 0.25, 0.4),
        notice: fc.constantFrom<object>({}, {}, { notice: "1 quarter" }, { notice: "1 year" }, ...drawnNotices),
        exit: fc.option(amountOf(names, numberOf(names)), { nil: undefined }),
      }),
      { freq: 4, nil: undefined },
    ),
    start: fc.constantFrom(0, 0.02, 0.1, 0.4),
    startForm: fc.constantFrom("number", "range", "formula"),
    leave: fc.constantFrom<object>({}, { leave: "5% a week" }, { leave: "30% a month" }, { leave: "80% a year" }),
    divert: fc.option(shareOf(names), { nil: undefined }),
    refill: fc.option(shareOf(names), { freq: 2, nil: undefined }),
    longest: fc.constantFrom(undefined, undefined, 0, 0.02, 0.1),
  });

/** Times of notice that differ by draw, or by moment. */
const drawnNotices: readonly object[] = [
  { notice: { value: "5 weeks", low: "1 day", high: "1 year" } },
  { notice: "0.4 - 0.2 * min(t, 2)" },
];

/** A capacity in any form, always above 0. */
const capacityNumber = (names: Names): fc.Arbitrary<Scaled> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Scaled>((around) => tidy(around)) },
    {
      weight: 2,
      arbitrary: fc.constant<Scaled>((around) => ({
        value: tidy(around),
        low: tidy(around * 0.8),
        high: tidy(around * 1.3),
      })),
    },
    {
      weight: 2,
      arbitrary: termOf(names).map(
        (term): Scaled =>
          (around) =>
            `${tidy(around)} * (0.6 + min(1, abs(${term})) / 2)`,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant<Scaled>((around) => ({
        of: "t",
        steps: { 0: tidy(around), 0.61: tidy(around * 0.9), 1.3: tidy(around * 1.1) },
      })),
    },
  );

/** Limits that turn no contact away and call none in, for a service whose limits are not known yet. */
const unlimited = { capacity: { contacts: 1e12, every: "year" }, refill: 0 } as const;

/** The contacts that arrive at each service in a year without limits. */
const volumesOf = (form: ScenarioForm): ReadonlyMap<string, number> => {
  const { strategies: _, ...rest } = form;
  const nobody = { reaches: "everyone" } as const;
  const scenario = read({ ...rest, time: oneYearOf(form), interventions: { nobody } });
  const { contacts } = account(scenario, "without", centralDraws(scenario)[0]);
  return new Map([...contacts].map(([service, [first]]) => [service, first]));
};

/** The limits of a service with `volume` contacts a year. */
const writeLimit = (
  sketch: LimitSketch,
  volume: number,
  waits: boolean,
): { readonly most: number; readonly step?: string; readonly capacity: object } => {
  const { size, tightness, unit, step, start, startForm, longest, leave, divert, refill } = sketch;
  const most = Math.max(1, volume) * tightness * unit.years;
  const [word, each] = unitOf(sketch);
  const startingList = tidy(volume * start);
  const full = longest === undefined ? {} : { most: tidy(volume * longest) };
  const forms: Readonly<Record<typeof startForm, QuantityForm>> = {
    number: startingList,
    range: { value: startingList, low: tidy(startingList * 0.5), high: tidy(startingList * 1.5) },
    formula: `${startingList} * (1.5 - 0.3)`,
  };
  const waiting = { start: startingList > 0 ? forms[startForm] : startingList, ...leave, ...full };
  const exitCost = step?.exit === undefined ? {} : { exitCost: step.exit(2000) };
  return {
    capacity: { [word]: size(most), ...each },
    ...(step === undefined ? {} : { step: `${tidy(most * step.share)} ${word}`, ...step.notice, ...exitCost }),
    ...(waits ? { waiting } : {}),
    ...(waits && divert !== undefined ? { divert } : {}),
    ...(refill === undefined ? {} : { refill }),
    most,
  };
};

const unitOf = ({ unit }: LimitSketch) =>
  "stay" in unit ? (["places", { stay: unit.stay }] as const) : (["contacts", { every: unit.every }] as const);

/** What a part of a capacity is counted in: places, or contacts in a length of time. */
const sizeUnit = ({ unit }: LimitSketch): string => ("stay" in unit ? "places" : unit.every);

/**
 * The form with limits on some services, around their contacts without limits. Interventions open or shut parts of
 * them.
 */
export const withLimits = (
  form: ScenarioForm,
  names: Names,
  limits: Readonly<Record<string, LimitSketch>>,
  sketches: readonly InterventionSketch[],
): ScenarioForm => {
  if (names.limited.length === 0) return form;
  const limitAll = (limitOf: (name: string) => object): ScenarioForm => {
    const entries = Object.entries(form.services ?? {}).map(([name, service]) => {
      if (!names.limited.includes(name)) return [name, service] as const;
      const { rising: _, ...rest } = service as { readonly rising?: unknown };
      return [name, { ...rest, ...limitOf(name) }] as const;
    });
    return { ...form, services: Object.fromEntries(entries) as NonNullable<ScenarioForm["services"]> };
  };
  const list = (name: string) => (names.waiting.includes(name) ? { waiting: { start: 0 } } : {});
  const volumes = volumesOf(limitAll((name) => ({ ...unlimited, ...list(name) })));
  const written = new Map(
    names.limited.map((name) => [name, writeLimit(limits[name], volumes.get(name)!, names.waiting.includes(name))]),
  );
  // Services that are shut together have steps of one size: the smallest of theirs.
  const isTogether = sketches.some(({ close }) => close?.isTogether);
  const alike = (name: string) =>
    names.limited.filter((other) => limits[other].step && sizeUnit(limits[other]) === sizeUnit(limits[name]));
  const limited = limitAll((name) => {
    const { most: _, ...limit } = written.get(name)!;
    const steps = alike(name).map((each) => written.get(each)!.step ?? "");
    const [smallest] = steps.toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
    return isTogether && limit.step !== undefined ? { ...limit, step: smallest } : limit;
  });
  const visited = names.limited.filter((name) => volumes.get(name)! > 0);
  const shut = new Set<string>();
  const interventions = Object.entries(form.interventions).map(([name, intervention], index) => {
    const { close, room } = sketches[index];
    const effects: Record<string, object> = { ...intervention.effects };
    const closed = close && visited[close.service % visited.length];
    const { share } = (closed && limits[closed].step) || { share: undefined };
    if (closed && share !== undefined && !shut.has(closed)) {
      const [unit] = unitOf(limits[closed]);
      const most = Math.min(0.55, share * (close.steps + 0.3)) * written.get(closed)!.most;
      // Steps beyond a third are of places that stand empty.
      const part = `${tidy(most)} ${close.steps > 2 ? "spare " : ""}${unit}`;
      const other = close.isTogether && alike(closed).find((each) => each !== closed && visited.includes(each));
      const least = other ? Math.min(most, 0.55 * written.get(other)!.most) : 0;
      effects.shut = other
        ? { close: { [closed]: part, [other]: `${tidy(least)} spare ${unit}` }, together: true }
        : { close: { [closed]: part } };
      if (intervention.reaches === "everyone" && close.cut !== 0) effects.empty = { cut: { [closed]: close.cut } };
      shut.add(closed);
    }
    const opened = room && visited[room.service % visited.length];
    if (opened && intervention.reaches === "everyone") {
      const [unit] = unitOf(limits[opened]);
      const amount = room.verb === "add" ? room.number(room.around * written.get(opened)!.most) : room.share;
      effects.room = { [room.verb]: { [`services.${opened}.capacity.${unit}`]: amount }, ...room.profile };
      if (unit === "places" && room.stay !== null)
        effects.stay = { cut: { [`services.${opened}.capacity.stay`]: room.stay }, ...room.profile };
    }
    return [name, { ...intervention, effects }] as const;
  });
  return { ...limited, interventions: Object.fromEntries(interventions) as ScenarioForm["interventions"] };
};
