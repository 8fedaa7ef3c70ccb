import type { Scenario } from "who-saves";
import text from "../partnership/scenario.yaml";
import { read } from "./read.js";

/** What a stronger partnership is worth: a score, the hand-overs that are dropped, and a team that bodies share. */
export const partnership: Scenario = read(text);
