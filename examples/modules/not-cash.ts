import type { Scenario } from "who-saves";
import text from "../not-cash/scenario.yaml";
import { read } from "./read.js";

/** Fires and lawyers' bills: the same saving, of which nothing is cash, and all. */
export const notCash: Scenario = read(text);
