import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { cohortNames, writePer } from "./amounts.js";
import type { ChangeSketch, InterventionSketch, MoneySketch } from "./intervention-sketch.js";
import { type Scaled, tidy } from "./numbers.js";
import { type ReachSketch, writeReach } from "./reach-forms.js";
import { type Target, targetsIn, targetsOfCosts, targetsOfReach, type World } from "./targets.js";

type Form = NonNullable<ScenarioForm["interventions"]>[string];

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
const writeChange = (sketch: ChangeSketch, targets: readonly Target[], taken: Set<string>) => {
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
