import type { Scenario } from "who-saves";
import text from "../own-up/scenario.yaml";
import { read } from "./read.js";

/** A hospital that alone knows what it saves: what it pays to tell less, and under which rule. */
export const ownUp: Scenario = read(text);
