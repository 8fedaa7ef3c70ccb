import type { Scenario } from "who-saves";
import text from "../quick-wins/scenario.yaml";
import { read } from "./read.js";

/** Quick wins and long timetables: which scheme is signed by how many years are counted. */
export const quickWins: Scenario = read(text);
