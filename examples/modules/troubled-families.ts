import type { Scenario } from "who-saves";
import text from "../troubled-families/scenario.yaml";
import { read } from "./read.js";

/** Troubled Families: as claimed, and beside similar families. */
export const troubledFamilies: Scenario = read(text);
