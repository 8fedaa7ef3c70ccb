import type { Scenario } from "who-saves";
import text from "../whole-place/scenario.yaml";
import { read } from "./read.js";

/** The whole place: eight bodies, six schemes that help and hinder each other, and three funding rules. */
export const wholePlace: Scenario = read(text);
