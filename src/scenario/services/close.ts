import * as z from "zod";
import type { Quantity } from "../../quantity/expression.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm, sortedEntries } from "../names.js";
import { readCapacityPart, sizeForm } from "./capacity.js";

/** The services of which an effect shuts a part, and the most that it shuts. */
export const closeForm = z.record(nameForm, sizeForm);

/** The part of a service that an intervention may shut. */
export interface Close {
  readonly address: string;
  readonly service: string;
  /** The most that is shut, in the unit of the capacity. */
  readonly most: Quantity;
}

/** Reads the parts of services that an effect shuts. */
export const readCloses = (
  form: z.output<typeof closeForm>,
  address: string,
  context: ScenarioContext,
): readonly Close[] =>
  sortedEntries(form).flatMap(([service, text]) => {
    const own = `${address}.${service}`;
    const known = checkName(context, own, "service", service, context.services, "key");
    const most = readCapacityPart(text, own, context);
    return known && most ? [{ address: own, service, most }] : [];
  });
