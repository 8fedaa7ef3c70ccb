import { type WhoSavesRow, whoSaves } from "../../../results/money/who-saves.js";
import { namedStrategies, whoSavesFinding } from "../../finding/who-saves.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const whoSavesOutput = output<WhoSavesRow>({
  title: "Who pays, who saves",
  answers: "What each agency pays and saves over all years, in present value, and how sure that is.",
  finding: (rows, simulation) => whoSavesFinding(simulation, namedStrategies(simulation, rows)),
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["who", "text"],
    pays: ["pays", "pounds", 1.4],
    paysUndiscounted: ["pays, undiscounted", "pounds", 11],
    avoided: ["avoided", "pounds", 1.8],
    cash: ["cash", "pounds", 1.5],
    freed: ["freed", "pounds", 2],
    backfilled: ["backfilled", "pounds", 5],
    idle: ["idle", "pounds", 7],
    cheaper: ["cheaper", "pounds", 2.2],
    transfers: ["transfers", "pounds", 2.1],
    net: ["net", "pounds"],
    netP5: ["net 5th", "pounds", 1.1],
    netP95: ["net 95th", "pounds", 1.1],
    netError: ["error of net", "pounds", 8.5],
    optimismBias: ["optimism bias", "pounds", 1.3],
    netAvoided: ["net avoided", "pounds", 6],
    netCentral: ["central net", "pounds", 8],
    chance: ["chance", "share", 1.2],
    paybackYear: ["payback year", "year", 4],
    neverPaysBack: ["never pays back", "share", 9],
    makeWhole: ["makes it whole", "pounds", 10],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  rows: whoSaves,
  after: (_, { scenario }) =>
    scenario.money.optimismBias === null
      ? []
      : ["Optimism bias is in the net and what follows from it. Pays, avoided, cash and freed are before it."],
});
