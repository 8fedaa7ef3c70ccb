import type { Scenario } from "who-saves";
import text from "../neighbours-first/scenario.yaml";
import { read } from "./read.js";

/** Neighbours first: what a place saves, and what falls on families. */
export const neighboursFirst: Scenario = read(text);
