import type { Scenario } from "who-saves";
import text from "../into-work/scenario.yaml";
import { read } from "./read.js";

/**
 * Into work: the chain of a cost benefit model, small enough to redo by hand; its financial case and its public value.
 */
export const intoWork: Scenario = read(text);
