import type { Scenario } from "who-saves";
import text from "../gain-share/scenario.yaml";
import { read } from "./read.js";

/** The gritting deal of the first example in round pounds, under every rule by which its gain may be shared. */
export const gainShare: Scenario = read(text);
