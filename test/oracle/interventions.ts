import fc from "fast-check";
import { cyclesPerYear } from "../../src/base/time.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { amountOf, perOf, writePer } from "./amounts.js";
import { type Names, numberOf, type Scaled, shareOf, tidy } from "./numbers.js";

type Form = NonNullable<ScenarioForm["interventions"]>[string];
type Sketched<Part> = Part extends fc.Arbitrary<infer Value> ? Value : never;

/** What an intervention is made of, before it is known what there is to act on. */
export type InterventionSketch = Sketched<ReturnType<typeof interventionSketch>>;

const lengths = ["1 quarter", "6 months", "1 year", "5 weeks", "100 days", "18 months", "2 years"] as const;

/** How something comes and goes: any of its keys, or none. */
const profile = fc.oneof(
  fc.constant({}),
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
      .tuple(fc.constantFrom("year", "quarter", "month", "9 months", "week"), profile)
      .map(([every, rest]) => ({ every, ...rest })),
    fc.constantFrom(...momentsOf(cycle)).map((moment) => ({ in: moment })),
    fc
      .tuple(fc.constantFrom(...lengths), fc.option(fc.constantFrom(...lengths), { nil: undefined }))
      .map(([over, lag]) => (lag === undefined ? { over } : { over, lag })),
    fc.constant({ byYear: [1, "50%"] }),
  );

const money = (names: Names, cycle: keyof typeof cyclesPerYear) =>
  fc.record({
    amount: amountOf(names, numberOf(names)),
    per: fc.option(perOf(names), { freq: 2 }),
    timing: timing(cycle),
    to: fc.option(fc.constantFrom(...names.agencies), { freq: 2 }),
    cashable: shareOf(names),
    deadweight: fc.option(shareOf(unnamed(names)), { freq: 2 }),
    kind: fc.constantFrom("saves", "saves", "costsMore"),
  });

/** Without the names of quantities: a change of a quantity must not hang on what it changes. */
const unnamed = (names: Names): Names => ({ ...names, quantities: [] });

const change = (names: Names) =>
  fc.record({
    verb: fc.constantFrom("cut", "cut", "cut", "raise", "add", "set"),
    target: fc.nat(200),
    also: fc.option(fc.nat(200), { freq: 4 }),
    share: shareOf(names),
    unnamedShare: shareOf(unnamed(names)),
    number: numberOf(names),
    unnamedNumber: numberOf(unnamed(names)),
    less: fc.boolean(),
    profile,
    deadweight: fc.option(shareOf(unnamed(names)), { freq: 3 }),
  });

/** A sketch of an intervention in a place with these names. */
export const interventionSketch = (names: Names, { cycle }: ScenarioForm["time"]) =>
  fc.record({
    start: fc.constantFrom(undefined, undefined, ...momentsOf(cycle)),
    deadweight: fc.oneof(fc.constant(0), shareOf(unnamed(names))),
    costs: fc.array(money(names, cycle), { maxLength: 2 }),
    saves: fc.array(money(names, cycle), { maxLength: 1 }),
    changes: fc.array(change(names), { minLength: 1, maxLength: 3 }),
  });

interface World {
  readonly quantities: object;
  readonly cohorts: object;
  readonly services: Readonly<Record<string, { readonly cost: "none" | object }>>;
  readonly demand: Readonly<Record<string, { readonly to: string } & object>>;
}

/** Something to act on, and how much of it there is. */
interface Target {
  readonly address: string;
  readonly around: number;
}

const interventionNames = ["wardens", "grit", "outreach-2"] as const;

/** The interventions of sketches in a place, each acting on what there is. */
export const interventionsFrom = (
  sketches: readonly InterventionSketch[],
  world: World,
  units: readonly (string | undefined)[],
): Record<string, Form> => {
  const costs = sketches.map((sketch) =>
    Object.fromEntries(
      sketch.costs.map(({ to, ...line }, index) => [
        `line${index}`,
        { ...writeMoney("pays", line, units), ...(to === null ? {} : { to }) },
      ]),
    ),
  );
  const targets = [
    ...targetsIn(world),
    ...costs.flatMap((lines, index) => targetsOfCosts(interventionNames[index], lines)),
  ];
  const taken = new Set<string>();
  return Object.fromEntries(
    sketches.map(({ start, deadweight, saves, changes }, index) => {
      const effects = [
        ...changes.map((each, number) => [`change${number}`, writeChange(each, targets, taken)] as const),
        ...saves.map((each) => ["money", writeSaving(each, units)] as const),
      ];
      const form = {
        reaches: "everyone",
        ...(start === undefined ? {} : { start }),
        deadweight,
        costs: costs[index],
        effects: Object.fromEntries(effects),
      };
      return [interventionNames[index], form as Form];
    }),
  );
};

/** Everything there is to act on; what is worth acting on stands there several times. */
const targetsIn = ({ quantities, cohorts, services, demand }: World): Target[] => {
  const causes = Object.entries(demand);
  const used = Object.keys(services).filter((name) => causes.some(([, { to }]) => to === name));
  const target = (address: string, around: number, times = 1): Target[] =>
    Array.from({ length: times }, () => ({ address, around }));
  return [
    ...used.flatMap((name) => target(name, 1, 5)),
    ...causes.flatMap(([name, cause]) => target(`demand.${name}`, "each" in cause ? 0.1 : 1, 2)),
    ...Object.keys(quantities).flatMap((name) => target(`quantities.${name}`, 0.5)),
    ...Object.keys(cohorts).flatMap((name) => target(`cohorts.${name}.size`, 200)),
    ...used.flatMap((name) =>
      numbersIn(services[name].cost).flatMap((agency) => target(`services.${name}.cost.${agency}`, 20)),
    ),
  ];
};

const targetsOfCosts = (name: string, lines: Readonly<Record<string, object>>): Target[] =>
  Object.entries(lines).flatMap(([line, cost]) =>
    numbersIn("pays" in cost ? (cost.pays as object) : {}).map((agency) => ({
      address: `interventions.${name}.costs.${line}.pays.${agency}`,
      around: 500,
    })),
  );

/** The names of the numbers in an amount: what each agency bears, and the total they share. */
const numbersIn = (amount: "none" | object): readonly string[] => {
  if (amount === "none") return [];
  return "between" in amount ? ["total", ...(amount.between as string[])] : Object.keys(amount);
};

/** A cut, a raise, an addition or a setting; what cannot be added to or is set already is cut. */
const writeChange = (sketch: Sketched<ReturnType<typeof change>>, targets: readonly Target[], taken: Set<string>) => {
  const chosen = [sketch.target, ...(sketch.also === null ? [] : [sketch.also])].map(
    (index) => targets[index % targets.length],
  );
  const wanted = chosen.some(({ address }) => !address.includes(".")) ? "cut" : sketch.verb;
  const verb =
    wanted === "set" && chosen.some(({ address }) => taken.has(address))
      ? "cut"
      : sketch.verb === "raise"
        ? "raise"
        : wanted;
  const amount = ({ address, around }: Target): QuantityForm => {
    const plain = address.startsWith("quantities.");
    if (verb === "cut" || verb === "raise") return plain ? sketch.unnamedShare : sketch.share;
    const number = plain ? sketch.unnamedNumber : sketch.number;
    return verb === "add" && sketch.less ? negative(number, around / 3) : number(around);
  };
  if (verb === "set") for (const { address } of chosen) taken.add(address);
  return {
    [verb]: Object.fromEntries(chosen.map((target) => [target.address, amount(target)])),
    ...sketch.profile,
    ...(sketch.deadweight === null ? {} : { deadweight: sketch.deadweight }),
  };
};

const negative = (number: Scaled, around: number): QuantityForm => {
  const form = number(around);
  if (typeof form === "string") return `-(${form})`;
  if (typeof form === "number") return -form;
  return { value: tidy(-around), low: tidy(-2 * around), high: tidy(-around / 2), distribution: "uniform" };
};

type MoneySketch = Omit<Sketched<ReturnType<typeof money>>, "to">;

const writeMoney = (
  verb: "pays" | "saves" | "costsMore",
  { amount, per, timing }: MoneySketch,
  units: readonly (string | undefined)[],
) => {
  const { around, ...written } = per === null ? { around: undefined } : writePer(per, units);
  return { [verb]: amount(around === undefined || around > 400 ? 9000 : around * 20), ...written, ...timing };
};

const writeSaving = (sketch: MoneySketch, units: readonly (string | undefined)[]) => {
  const kind = sketch.kind as "saves" | "costsMore";
  return {
    ...writeMoney(kind, sketch, units),
    ...(kind === "saves" ? { cashable: sketch.cashable } : {}),
    ...(sketch.deadweight === null ? {} : { deadweight: sketch.deadweight }),
  };
};
