import { readFileSync } from "node:fs";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { readScenario } from "../../src/scenario/read.js";
import type { Settings } from "../../src/scenario/scenario.js";
import { scenarioIn } from "../support/read.js";

/** Reads a file of this folder. Each begins with what its author meant, and what is right. */
export const readMeant = (name: string, set: Settings = {}) =>
  readScenario(readFileSync(`test/meant/${name}.yaml`, "utf8"), { file: `${name}.yaml`, set });

/** Runs a file of this folder. */
export const meant = (name: string, set: Settings = {}, draws = 256, regime?: string) =>
  simulate(scenarioIn(readMeant(name, set)), { draws, ...(regime !== undefined && { regime }) });
