import type { Scenario } from "who-saves";
import text from "../prevention-or-cure/scenario.yaml";
import { read } from "./read.js";

/** Prevention or cure, for the same £1m, and what each further pound does. */
export const preventionOrCure: Scenario = read(text);
