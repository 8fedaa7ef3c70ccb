import { type HorizonRow, horizons } from "../../../results/money/horizons.js";
import { firstCapital } from "../../../scenario/names.js";
import { inSentence, strategyNameIn } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";
import { numberWord, yearsText } from "../../words.js";

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
  // Which strategy is worth most, by how many years are counted. Years with one answer are one part of the sentence.
  finding: (rows, simulation) => {
    const spans: { readonly says: string; readonly from: number; to: number }[] = [];
    for (const years of new Set(rows.map((row) => row.years))) {
      const chosen = rows.filter((row) => row.years === years && row.chosen).map(({ strategy }) => strategy);
      const says = chosen.map((strategy) => inSentence(strategyNameIn(simulation, strategy))).join(" or ") || "nothing";
      const last = spans.at(-1);
      if (last?.says === says) last.to = years;
      else spans.push({ says, from: years, to: years });
    }
    const counting = ({ from, to }: (typeof spans)[number]): string =>
      from === to ? yearsText(from) : `${numberWord(from)} to ${yearsText(to)}`;
    const whole = rows.at(-1)?.years;
    const worth = rows
      .filter(({ years }) => years === whole)
      .map(({ strategy, net }) => `${inSentence(strategyNameIn(simulation, strategy))} ${roundedPounds(net)}`);
    const best = spans.map((span) => `counting ${counting(span)}, ${span.says}`).join("; ");
    return [`${firstCapital(`worth most: ${best}`)}.`, `Over ${yearsText(whole ?? 0)}: ${worth.join(", ")}.`];
  },
  net: { of: "the answer" },
  rows: horizons,
});
