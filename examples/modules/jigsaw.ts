import type { Scenario } from "who-saves";
import text from "../jigsaw/scenario.yaml";
import { read } from "./read.js";

/** A jigsaw with fewer pieces: what one map for six bodies saves, and may cost. */
export const jigsaw: Scenario = read(text);
