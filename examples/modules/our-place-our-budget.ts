import type { Scenario } from "who-saves";
import text from "../our-place-our-budget/scenario.yaml";
import { read } from "./read.js";

/**
 * Eight agencies, three interventions, one purse or eight: what happens under which regime; every figure a placeholder.
 */
export const ourPlaceOurBudget: Scenario = read(text);
