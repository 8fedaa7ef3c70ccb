import type { Scenario } from "who-saves";
import text from "../place-count/scenario.yaml";
import { read } from "./read.js";

/** All public money in a place, by agency and theme, and who controls it (Birmingham, 2009). */
export const placeCount: Scenario = read(text);
