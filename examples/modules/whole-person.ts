import type { Scenario } from "who-saves";
import text from "../whole-person/scenario.yaml";
import { read } from "./read.js";

/** The whole person, or the presenting need: one caseworker, three teams, or teams that turn away. */
export const wholePerson: Scenario = read(text);
