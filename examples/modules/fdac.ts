import type { Scenario } from "who-saves";
import text from "../fdac/scenario.yaml";
import { read } from "./read.js";

/** The London Family Drug and Alcohol Court: one pays, four save, over five years. */
export const fdac: Scenario = read(text);
