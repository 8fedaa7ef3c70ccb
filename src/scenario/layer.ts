import * as z from "zod";
import { reportError } from "../quantity/context.js";
import type { ScenarioReading } from "./reading.js";

/** What money can be: of public budgets; of the economy; of people's lives; or moved from one to another, with nothing gained. */
export const layers = ["fiscal", "economic", "social", "transfer"] as const;

/** What money is. The financial case counts fiscal money alone; public value is fiscal, economic and social, less what is only transferred. */
export type Layer = (typeof layers)[number];

/** The layer of a service, or of money saved or lost. */
export const layerForm = z
  .enum(layers)
  .describe("fiscal (a budget's; unless said), economic, social, or transfer: what fiscal money only moves.")
  .optional();

/** Reports a share of cash where the money is no budget's. */
export const checkCash = (
  layer: Layer,
  { cashable, split }: { readonly cashable?: unknown; readonly split?: unknown },
  address: string,
  reading: ScenarioReading,
): void => {
  if (layer === "fiscal") return;
  const said = cashable === undefined ? (split === undefined ? undefined : "split") : "cashable";
  if (said !== undefined)
    reportError(
      reading,
      `${address}.${said}`,
      `Money of the ${layer} layer is in no budget, so none of it is cash.`,
      `Leave ${said} out, or write it as fiscal.`,
      "key",
    );
};
