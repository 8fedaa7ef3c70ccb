import * as z from "zod";
import { shareIn } from "../../base/problems/number-text.js";
import { didYouMean } from "../../base/problems/problem.js";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { type OptimismBiasTable, optimismBias } from "../../data/optimism-bias.js";
import { reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import type { ScenarioContext } from "../context.js";

const names = Object.keys(optimismBias).join(", ");

const sharesForm = z.array(z.union([z.number(), wordForm])).length(6);

const tableForm = z.union([
  wordForm.meta({ enum: Object.keys(optimismBias) }),
  strictObject({
    costs: sharesForm.describe("The share by which costs are raised, by grade: six shares, grade 1 first."),
    benefits: sharesForm.describe("The share by which benefits are cut, by grade: six shares, grade 1 first."),
  }).describe("A table of your own."),
]);

/** The corrections of costs and benefits for the grade of their evidence. */
export const optimismBiasForm = z
  .union([
    tableForm,
    strictObject({
      table: tableForm.describe(`The name of a table (${names}), or one of your own.`),
      combine: z
        .enum(["worst", "mean"])
        .describe("How several grades are combined: the worst counts (the default), or their mean."),
    }).describe("A table, and how several grades are combined."),
  ])
  .describe(
    "By how much public value raises costs and cuts benefits for the grade of their evidence: " +
      `a table (${names}), or one of your own; by default not at all.`,
  );

/** A table of optimism bias, and how the grades of several numbers are combined. */
export interface OptimismBias extends Omit<OptimismBiasTable, "name"> {
  /** Empty for a table of the scenario's own. */
  readonly name: string;
  readonly combine: "worst" | "mean";
}

const place = "money.optimismBias";

/** Reads optimism bias. By default the worst of several grades counts. */
export const readOptimismBias = (
  form: z.output<typeof optimismBiasForm>,
  context: ScenarioContext,
): OptimismBias | null => {
  const combined = typeof form === "object" && "table" in form;
  const { table, combine } = combined ? form : { table: form, combine: "worst" as const };
  const address = combined ? `${place}.table` : place;
  if (typeof table === "string") {
    const known = keysOf(optimismBias);
    const name = known.find((each) => each === table);
    if (name !== undefined) return { ...optimismBias[name], combine };
    reportError(context, address, `There is no table of optimism bias called ${table}. ${didYouMean(table, known)}`);
    return null;
  }
  const read = (side: "costs" | "benefits"): readonly number[] =>
    table[side].map((share, grade) => readShare(share, `${address}.${side}.${grade}`, context));
  const own = { costs: read("costs"), benefits: read("benefits") };
  for (const side of ["costs", "benefits"] as const)
    for (const [grade, share] of own[side].entries())
      if (share < own[side][grade - 1])
        reportError(
          context,
          `${address}.${side}.${grade}`,
          `Grade ${grade + 1} is worse than grade ${grade}, but its correction is smaller.`,
          "The correction of a worse grade is the same or larger. The first entry is for grade 1, the best.",
        );
  return { name: "", source: "the scenario's own", isVerified: true, ...own, combine };
};

const readShare = (written: number | string, address: string, context: ScenarioContext): number => {
  const share = shareIn(written) ?? Number.NaN;
  if (share >= 0 && share <= 1) return share;
  reportError(context, address, `A correction is a share, 0% to 100%; this is ${written}.`, "Write such as 15%.");
  return Number.NaN;
};
