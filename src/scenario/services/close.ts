import * as z from "zod";
import type { Quantity } from "../../quantity/expression.js";
import { wordForm } from "../../quantity/forms.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { sortedEntries } from "../names.js";
import { readCapacityPart } from "./capacity.js";

const closePattern = /^\s*\d+(?:\.\d+)?\s+(spare\s+)?(place|contact)s?\s*$/;

/** The services of which an effect shuts a part, and the most that it shuts. */
export const closeForm = z.record(
  nameForm,
  wordForm.meta({ pattern: closePattern.source, examples: ["15 places", "20 contacts", "15 spare places"] }),
);

/** The part of a service that an intervention may shut. */
export interface Close {
  readonly address: string;
  readonly service: string;
  /** The most that is shut, in the unit of the capacity. */
  readonly most: Quantity;
  /** True for what stands empty, with or without the strategy; else only what the strategy empties is shut. */
  readonly isSpare: boolean;
  /** The effect that shuts steps of several services together, by its address; null if the service is shut alone. */
  readonly together: string | null;
}

/** Reads the parts of services that an effect shuts; `isTogether` if it counts their steps together. */
export const readCloses = (
  form: z.output<typeof closeForm>,
  address: string,
  isTogether: boolean,
  context: ScenarioContext,
): readonly Close[] =>
  sortedEntries(form).flatMap(([service, text]) => {
    const own = `${address}.close.${service}`;
    const known = checkName(context, own, "service", service, context.services, "key");
    const isSpare = closePattern.exec(text)?.[1] !== undefined;
    const most = readCapacityPart(isSpare ? text.replace("spare", "") : text, own, context);
    return known && most
      ? [{ address: own, service, most: { ...most, written: text }, isSpare, together: isTogether ? address : null }]
      : [];
  });
