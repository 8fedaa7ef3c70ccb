import type { Scenario } from "who-saves";
import text from "../ninety-five/scenario.yaml";
import { read } from "./read.js";

/** If contacts fell by 95%: the claim beside the fall that was measured. */
export const ninetyFive: Scenario = read(text);
