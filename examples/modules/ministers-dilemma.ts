import type { Scenario } from "who-saves";
import text from "../ministers-dilemma/scenario.yaml";
import { read } from "./read.js";

/** One manager saves, one spends up, one overspends: ten years under each rule for the year's end. */
export const ministersDilemma: Scenario = read(text);
