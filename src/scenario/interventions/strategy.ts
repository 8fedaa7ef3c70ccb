import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { checkName, type ScenarioContext } from "../context.js";
import { fullNameForm, labelForm } from "../name-forms.js";
import { nameOfKey, withoutName } from "../names.js";

const listForm = z.array(labelForm).min(1).describe("The interventions, in the order in which they take people in.");

/** A named set of interventions. */
export const strategyForm = z
  .union([
    listForm,
    strictObject({
      of: listForm,
      name: fullNameForm.optional(),
      reading: z
        .boolean()
        .describe("True: a claim, a plan or a count that is shown, but is no option and is never ranked.")
        .optional(),
      overlap: z
        .enum(["multiply", "strongest"])
        .describe("How cuts of the same thing combine: they multiply (the default), or only the strongest counts.")
        .optional(),
    }).describe("Interventions, the name of the set, and how their cuts of the same thing combine."),
  ])
  .describe("[one intervention, another], or { of: [one, another], name: Both at once }.");

/** A named set of interventions, and how their cuts of the same thing combine. */
export interface Strategy {
  /** Its name for readers: as stated, or that of its only intervention, or the words of its key. */
  readonly name: string;
  /** True for a claim, a plan or a count: it is shown, but it is no option, and is never ranked. */
  readonly reading: boolean;
  readonly of: readonly string[];
  readonly overlap: "multiply" | "strongest";
}

/** Business as usual, which every scenario has. */
export const without: Strategy = { name: "Business as usual", reading: false, of: [], overlap: "multiply" };

/**
 * Reads the strategies, in the order of the file.
 * By default each intervention is a strategy, and all of them together are another.
 */
export const readStrategies = (
  stated: Readonly<Record<string, z.output<typeof strategyForm>>> | undefined,
  interventions: readonly string[],
  described: Readonly<Record<string, { readonly name?: string | undefined }>>,
  context: ScenarioContext,
): Readonly<Record<string, Strategy>> => {
  if (stated === undefined) checkDefaults(interventions, context);
  else if (Object.hasOwn(stated, withoutName))
    reportError(context, `strategies.${withoutName}`, takenName(withoutName), "Give the strategy another name.", "key");
  const forms = stated ?? defaultStrategies(interventions);
  const strategies = Object.entries(forms).map(([key, form]): readonly [string, Strategy] => {
    const list = Array.isArray(form) ? `strategies.${key}` : `strategies.${key}.of`;
    const { of: named, name, reading = false, overlap = "multiply" } = Array.isArray(form) ? { of: form } : form;
    const of = [...new Set(named)].filter((intervention) =>
      checkName(context, `${list}.${named.indexOf(intervention)}`, "intervention", intervention, interventions),
    );
    const only =
      of.length === 1 && Object.hasOwn(described, of[0]) ? (described[of[0]].name ?? nameOfKey(of[0])) : undefined;
    return [key, { name: name ?? only ?? nameOfKey(key), reading, of, overlap }];
  });
  const used = new Set(strategies.flatMap(([, { of }]) => of));
  for (const intervention of interventions)
    if (!used.has(intervention))
      reportWarning(
        context,
        `interventions.${intervention}`,
        `${intervention} is in no strategy, so none of its effects or costs count.`,
        "Name it in strategies, or leave strategies out to try each intervention and all of them.",
      );
  return Object.fromEntries(strategies);
};

const takenName = (name: string): string =>
  `${name} is the name of ${name === withoutName ? "business as usual" : "all interventions together"}.`;

const checkDefaults = (interventions: readonly string[], context: ScenarioContext): void => {
  for (const name of interventions.filter(
    (name) => name === withoutName || (name === "all" && interventions.length > 1),
  ))
    reportError(
      context,
      `interventions.${name}`,
      takenName(name),
      "Give the intervention another name, or name the strategies.",
      "key",
    );
};

const defaultStrategies = (
  interventions: readonly string[],
): Readonly<Record<string, z.output<typeof strategyForm>>> => ({
  ...Object.fromEntries(interventions.map((name) => [name, [name]])),
  ...(interventions.length > 1 ? { all: { of: [...interventions], name: "All together" } } : {}),
});
