import type { Scenario } from "who-saves";
import text from "../gritting/durham.yaml";
import winters from "../gritting/hadcet-weekly.csv";
import { read } from "./read.js";

/** The same on a county's scale: £500,000 a year (Durham, 2009 to 2011). */
export const durham: Scenario = read(text, { "hadcet-weekly.csv": winters });
