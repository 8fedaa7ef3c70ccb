import type { Scenario } from "who-saves";
import text from "../transformation-fund/scenario.yaml";
import { read } from "./read.js";

/** £41m for £108m: given, lent, or paid for by outcomes; what comes back, and to whom. */
export const transformationFund: Scenario = read(text);
