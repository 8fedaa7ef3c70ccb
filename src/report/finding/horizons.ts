import type { Simulation } from "../../engine/simulate.js";
import type { HorizonRow } from "../../results/horizons.js";
import { roundedPounds } from "../numbers.js";
import { numberWord, yearsText } from "../words.js";
import { capital, inSentence, strategyNameIn } from "./words.js";

/** Which strategy is worth most, by how many years are counted. Years with one answer are one part of the sentence. */
export const horizonsFinding = (rows: readonly HorizonRow[], simulation: Simulation): readonly string[] => {
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
  return [`${capital(`worth most: ${best}`)}.`, `Over ${yearsText(whole ?? 0)}: ${worth.join(", ")}.`];
};
