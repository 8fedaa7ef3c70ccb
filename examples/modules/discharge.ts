import type { Scenario } from "who-saves";
import text from "../discharge/scenario.yaml";
import { read } from "./read.js";

/** Leaving hospital: freed beds left empty, shut with their ward, or filled by those who wait. */
export const discharge: Scenario = read(text);
