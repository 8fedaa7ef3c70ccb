import type { Scenario } from "who-saves";
import text from "../payment-rules/scenario.yaml";
import { read } from "./read.js";

/** Five payment rules of England, and what they paid. */
export const paymentRules: Scenario = read(text);
