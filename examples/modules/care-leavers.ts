import type { Scenario } from "who-saves";
import text from "../care-leavers/scenario.yaml";
import { read } from "./read.js";

/** Leaving care at eighteen: co-ordinators, or the same adviser for longer; councils pay, others save. */
export const careLeavers: Scenario = read(text);
