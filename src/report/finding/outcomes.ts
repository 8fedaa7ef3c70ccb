import { listed } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { socialSavings } from "../../results/money/public-value.js";
import { avertedContacts, backfilledContacts } from "../../results/people/contacts-changed.js";
import { outcomesIn } from "../../results/sums/compared.js";
import { agenciesAndBodies } from "../../results/sums/parties.js";
import { type ValueForMoneyRow, valueForMoney } from "../../results/uncertainty/value-for-money.js";
import { firstCapital } from "../../scenario/names.js";
import type { Unit } from "../../scenario/unit.js";
import { aboutCount, countText, roundedPounds, shortCount } from "../numbers.js";
import { type NamedStrategy, widestOf } from "./several-strategies.js";
import { gainOrLose } from "./standing.js";
import { inSentence, runs } from "./words.js";

const most = 2;

/** What strategies do beside the money of budgets: outcomes, people served in freed room, value on no budget. */
export const outcomeSentences = (
  simulation: Simulation,
  strategies: readonly NamedStrategy[],
  shown: NamedStrategy,
): readonly string[] => {
  const others = outcomesIn(simulation.scenario)
    .slice(most)
    .map(({ outcome }) => simulation.scenario.services[outcome].name);
  return [
    ...(strategies.length === 1 ? avertedSentence(simulation, shown) : []),
    ...pricedSentences(simulation, strategies, shown),
    ...(others.length === 0 ? [] : [`Further outcomes are in the output outcomes: ${listed(others)}.`]),
    ...servedSentence(simulation, strategies),
    ...socialSentence(simulation, shown),
  ];
};

/** What strategies do for outcomes, and what one more of each costs. */
export const pricedSentences = (
  simulation: Simulation,
  strategies: readonly NamedStrategy[],
  shown: NamedStrategy,
): readonly string[] => {
  const { level } = widestOf(shown);
  const rows = valueForMoney(simulation).filter((row) => row.level === level);
  const outcomes = [...new Set(rows.map(({ outcome }) => outcome))];
  return outcomes.slice(0, most).flatMap((outcome) => {
    const own = rows.filter((row) => row.outcome === outcome);
    const { unit, name } = simulation.scenario.services[outcome];
    const isShared = outcomes.some(
      (each) => each !== outcome && simulation.scenario.services[each].unit.one === unit.one,
    );
    const things: Unit = isShared
      ? { one: `${unit.one} (${name})`, many: unit.many && `${unit.many} (${name})` }
      : unit;
    return strategies.length === 1 ? gainSentence(own[0], things) : priceSentence(own, strategies, things);
  });
};

/** `931 more life years`, or `336 more: episode that ended well` where the plural is not known. Below 0: fewer. */
export const moreOf = (amount: number, unit: Unit): string => {
  const number = shortCount(Math.abs(amount));
  const things = wordAfter(number, unit);
  const more = `${number} ${amount <= -0.0005 ? "fewer" : "more"}`;
  return things === null ? `${more}: ${unit.one}` : `${more} ${things}`;
};

/** The word for things after their number: one `review`, several `reviews`. Null if the plural is not known. */
const wordAfter = (number: string, { one, many }: Unit): string | null => (number === "1" ? one : many);

/** What one strategy gains or loses, and what one costs. */
const gainSentence = (row: ValueForMoneyRow, unit: Unit): readonly string[] => {
  const { gain, upperBound } = row;
  if (Math.abs(gain) < 0.0005) return [];
  return upperBound
    ? [`${gain < 0 ? "At least" : "At most"} ${moreOf(gain, unit)}, at best ${priced(row)}.`]
    : [`${moreOf(gain, unit)}${gainRange(row)}, ${priced(row)}.`];
};

/** The range of a gain in brackets, or nothing. */
export const gainRange = ({ gain, gainP5, gainP95 }: Pick<ValueForMoneyRow, "gain" | "gainP5" | "gainP95">): string => {
  const [low, high] = gain < 0 ? [-gainP95, -gainP5] : [gainP5, gainP95];
  return countText(low) === countText(high) ? "" : ` (${shortCount(low)} to ${shortCount(high)})`;
};

const priced = ({ net, gain, name, betterForLess }: ValueForMoneyRow): string => {
  const subject = inSentence(name);
  const each = roundedPounds(Math.abs(net / gain));
  if (gain < 0) return net < 0 ? `and ${subject} would lose cash, too` : `saving ${subject} ${each} of cash for each`;
  if (net < -0.5) return `at ${each} of cash each`;
  if (net < 0.5) return "at no cost";
  const often = betterForLess === null ? "" : ` in ${runs(betterForLess)}`;
  return `with cash left over: better outcomes at less cost${often}`;
};

/** What one more outcome costs under each strategy that gives more, the cheapest first: of cash, and at full cost. */
const priceSentence = (
  rows: readonly ValueForMoneyRow[],
  strategies: readonly NamedStrategy[],
  { one }: Unit,
): readonly string[] => {
  const prices = strategies
    .filter(({ isReading }) => !isReading)
    .flatMap((strategy) => {
      const gain = rows.find((row) => row.strategy === strategy.key)?.gain ?? 0;
      const { net, netAvoided } = widestOf(strategy);
      const name = widestOf(strategy).upperBound ? `${strategy.name} at best` : strategy.name;
      return gain < 0.0005 || net > -0.5 ? [] : [{ name, cash: -net / gain, full: -netAvoided / gain }];
    })
    .sort((a, b) => a.cash - b.cash)
    .slice(0, 3);
  if (prices.length === 0) return [];
  const isFull = prices.some(({ cash, full }) => Math.abs(cash - full) > 0.01 * cash);
  const texts = prices.map(({ name, cash, full }, at) => {
    const [ofCash, ifCash] = at === 0 ? [" of cash", " if what is freed were cash"] : ["", ""];
    const inFull = isFull ? ` (${full > 0 ? roundedPounds(full) : "nothing"}${ifCash})` : "";
    return `${roundedPounds(cash)}${ofCash}${inFull} with ${name}`;
  });
  return [`One ${one} costs ${listed(texts)}.`];
};

/** A unit of time, which needs the name of its service: week, bed-day. */
const ofTime = /(?:hour|day|night|week|month|year)$/;

/** The contacts averted over all years, at the two services at which that avoids most pounds. */
const avertedSentence = (simulation: Simulation, shown: NamedStrategy): readonly string[] => {
  const atMost = widestOf(shown).upperBound ? "at most " : "";
  const { services } = simulation.scenario;
  const rows = avertedContacts(simulation)
    .filter(({ strategy, contacts, avoided }) => strategy === shown.key && contacts >= 0.05 && avoided >= 0.5)
    .slice(0, most);
  const isShared = new Set(rows.map(({ service }) => services[service].unit.one)).size < rows.length;
  const averted = rows.map(({ service, contacts }) => {
    const { name, unit } = services[service];
    if (unit.many === null || ofTime.test(unit.one))
      return `${aboutCount(contacts)} ${unit.many ?? "contacts"} of ${name}`;
    return `${aboutCount(contacts)} ${wordAfter(aboutCount(contacts), unit)}${isShared ? ` (${name})` : ""}`;
  });
  return averted.length === 0 ? [] : [`${firstCapital(atMost + listed(averted))} would be averted.`];
};

/** How many others are served in the room that strategies free, a year. */
const servedSentence = (simulation: Simulation, strategies: readonly NamedStrategy[]): readonly string[] => {
  const served = backfilledContacts(simulation)
    .filter(({ contactsPerYear, strategy }) => contactsPerYear >= 0.5 && strategies.some(({ key }) => key === strategy))
    .sort((a, b) => b.contactsPerYear - a.contactsPerYear);
  if (served.length === 0) return [];
  const [{ service }] = served;
  const { unit } = simulation.scenario.services[service];
  const clauses = served
    .filter((row) => row.service === service)
    .slice(0, 3)
    .map(({ strategy, contactsPerYear }, at) => {
      const amount = at === 0 ? moreOf(Number(contactsPerYear.toPrecision(3)), unit) : aboutCount(contactsPerYear);
      return strategies.length === 1 ? amount : `${amount} with ${simulation.scenario.strategies[strategy].name}`;
    });
  return [`In the room that is freed others are served: ${listed(clauses)} a year.`];
};

/** Who gains or loses something that has a price and is on no budget, if it weighs against the money. */
const socialSentence = (simulation: Simulation, strategy: NamedStrategy): readonly string[] => {
  const { pays } = widestOf(strategy);
  const savings = socialSavings(simulation, strategy.key);
  const parties = agenciesAndBodies(simulation.scenario)
    .filter(({ level }) => level === "agency")
    .map(({ agency, name }) => ({ name, social: savings[agency] }))
    .filter(({ social }) => Math.abs(social) >= Math.max(0.5, 0.01 * pays))
    .slice(0, most);
  if (parties.length === 0) return [];
  const clauses = parties.map(({ name, social }) => `${inSentence(name)} would ${gainOrLose(social)}`);
  return [`Beside the budgets, ${listed(clauses)} in time or well-being that no budget shows.`];
};
