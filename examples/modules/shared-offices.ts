import type { Scenario } from "who-saves";
import text from "../shared-offices/scenario.yaml";
import { read } from "./read.js";

/** Five front doors, or one: the same empty desks, apart and together. */
export const sharedOffices: Scenario = read(text);
