import fc from "fast-check";
import { cyclesPerYear } from "../../src/base/time.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { amountOf, cohortNames, perOf, writePer } from "./amounts.js";
import { type Structure, whileOf } from "./cohort-forms.js";
import { changeShareOf, type Names, numberOf, type Scaled, shareOf, signedNumberOf, tidy } from "./numbers.js";
import { type ReachSketch, reachSketch, writeReach } from "./reach-forms.js";
import { type Target, targetsIn, targetsOfCosts, targetsOfReach, type World } from "./targets.js";

type Form = NonNullable<ScenarioForm["interventions"]>[string];
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

const interventionNames = ["wardens", "grit", "outreach-2"] as const;

/** The interventions of sketches, each with targets that exist. */
export const interventionsFrom = (
  sketches: readonly InterventionSketch[],
  world: World,
  units: readonly (string | undefined)[],
): Record<string, Form> => {
  const costs = sketches.map((sketch) =>
    Object.fromEntries(
      sketch.costs.map(({ to, ...line }, index) => [
        `line${index}`,
        { ...writeMoney("pays", line, sketch.reach, units, world), ...(to === null ? {} : { to }) },
      ]),
    ),
  );
  const targets = [
    ...targetsIn(world),
    ...costs.flatMap((lines, index) => targetsOfCosts(interventionNames[index], lines)),
  ];
  const taken = new Set<string>();
  return Object.fromEntries(
    sketches.map(({ reach, start, deadweight, saves, grant, changes }, index) => {
      const own = reach === null ? targets : targetsOfReach(world, cohortNames[reach.cohort]);
      const effects = [
        ...(own.length === 0 ? [] : changes).map(
          (each, number) => [`change${number}`, writeChange(each, own, taken)] as const,
        ),
        ...saves.map((each) => ["money", writeSaving(each, reach, units, world)] as const),
      ];
      const form = {
        reaches: reach === null ? "everyone" : { ...writeReach(reach, world), ...alongsideAt(sketches, index) },
        ...(start === undefined ? {} : { start }),
        deadweight,
        costs: costs[index],
        ...(grant === null ? {} : { grants: writeGrants(grant, costs[index]) }),
        effects: Object.fromEntries(effects),
      };
      return [interventionNames[index], form as Form];
    }),
  );
};

/** The first of two interventions for the same people may have those of the other, if it is the second of all. */
const alongsideAt = (
  sketches: readonly { readonly reach: ReachSketch | null }[],
  index: number,
): { readonly alongside?: readonly string[] } => {
  const cohort = sketches[index].reach?.cohort;
  const same = [...sketches.keys()].filter((each) => sketches[each].reach?.cohort === cohort);
  const [first, second, ...others] = same;
  return index === first && second === 1 && others.length === 0 ? { alongside: [interventionNames[second]] } : {};
};

/** A cut, raise, add or set. A target that cannot be added to, or that is set already, is cut. */
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
    if (address.includes(".moves.") && verb !== "add" && verb !== "set")
      return verb === "raise" ? sketch.mildShare : sketch.share;
    if (verb === "cut" || verb === "raise") return plain ? sketch.unnamedShare : sketch.changeShare;
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

/** Grants of a share of the first cost, and of a sum, to an agency that pays a part of that cost. */
const writeGrants = (
  { from, share, pounds }: { readonly from: string; readonly share: QuantityForm; readonly pounds: Scaled },
  { line0 }: Readonly<Record<string, object>>,
) => {
  const pays: object = line0 && "pays" in line0 && typeof line0.pays === "object" && line0.pays ? line0.pays : {};
  const payers: readonly string[] = "between" in pays ? (pays.between as string[]) : Object.keys(pays);
  const to = payers.find((payer) => payer !== from);
  return to === undefined
    ? {}
    : {
        half: { from, to, share, of: "line0" },
        start: { from, to, pounds: pounds(700), every: "quarter", until: "1 year" },
      };
};

type MoneySketch = Omit<Sketched<ReturnType<typeof money>>, "to">;

const writeMoney = (
  verb: "pays" | "saves" | "costsMore",
  { amount, per, timing, move, isByWorker, states }: MoneySketch,
  reach: ReachSketch | null,
  units: readonly (string | undefined)[],
  { cohorts }: World,
) => {
  const mover = cohortNames[reach?.cohort ?? per?.cohort ?? 0];
  const moves = Object.keys(cohorts[mover].moves ?? {}).filter((key) => new Set(key.split(" -> ")).size === 2);
  if (move !== null && moves.length > 0) {
    const { every: _, ...shape } = "every" in timing ? timing : { every: "year" };
    const several = Object.keys(cohorts).length > 1 ? { cohort: mover } : {};
    return { [verb]: amount(300), ...several, move: moves[move % moves.length], ...shape };
  }
  if (reach && "caseload" in reach.form && isByWorker) return { [verb]: amount(3000), per: "worker", ...timing };
  if (per === null) return { [verb]: amount(9000), ...timing };
  const whom = reach === null ? per : { ...per, cohort: reach.cohort };
  const { around, ...written } = writePer(whom, units);
  const counted = reach === null || "every" in timing ? states[whom.cohort] : {};
  return { [verb]: amount(around > 400 ? 9000 : around * 20), ...written, ...counted, ...timing };
};

const writeSaving = (
  sketch: MoneySketch,
  reach: ReachSketch | null,
  units: readonly (string | undefined)[],
  world: World,
) => {
  const kind = sketch.kind as "saves" | "costsMore";
  return {
    ...writeMoney(kind, sketch, reach, units, world),
    ...(sketch.isByWorker && sketch.deadweight !== null
      ? { layer: "transfer" }
      : kind === "saves"
        ? { cashable: sketch.cashable }
        : {}),
    ...(sketch.deadweight === null ? {} : { deadweight: sketch.deadweight }),
  };
};
