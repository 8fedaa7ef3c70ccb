import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { defaultQuantity, type Quantity } from "../../quantity/expression.js";
import { quantityForm } from "../../quantity/forms.js";
import { plainValue, readOptionalQuantity, readQuantity } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { lengthForm, readLength } from "../time/length-of-time.js";
import type { CohortNames } from "./cohort-names.js";
import { type Join, joinForm, readJoin, readStay, sharePattern, stayForm } from "./joining.js";
import { readWhileCounted, whileForm } from "./while.js";

/** The people an intervention reaches: everyone, or the people it takes in. */
export const reachForm = z.union([
  z.literal("everyone"),
  strictObject({
    cohort: nameForm.describe("The cohort they come from, where there are several.").optional(),
    people: quantityForm.describe("The most people it has at once."),
    while: whileForm.describe("Only people in this state may join; or in one of these, as a list.").optional(),
    who: z
      .enum(["anyone", "highest-need", "last-year"])
      .describe(
        "Who is taken in first: anyone, the people most in need, or the people with the most contacts last year.",
      ),
    alongside: z
      .array(nameForm)
      .min(1)
      .describe("The interventions that its people may be in at the same time; by default a person is in one at most.")
      .optional(),
    join: joinForm.optional(),
    stay: stayForm,
    caseload: quantityForm.describe("How many people a worker has at once.").optional(),
    workers: quantityForm
      .describe("How many workers there are; by default the number that the people need.")
      .optional(),
    uptake: quantityForm
      .describe(
        "The share of people who join when they are offered it, once each; by default all. For a pace, write join.",
      )
      .optional(),
    again: z
      .boolean()
      .describe("true if people who left may join again, once its effect on them has ended; by default they do not.")
      .optional(),
    fade: lengthForm
      .describe("How long the effect takes to fall to half in people who left; by default it ends at once.")
      .optional(),
  }).describe("It takes people in; people who do not join are not reached."),
]);

type ReachForm = Exclude<z.output<typeof reachForm>, "everyone">;

/** The people an intervention takes in: how many, from which states, who first, how fast and for how long. */
export interface Reach {
  readonly cohort: string;
  /** The states people may join from: one of the named states of each dimension. Empty means any state. */
  readonly while: readonly string[];
  /** The most people enrolled at once. */
  readonly people: Quantity;
  /**
   * The odds of being picked, by last year's segment of need, least need first.
   * How well last year's segment predicts this year's need depends on persistence.
   * "highest-need" picks the people most in need now before all others.
   */
  readonly picks: readonly number[] | "highest-need";
  /** The interventions whose people may join it, and whose places its people may take. */
  readonly alongside: readonly string[];
  readonly join: Join;
  /** The share of the people who are offered a place who take it, each asked once; null if all do. */
  readonly uptake: Quantity | null;
  /** True if people who left may join again, once the effect on them has ended. */
  readonly isOpenAgain: boolean;
  /** The mean stay, in years; null means to the end. */
  readonly stay: Quantity | null;
  /** The years in which the effect falls to half in people who left; null if it ends with the stay. */
  readonly fade: Quantity | null;
  /** People per worker at once; null if the intervention does not depend on workers. */
  readonly caseload: Quantity | null;
  /** Null means the number that the people and the caseload need. */
  readonly workers: Quantity | null;
}

/** Reads the people an intervention takes in; null if it reaches everyone, undefined if their cohort is unknown. */
export const readReach = (
  form: z.output<typeof reachForm>,
  address: string,
  context: ScenarioContext,
): Reach | null | undefined => {
  if (form === "everyone") return null;
  const cohort = cohortOf(form, address, context);
  if (!cohort) return undefined;
  const place = { bounds: "positive", percentIsShare: false } as const;
  const number = (key: "people" | "caseload" | "workers"): Quantity | null =>
    readOptionalQuantity(form[key], { address: `${address}.${key}`, ...place }, context);
  const caseload = number("caseload");
  // A text that could not be read has its own problem.
  if (caseload && plainValue(caseload) === 0 && Number(caseload.written) === 0)
    reportError(context, `${address}.caseload`, "A worker must have people.", "Write such as caseload: 10.");
  const stay = readStay(form.stay, `${address}.stay`, context);
  const fade = form.fade === undefined ? null : readLength(form.fade, { address: `${address}.fade` }, context);
  if (stay === null && fade !== null)
    reportWarning(
      context,
      `${address}.fade`,
      "People stay to the end, so the effect never fades.",
      "Give a stay such as 18 months, or leave fade out.",
    );
  return {
    cohort: cohort.name,
    while: readWhileCounted(form.while, `${address}.while`, cohort, context),
    people: number("people") ?? defaultQuantity(`${address}.people`, 0, "positive"),
    picks: form.who === "highest-need" ? form.who : [1],
    alongside: form.alongside ?? [],
    join: form.join === undefined ? "at once" : readJoin(form.join, `${address}.join`, context),
    uptake: readUptake(form.uptake, `${address}.uptake`, context),
    isOpenAgain: form.again === true,
    stay,
    fade,
    caseload,
    workers: number("workers"),
  };
};

const readUptake = (form: ReachForm["uptake"], address: string, context: ScenarioContext): Quantity | null => {
  if (form === undefined) return null;
  const [, share] = (typeof form === "string" && sharePattern.exec(form)) || [];
  if (share === undefined) return readQuantity(form, { address, bounds: "share" }, context);
  reportError(
    context,
    address,
    "uptake is the share who ever join of the people who are offered it, so it has no length of time.",
    `Write uptake: ${share}; or for a pace, join: ${form}.`,
  );
  return null;
};

const cohortOf = (
  { cohort, while: states }: ReachForm,
  address: string,
  { cohorts, ...context }: ScenarioContext,
): CohortNames | undefined => {
  const names = [...cohorts.keys()];
  if (cohort !== undefined)
    return checkName(context, `${address}.cohort`, "cohort", cohort, names) ? cohorts.get(cohort) : undefined;
  if (names.length === 1) return cohorts.get(names[0]);
  const meant = [...cohorts.values()].find(({ dimensions }) =>
    dimensions.some((dimension) => [states].flat().some((state) => dimension.states.includes(state ?? ""))),
  );
  return reportError(
    context,
    address,
    "There are several cohorts, and the one the people come from is not named.",
    `Write cohort: ${meant?.name ?? names.join(" or ")}.`,
  );
};
