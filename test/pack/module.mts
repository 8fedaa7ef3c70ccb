import { simulate, whoSaves } from "who-saves";
import { gritting } from "who-saves/examples";
import { gritting as grittingAlone } from "who-saves/examples/gritting";
import { hiv } from "who-saves/examples/hiv";
import { checkRule, lawNamed, sampleRules } from "who-saves/laws";
import * as report from "who-saves/report";
import schema from "who-saves/scenario.schema.json" with { type: "json" };
import { serveRuns } from "who-saves/worker";

const rows: readonly object[] = whoSaves(simulate(gritting));
if (rows.length === 0 || Object.keys(report).length === 0 || !("properties" in schema)) throw new Error("empty");

if (typeof serveRuns !== "function") throw new Error("the worker serves nothing");

if (grittingAlone !== gritting || simulate(hiv, { draws: 1 }).settings.draws !== 1)
  throw new Error("two examples of one name");

const [row] = checkRule(sampleRules.share.silo, [lawNamed("share", "no-investor-loses")]);
if (row.result !== "fails") throw new Error("silo loses no investor");
