import type { Scenario } from "who-saves";
import text from "../honest-pilot/scenario.yaml";
import { read } from "./read.js";

/** An honest pilot: what seven pilots report, and what is true. */
export const honestPilot: Scenario = read(text);
