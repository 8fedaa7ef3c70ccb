import type { Scenario } from "who-saves";
import text from "../failure-demand/scenario.yaml";
import { read } from "./read.js";

/** Work that work makes: contacts that come back or are sent on, at three desks, and what each loop costs. */
export const failureDemand: Scenario = read(text);
