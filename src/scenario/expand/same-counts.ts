import type * as z from "zod";
import { type Expression, mapExpression } from "../../quantity/expression.js";
import { provenanceOf } from "../../quantity/read.js";
import type { interventionForm } from "../interventions/intervention.js";
import { changeIn } from "../interventions/measured.js";
import { sortedEntries } from "../names.js";
import { mapQuantities } from "../quantities.js";
import type { Scenario } from "../scenario.js";

/**
 * Sugar: one count that is written in several effects (of the same service and people, over as long, from the same source, as many) is drawn once, by
 * the address where it stands first; so that several readings of one study differ by what is read out of it, and by no luck.
 */
export const withSameCounts = (
  scenario: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
): Scenario => {
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  for (const { address, told } of countsIn(scenario, forms)) {
    same.set(address, first.get(told) ?? address);
    first.set(told, first.get(told) ?? address);
  }
  if (first.size === same.size) return scenario;
  return mapQuantities(scenario, (quantity) => ({ ...quantity, expression: renamed(quantity.expression, same) }));
};

/** Every count of what was measured: the address of its draw, and all that tells it from another. */
const countsIn = (
  { interventions }: Scenario,
  forms: Readonly<Record<string, z.output<typeof interventionForm>>>,
): readonly { readonly address: string; readonly told: string }[] =>
  sortedEntries(forms).flatMap(([name, form]) =>
    sortedEntries(form.effects).flatMap(([key, effect]) => {
      const { measured, counts } = effect;
      if (measured === undefined) return [];
      const { source } = provenanceOf(measured, provenanceOf(effect, provenanceOf(form)));
      if (source === undefined) return [];
      const cohort = interventions[name].reach?.cohort;
      const { per, every, comparison } = measured;
      const groups = [["", counts] as const, [".comparison", comparison === "none" ? {} : comparison] as const];
      return groups.flatMap(([group, changes]) =>
        sortedEntries(changes).flatMap(([service, text]) =>
          (["before", "after"] as const).map((when) => ({
            address: `interventions.${name}.effects.${key}.counts.${service}${group}.${when}`,
            told: JSON.stringify([
              service,
              group,
              when,
              changeIn(text)?.[when],
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
