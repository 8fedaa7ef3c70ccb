import type { Scenario } from "who-saves";
import text from "../blame/scenario.yaml";
import { read } from "./read.js";

/** Who takes the risk: how heavily a failed pound may weigh before nobody tries. */
export const blame: Scenario = read(text);
