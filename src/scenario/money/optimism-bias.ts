import * as z from "zod";
import { percentage } from "../../base/number-text.js";
import { didYouMean } from "../../base/problem.js";
import { type OptimismBiasTable, optimismBias } from "../../data/optimism-bias.js";
import { reportError } from "../../quantity/context.js";
import { wordForm } from "../../quantity/forms.js";
import type { ScenarioReading } from "../reading.js";

const names = Object.keys(optimismBias).join(", ");

const sharesForm = z.array(z.union([z.number(), wordForm])).length(6);

const tableForm = z.union([
  wordForm.meta({ enum: Object.keys(optimismBias) }),
  z
    .strictObject({
      costs: sharesForm.describe("By what share costs are raised, by grade: six of them, grade 1 first."),
      benefits: sharesForm.describe("By what share benefits are cut, by grade: six of them, grade 1 first."),
    })
    .describe("A table of your own."),
]);

/** By how much costs are raised and benefits cut for the grade of their evidence. */
export const optimismBiasForm = z
  .union([
    tableForm,
    z
      .strictObject({
        table: tableForm.describe(`The name of a table (${names}), or one of your own.`),
        combine: z.enum(["worst", "mean"]).describe("Of several grades the worst counts (unless said), or their mean."),
      })
      .describe("A table, and how several grades are combined."),
  ])
  .describe(
    `By how much public value raises costs and cuts benefits for the grade of their evidence: a table (${names}), or one of your own; by nothing, unless said.`,
  );

/** A table of optimism bias, and how the grades of several numbers are combined. */
export interface OptimismBias extends Omit<OptimismBiasTable, "name"> {
  /** Empty where it is the scenario's own. */
  readonly name: string;
  readonly combine: "worst" | "mean";
}

const place = "money.optimismBias";

/** Reads optimism bias: the worst of several grades counts, unless said. */
export const readOptimismBias = (
  form: z.output<typeof optimismBiasForm>,
  reading: ScenarioReading,
): OptimismBias | null => {
  const combined = typeof form === "object" && "table" in form;
  const { table, combine } = combined ? form : { table: form, combine: "worst" as const };
  const address = combined ? `${place}.table` : place;
  if (typeof table === "string") {
    if (Object.hasOwn(optimismBias, table)) return { ...optimismBias[table as keyof typeof optimismBias], combine };
    const known = Object.keys(optimismBias);
    reportError(reading, address, `There is no table of optimism bias called ${table}. ${didYouMean(table, known)}`);
    return null;
  }
  const read = (side: "costs" | "benefits"): readonly number[] =>
    table[side].map((share, grade) => readShare(share, `${address}.${side}.${grade}`, reading));
  const own = { costs: read("costs"), benefits: read("benefits") };
  for (const side of ["costs", "benefits"] as const)
    for (const [grade, share] of own[side].entries())
      if (share < own[side][grade - 1])
        reportError(
          reading,
          `${address}.${side}.${grade}`,
          `Grade ${grade + 1} is worse than grade ${grade}, and corrected by less.`,
          "A worse grade is corrected by as much, or more: the first entry is that of grade 1, the best.",
        );
  return { name: "", source: "the scenario's own", isVerified: true, ...own, combine };
};

const readShare = (written: number | string, address: string, reading: ScenarioReading): number => {
  const share = typeof written === "number" ? written : (percentage(written) ?? Number.NaN);
  if (share >= 0 && share <= 1) return share;
  reportError(reading, address, `A correction is a share, 0% to 100%; this is ${written}.`, "Write such as 15%.");
  return Number.NaN;
};
