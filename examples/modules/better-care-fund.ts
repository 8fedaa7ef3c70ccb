import type { Scenario } from "who-saves";
import text from "../better-care-fund/scenario.yaml";
import { read } from "./read.js";

/** The Better Care Fund of 2015/16, as planned and as it went: two rises where two falls were promised. */
export const betterCareFund: Scenario = read(text);
