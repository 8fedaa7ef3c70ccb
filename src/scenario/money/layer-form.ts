import * as z from "zod";
import { reportError } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import { type Layer, layers } from "./layer.js";

/** The layer of a service, or of money saved or lost. */
export const layerForm = z
  .enum(layers)
  .describe("fiscal (of a budget; the default), economic, social, or transfer: fiscal money that only changes hands.")
  .optional();

/** Reports a share of cash on money that is in no budget. */
export const checkCash = (
  layer: Layer,
  { cashable, split }: { readonly cashable?: unknown; readonly split?: unknown },
  address: string,
  context: ScenarioContext,
): void => {
  if (layer === "fiscal") return;
  const key = cashable === undefined ? (split === undefined ? undefined : "split") : "cashable";
  if (key !== undefined)
    reportError(
      context,
      `${address}.${key}`,
      `Money of the ${layer} layer is in no budget, so none of it is cash.`,
      `Leave ${key} out, or write it as fiscal.`,
      "key",
    );
};
