import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { publicValue } from "../../results/public-value.js";
import { type ValueForMoneyRow, valueForMoney } from "../../results/value-for-money.js";
import { pluralOf } from "../../scenario/people/cohort.js";
import { count, roundedPounds } from "../numbers.js";
import { type NamedStrategy, widestOf } from "./several-strategies.js";
import { capital, inSentence, runs } from "./words.js";

const most = 2;

/** What a strategy does beside the money of budgets: outcomes and what one costs, and value that no budget shows. */
export const outcomeSentences = (simulation: Simulation, strategy: NamedStrategy): readonly string[] => {
  const { level } = widestOf(strategy);
  const rows = valueForMoney(simulation).filter((row) => row.strategy === strategy.key && row.level === level);
  const sentences = rows.slice(0, most).map((row) => {
    const isShared = rows.filter(({ unit }) => unit === row.unit).length > 1;
    return `${capital(gained(row, isShared))}.`;
  });
  const others = rows.slice(most).map(({ outcome }) => outcome);
  return [
    ...sentences,
    ...(others.length === 0 ? [] : [`Further outcomes: --show outcomes has ${listed(others)}.`]),
    ...socialSentence(simulation, strategy),
  ];
};

/** A gain as a clause. If several outcomes share a unit, it names the outcome: `2 QALYs (carers)`. */
const gained = (row: ValueForMoneyRow, isShared: boolean): string => {
  const things = pluralOf(row.unit) + (isShared ? ` (${row.outcome})` : "");
  if (Math.abs(row.gain) < 0.0005) return `no ${things} would be gained or lost`;
  const [low, high] = row.gain < 0 ? [-row.gainP95, -row.gainP5] : [row.gainP5, row.gainP95];
  const range = count(low) === count(high) ? "" : ` (${count(low)} to ${count(high)})`;
  const verb = row.gain < 0 ? "lost" : "gained";
  return `${count(Math.abs(row.gain))} ${things} would be ${verb}${range}, ${priced(row)}`;
};

const priced = ({ net, gain, name, betterForLess }: ValueForMoneyRow): string => {
  const subject = inSentence(name);
  const each = roundedPounds(Math.abs(net / gain));
  if (gain < 0) return net < 0 ? `and ${subject} would lose cash, too` : `saving ${subject} ${each} of cash for each`;
  if (net < -0.5) return `at ${each} of cash each to ${subject}`;
  if (net < 0.5) return `at no cost to ${subject}`;
  const often = betterForLess === null ? "" : ` in ${runs(betterForLess)}`;
  return `with cash left over: better outcomes at less cost${often}`;
};

/** Who gains or loses something that has a price and is on no budget, if it weighs against the money. */
const socialSentence = (simulation: Simulation, strategy: NamedStrategy): readonly string[] => {
  const { pays } = widestOf(strategy);
  const parties = publicValue(simulation)
    .filter(({ strategy: key, agency, social }) => key === strategy.key && agency !== "" && Math.abs(social) >= 0.5)
    .filter(({ social }) => Math.abs(social) >= 0.01 * pays)
    .slice(0, most);
  if (parties.length === 0) return [];
  const clauses = parties.map(
    ({ name, social }) =>
      `${inSentence(name)} would ${social > 0 ? "gain" : "lose"} ${roundedPounds(Math.abs(social))}`,
  );
  return [`Beside the budgets, ${listed(clauses)} in time or well-being that no budget shows.`];
};
