import type { Scenario } from "who-saves";
import winters from "../gritting/hadcet-weekly.csv";
import text from "../gritting/two-winters.yaml";
import { read } from "./read.js";

/** What the falls of two winters, which were counted, say about the curve behind them (England, 2007/08 and 2009/10). */
export const twoWinters: Scenario = read(text, { "hadcet-weekly.csv": winters });
