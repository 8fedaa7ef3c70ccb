import type { Scenario } from "who-saves";
import text from "../hiv/scenario.yaml";
import { read } from "./read.js";

/** Two drugs for HIV in place of one (Chancellor and others 1997): what a year of life costs. */
export const hiv: Scenario = read(text);
