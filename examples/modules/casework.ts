import type { Scenario } from "who-saves";
import text from "../casework/scenario.yaml";
import { read } from "./read.js";

/** Relational casework in Stoke-on-Trent: one count before and after, read in three ways. */
export const casework: Scenario = read(text);
