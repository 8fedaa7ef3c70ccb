import { counted, listed } from "../base/problem.js";
import type { Simulation } from "../engine/simulate.js";
import type { Scenario } from "../scenario/scenario.js";
import { clip, oneLine } from "./words.js";

/** What was run, in a sentence: the strategies compared, the years, the prices and the draws. */
export const contextOf = ({ scenario, settings }: Simulation): string => {
  const { time, money } = scenario;
  const { strategies, draws, seed, regime } = settings;
  const named = listed(strategies.map((strategy) => scenario.strategies[strategy].name));
  const compared =
    strategies.length > 1 && named.length > 24 ? `each of ${strategies.length} strategies` : clip(named, 40);
  const alternatives = strategies.length === 0 ? "Business as usual alone" : `Without and with ${compared}`;
  const { schedule, by, from } = money.discounting;
  // The timing of discounting is printed only if it is not the default.
  const timing = by === "year" && from === "start" ? "" : ` by the ${by} from its ${from === "mid" ? "middle" : from}`;
  return [
    alternatives + (regime === null ? "" : `, under ${clip(regime, 40)}`),
    `${counted(time.years, "year")} from ${time.start}`,
    `${money.priceYear} prices`,
    schedule.name === "none" ? "undiscounted" : `discounted by ${schedule.name}${timing}`,
    `${counted(draws, "draw")}, seed ${clip(oneLine(seed), 24)}${setText(scenario)}.`,
  ].join(", ");
};

/** The values set from outside, so that two runs with different values do not look alike. */
const setText = ({ set }: Scenario): string => {
  const values = Object.entries(set).map(
    ([address, value]) => `${clip(oneLine(address), 60)} = ${clip(oneLine(String(value)), 40)}`,
  );
  return values.length === 0 ? "" : `; set: ${clip(values.join(", "), 150)}`;
};
