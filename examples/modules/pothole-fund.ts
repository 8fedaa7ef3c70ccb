import type { Scenario } from "who-saves";
import text from "../pothole-fund/scenario.yaml";
import { read } from "./read.js";

/** Money for roads alone, and only for a report, beside children in acute need: what the fence costs. */
export const potholeFund: Scenario = read(text);
