import type { Scenario } from "who-saves";
import text from "../commission-the-result/scenario.yaml";
import { read } from "./read.js";

/** Commission the result: half-measures lose, since a team is paid until it is closed. */
export const commissionTheResult: Scenario = read(text);
