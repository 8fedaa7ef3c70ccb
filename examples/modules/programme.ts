import type { Scenario } from "who-saves";
import text from "../programme/scenario.yaml";
import { read } from "./read.js";

/** A programme of five years or a standing unit of ten, for the same money. */
export const programme: Scenario = read(text);
