import type { Scenario } from "who-saves";
import text from "../salami/scenario.yaml";
import { read } from "./read.js";

/** Salami slices or transformation: who is turned away as budgets fall. */
export const salami: Scenario = read(text);
