import type { Scenario } from "who-saves";
import text from "../hearts-and-heads/scenario.yaml";
import { read } from "./read.js";

/** Change the system, the work, or both: how large the extra effect of both must be. */
export const heartsAndHeads: Scenario = read(text);
