import { answerLevelOf } from "../../results/answer-level.js";
import { type HorizonRow, horizons } from "../../results/horizons.js";
import { horizonsFinding } from "../finding/horizons.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { measureNote } from "../words.js";

export const horizonsOutput = output<HorizonRow>({
  title: "Horizons",
  answers: "What each strategy is worth to somebody who counts one, three, five or ten years, and where that turns.",
  takes: ["of", "figure"],
  columns: {
    years: ["years counted", "number"],
    strategy: ["strategy", "text", 0.5],
    of: ["net of", "text", 2],
    label: ["to the end of", "text", 4],
    net: ["net", "pounds"],
    netP5: ["5th", "pounds"],
    netP95: ["95th", "pounds"],
    chance: ["ahead in", "share"],
    chosen: ["chosen", "mark"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  finding: horizonsFinding,
  before: ({ figure = "net", of }, simulation) => [
    measureNote(figure, { of: of ?? answerLevelOf(simulation), run: "the mean of the draws" }, simulation.scenario),
  ],
  rows: horizons,
});
