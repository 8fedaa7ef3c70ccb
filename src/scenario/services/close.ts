import * as z from "zod";
import type { Quantity } from "../../quantity/expression.js";
import { nameForm, sortedEntries } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import { readCapacityPart, sizeForm } from "./capacity.js";

/** The services an effect shuts a part of, and at most how much. */
export const closeForm = z.record(nameForm, sizeForm);

/** A part of a service that may be shut: at most so much of its capacity. */
export interface Close {
  readonly address: string;
  readonly service: string;
  readonly most: Quantity;
}

/** Reads what an effect shuts; nothing, where it is no such effect. */
export const readCloses = (
  form: z.output<typeof closeForm> | undefined,
  address: string,
  reading: ScenarioReading,
): readonly Close[] =>
  sortedEntries(form).flatMap(([service, text]) => {
    const own = `${address}.${service}`;
    const known = checkName(reading, own, "service", service, reading.services, "key");
    const most = readCapacityPart(text, own, reading);
    return known && most ? [{ address: own, service, most }] : [];
  });
