import type { Scenario } from "who-saves";
import text from "../two-governments/scenario.yaml";
import { read } from "./read.js";

/** A budget for each service, or one for the place: which of three schemes happens. */
export const twoGovernments: Scenario = read(text);
