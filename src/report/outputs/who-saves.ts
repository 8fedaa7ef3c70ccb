import { type WhoSavesRow, whoSaves } from "../../results/who-saves.js";
import { namedStrategies, whoSavesFinding } from "../finding/who-saves.js";
import { output } from "../output.js";

export const whoSavesOutput = output<WhoSavesRow>({
  title: "Who pays, who saves",
  answers: "What each agency pays and saves over all years, in present value, and how sure that is.",
  finding: (rows, simulation) => whoSavesFinding(simulation, namedStrategies(simulation, rows)),
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", 12],
    agency: ["agency", "text", 13],
    name: ["who", "text"],
    pays: ["pays", "pounds"],
    paysUndiscounted: ["pays, undiscounted", "pounds", 11],
    avoided: ["avoided", "pounds"],
    cash: ["cash", "pounds"],
    freed: ["freed", "pounds", 0.7],
    backfilled: ["backfilled", "pounds", 5],
    idle: ["idle", "pounds", 7],
    cheaper: ["cheaper", "pounds", 3],
    transfers: ["transfers", "pounds", 1],
    net: ["net", "pounds"],
    netP5: ["net 5th", "pounds", 1],
    netP95: ["net 95th", "pounds", 1],
    netError: ["error of net", "pounds", 8.5],
    optimismBias: ["optimism bias", "pounds", 0.9],
    netAvoided: ["net avoided", "pounds", 6],
    netCentral: ["central net", "pounds", 8],
    chance: ["chance", "share"],
    paybackYear: ["payback year", "year", 4],
    neverPaysBack: ["never pays back", "share", 9],
    makeWhole: ["makes it whole", "pounds", 10],
    upperBound: ["upper bound", "mark", 14],
  },
  rows: whoSaves,
  after: (_, { scenario }) =>
    scenario.money.optimismBias === null
      ? []
      : ["Optimism bias is in the net and what follows from it. Pays, avoided, cash and freed are before it."],
});
