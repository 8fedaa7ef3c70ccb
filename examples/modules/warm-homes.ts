import type { Scenario } from "who-saves";
import text from "../warm-homes/scenario.yaml";
import { read } from "./read.js";

/** Warm Homes Oldham: three bodies put £200,000 together. */
export const warmHomes: Scenario = read(text);
