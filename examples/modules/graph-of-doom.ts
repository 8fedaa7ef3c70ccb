import type { Scenario } from "who-saves";
import text from "../graph-of-doom/scenario.yaml";
import { read } from "./read.js";

/** The graph of doom: a falling budget, rising need, and the years that prevention buys; every figure a placeholder. */
export const graphOfDoom: Scenario = read(text);
