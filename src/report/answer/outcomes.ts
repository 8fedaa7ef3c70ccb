import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { type ValueForMoneyRow, valueForMoney } from "../../results/value-for-money.js";
import type { WhoSavesRow } from "../../results/who-saves.js";
import { pluralOf } from "../../scenario/people/cohort.js";
import { count, roundedPounds } from "../numbers.js";
import { clip } from "./clip.js";
import { capital, runs, subjects } from "./sentences.js";

const most = 2;

/** The outcomes of a strategy, and its cost to a level: one sentence per outcome, at most two. */
export const outcomeSentences = (
  simulation: Simulation,
  { strategy, level }: WhoSavesRow,
  uncertain: boolean,
): readonly string[] => {
  const rows = valueForMoney(simulation).filter((row) => row.strategy === strategy && row.level === level);
  const start = simulation.settings.strategies.length > 1 ? `With ${clip(strategy, 24)}, ` : "";
  const sentences = rows.slice(0, most).map((row) => {
    const isShared = rows.filter(({ unit }) => unit === row.unit).length > 1;
    const sentence = `${start}${gained(row, isShared, uncertain)}.`;
    return start === "" ? capital(sentence) : sentence;
  });
  const others = rows.slice(most).map(({ outcome }) => clip(outcome, 20));
  return others.length === 0 ? sentences : [...sentences, `Further outcomes: --show outcomes has ${listed(others)}.`];
};

/** A gain as a clause. If several outcomes share a unit, it names the outcome: `2 QALYs (carers)`. */
const gained = (row: ValueForMoneyRow, isShared: boolean, uncertain: boolean): string => {
  const things = clip(pluralOf(row.unit), 30) + (isShared ? ` (${clip(row.outcome, 20)})` : "");
  if (Math.abs(row.gain) < 0.0005) return `no ${things} would be gained or lost`;
  const [low, high] = row.gain < 0 ? [-row.gainP95, -row.gainP5] : [row.gainP5, row.gainP95];
  const range = uncertain ? ` (${count(low)} to ${count(high)})` : "";
  const verb = row.gain < 0 ? "lost" : "gained";
  return `${count(Math.abs(row.gain))} ${things} would be ${verb}${range}, ${priced(row, uncertain)}`;
};

const priced = ({ net, gain, level, betterForLess }: ValueForMoneyRow, uncertain: boolean): string => {
  const subject = subjects[level];
  const each = roundedPounds(Math.abs(net / gain));
  if (gain < 0) return net < 0 ? `and ${subject} would be worse off, too` : `saving ${subject} ${each} for each`;
  if (net < -0.5) return `at ${each} each to ${subject}`;
  if (net < 0.5) return `at no cost to ${subject}`;
  return `with ${subject} better off: better outcomes at less cost${uncertain ? ` in ${runs(betterForLess)}` : ""}`;
};
