import type { Scenario } from "who-saves";
import text from "../hip-replacement/scenario.yaml";
import { read } from "./read.js";

/** A dearer hip that lasts longer (Briggs and others 2006): two strategies to compare, by the QALY. */
export const hipReplacement: Scenario = read(text);
