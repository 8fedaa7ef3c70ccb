import * as z from "zod";
import { reportError, reportWarning } from "../../quantity/context.js";
import { defaultQuantity, type Quantity } from "../../quantity/expression.js";
import { quantityForm } from "../../quantity/forms.js";
import { plainValue, readQuantity } from "../../quantity/read.js";
import { durationForm, readDuration } from "../duration.js";
import { nameForm } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { type Join, joinForm, readJoin, readStay, stayForm } from "./joining.js";
import type { CohortNames } from "./states.js";
import { readWhileCounted, whileForm } from "./while.js";

/** Whom an intervention reaches: everyone, or those it takes in. */
export const reachForm = z.union([
  z.literal("everyone"),
  z
    .strictObject({
      cohort: nameForm.describe("The cohort they come from, where there are several.").optional(),
      people: quantityForm.describe("The most it has at once."),
      while: whileForm.describe("Only people in this state may join; or in one of these, as a list.").optional(),
      who: z
        .enum(["anyone", "highest-need", "last-year"])
        .describe(
          "Who is taken in first: anyone, those most in need, or those who had the most contacts last year (as a list made from records would).",
        ),
      join: joinForm.optional(),
      stay: stayForm,
      caseload: quantityForm.describe("How many people a worker has at once.").optional(),
      workers: quantityForm.describe("How many workers there are; as many as the people need, unless said.").optional(),
      uptake: quantityForm
        .describe("The share of those who may join that do in a cycle, at most; 100% unless said.")
        .optional(),
      fade: durationForm
        .describe("How long the effect takes to fall to half in those who left; it ends at once, unless said.")
        .optional(),
    })
    .describe("It takes people in; those who do not join are not reached."),
]);

type ReachForm = Exclude<z.output<typeof reachForm>, "everyone">;

/** Whom an intervention takes in when it does not reach everyone: how many, from which states, who first, how fast and for how long. */
export interface Reach {
  readonly cohort: string;
  /** The states people may join from: one of those named of each dimension; any where it is empty. */
  readonly while: readonly string[];
  /** The most enrolled at once. */
  readonly people: Quantity;
  /**
   * How much likelier a person is to be picked by the segment they were in last year, least need first (what is left of that hangs on persistence);
   * or the most in need now first, as far as they go.
   */
  readonly picks: readonly number[] | "highest-need";
  readonly join: Join;
  /** The share of those who may join that do in a cycle, at most. */
  readonly uptake: Quantity;
  /** The mean stay; null: to the end. */
  readonly stayYears: number | null;
  /** How long the effect takes to fall to half in those who left; null: it ends with the stay. */
  readonly fadeYears: number | null;
  /** People a worker has at once; null where nothing hangs on workers. */
  readonly caseload: Quantity | null;
  /** Null: as many as the people and the caseload ask for. */
  readonly workers: Quantity | null;
}

/** Reads whom an intervention takes in; null where it reaches everyone, undefined where nothing says of which cohort. */
export const readReach = (
  form: z.output<typeof reachForm>,
  address: string,
  reading: ScenarioReading,
): Reach | null | undefined => {
  if (form === "everyone") return null;
  const cohort = cohortOf(form, address, reading);
  if (!cohort) return undefined;
  const number = (key: "people" | "caseload" | "workers"): Quantity | null => {
    const said = form[key];
    return said === undefined
      ? null
      : readQuantity(said, { address: `${address}.${key}`, bounds: "positive", percentIsShare: false }, reading);
  };
  const uptake = `${address}.uptake`;
  const caseload = number("caseload");
  if (caseload && plainValue(caseload) === 0)
    reportError(reading, `${address}.caseload`, "A worker who has nobody is none.", "Write such as caseload: 10.");
  const stayYears = readStay(form.stay, `${address}.stay`, reading);
  const fadeYears = readDuration(form.fade, `${address}.fade`, reading) ?? null;
  if (stayYears === null && fadeYears !== null)
    reportWarning(
      reading,
      `${address}.fade`,
      "Nobody leaves before the end, so nothing ever fades.",
      "Give a stay such as 18 months, or leave fade out.",
    );
  return {
    cohort: cohort.name,
    while: readWhileCounted(form.while, `${address}.while`, cohort, reading),
    people: number("people") ?? defaultQuantity(`${address}.people`, 0, "positive"),
    picks: form.who === "highest-need" ? form.who : [1],
    join: form.join === undefined ? "at once" : readJoin(form.join, `${address}.join`, reading),
    uptake:
      form.uptake === undefined
        ? defaultQuantity(uptake, 1, "share")
        : readQuantity(form.uptake, { address: uptake, bounds: "share" }, reading),
    stayYears,
    fadeYears,
    caseload,
    workers: number("workers"),
  };
};

const cohortOf = (
  { cohort, while: states }: ReachForm,
  address: string,
  { cohorts, ...reading }: ScenarioReading,
): CohortNames | undefined => {
  const names = [...cohorts.keys()];
  if (cohort !== undefined)
    return checkName(reading, `${address}.cohort`, "cohort", cohort, names) ? cohorts.get(cohort) : undefined;
  if (names.length === 1) return cohorts.get(names[0]);
  const meant = [...cohorts.values()].find(({ dimensions }) =>
    dimensions.some((dimension) => [states].flat().some((state) => dimension.states.includes(state ?? ""))),
  );
  reportError(
    reading,
    address,
    `There are several cohorts, and nothing says from which the people come.`,
    `Write cohort: ${meant?.name ?? names.join(" or ")}.`,
  );
  return undefined;
};
