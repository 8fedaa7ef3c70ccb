import * as z from "zod";
import { reportError, reportWarning } from "../../quantity/context.js";
import { checkName, type ScenarioContext } from "../context.js";
import { labelForm, mapSorted, sortedEntries } from "../names.js";

const listForm = z.array(labelForm).min(1).describe("The interventions, in the order in which they take people in.");

/** A named set of interventions. */
export const strategyForm = z
  .union([
    listForm,
    z
      .strictObject({
        of: listForm,
        overlap: z
          .enum(["multiply", "strongest"])
          .describe("How cuts of the same thing combine: they multiply, or only the strongest counts."),
      })
      .describe("Interventions, and how their cuts of the same thing combine."),
  ])
  .describe("[one intervention, another], or { of: [one, another], overlap: strongest }.");

/** A named set of interventions, and how their cuts of the same thing combine. */
export interface Strategy {
  readonly of: readonly string[];
  readonly overlap: "multiply" | "strongest";
}

/** Business as usual, which every scenario has. */
export const without: Strategy = { of: [], overlap: "multiply" };

/** Reads the strategies. By default each intervention is a strategy, and all of them together are another. */
export const readStrategies = (
  forms: Readonly<Record<string, z.output<typeof strategyForm>>> | undefined,
  interventions: readonly string[],
  context: ScenarioContext,
): Readonly<Record<string, Strategy>> => {
  if (forms === undefined) {
    checkDefaults(interventions, context);
    return defaultStrategies(interventions);
  }
  if (Object.hasOwn(forms, withoutName))
    reportError(context, `strategies.${withoutName}`, takenName(withoutName), "Give the strategy another name.", "key");
  const strategies = mapSorted(forms, (form, name) => {
    const list = Array.isArray(form) ? `strategies.${name}` : `strategies.${name}.of`;
    const { of, overlap } = Array.isArray(form) ? { of: form, overlap: "multiply" as const } : form;
    return {
      of: [...new Set(of)].filter((intervention) =>
        checkName(context, `${list}.${of.indexOf(intervention)}`, "intervention", intervention, interventions),
      ),
      overlap,
    };
  });
  const used = new Set(sortedEntries(strategies).flatMap(([, { of }]) => of));
  for (const intervention of interventions)
    if (!used.has(intervention))
      reportWarning(
        context,
        `interventions.${intervention}`,
        `${intervention} is in no strategy, so none of its effects or costs count.`,
        "Name it in strategies, or leave strategies out to try each intervention and all of them.",
      );
  return strategies;
};

/** The name of business as usual as a strategy. */
export const withoutName = "without";

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

const defaultStrategies = (interventions: readonly string[]): Readonly<Record<string, Strategy>> => {
  const each = interventions.map((name) => [name, { of: [name], overlap: "multiply" as const }] as const);
  const all = interventions.length > 1 ? [["all", { of: interventions, overlap: "multiply" as const }] as const] : [];
  return mapSorted(Object.fromEntries([...each, ...all]), (strategy) => strategy);
};
