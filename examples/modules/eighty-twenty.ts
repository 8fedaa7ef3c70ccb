import type { Scenario } from "who-saves";
import text from "../eighty-twenty/scenario.yaml";
import { read } from "./read.js";

/** The few who make half of the cost: whom to take, by need, by last year's list or anyone. */
export const eightyTwenty: Scenario = read(text);
