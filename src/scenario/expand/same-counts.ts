import type * as z from "zod";
import { type Expression, mapExpression } from "../../quantity/expression.js";
import { provenanceOf } from "../../quantity/read.js";
import { changeIn } from "../interventions/count.js";
import type { interventionForm } from "../interventions/intervention.js";
import { sortedEntries } from "../names.js";
import { mapQuantities } from "../quantities.js";
import type { Scenario } from "../scenario.js";

/**
 * Sugar: one count that is written in several effects is drawn once, by its first address.
 * Counts are one if they have the same service, people, length of time, source and number.
 * So several effects from one study share its luck.
 */
export const withSameCounts = (
  scenario: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
): Scenario => {
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  for (const { address, identity } of countsIn(scenario, forms)) {
    same.set(address, first.get(identity) ?? address);
    first.set(identity, first.get(identity) ?? address);
  }
  if (first.size === same.size) return scenario;
  return mapQuantities(scenario, (quantity) => ({ ...quantity, expression: renamed(quantity.expression, same) }));
};

/** Every measured count: the address of its draw, and the facts that distinguish it from another count, as one text. */
const countsIn = (
  { interventions }: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
): readonly { readonly address: string; readonly identity: string }[] =>
  sortedEntries(forms).flatMap(([name, form]) =>
    sortedEntries(form.effects).flatMap(([key, effect]) => {
      if (!("measured" in effect)) return [];
      const { measured, counts } = effect;
      const { source } = provenanceOf(measured, provenanceOf(effect, provenanceOf(form)));
      if (source === undefined) return [];
      const cohort = interventions[name].reach?.cohort;
      const { per, every, comparison, spread } = measured;
      const groups = [["", counts] as const, [".comparison", comparison === "none" ? {} : comparison] as const];
      return groups.flatMap(([group, changes]) =>
        sortedEntries(changes).flatMap(([service, text]) =>
          (["before", "after"] as const).map((when) => ({
            address: `interventions.${name}.effects.${key}.counts.${service}${group}.${when}`,
            identity: JSON.stringify([
              service,
              group,
              when,
              changeIn(text, spread)?.[when],
              per,
              every,
              measured.cohort ?? cohort,
              source,
            ]),
          })),
        ),
      );
    }),
  );

/** The expression with every range drawn at the address of its first count. */
const renamed = (expression: Expression, same: ReadonlyMap<string, string>): Expression =>
  mapExpression(expression, (part) =>
    typeof part === "object" && part.kind === "range"
      ? { ...part, address: same.get(part.address) ?? part.address }
      : part,
  );
