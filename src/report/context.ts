import { counted } from "../base/problems/problem.js";
import type { Simulation } from "../engine/simulate.js";
import { properName } from "../scenario/names.js";
import { regimeNameIn } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { settingText } from "../scenario/settings/set.js";
import { oneLine } from "./words.js";

/** What was run, in a sentence: the regime in force, the years, the prices and the draws. */
export const contextOf = ({ scenario, settings }: Pick<Simulation, "scenario" | "settings">): string => {
  const { time, money } = scenario;
  const { strategies, draws, seed, regime } = settings;
  const values = setText(scenario);
  const { schedule, by, from } = money.discounting;
  // The timing of discounting is printed only if it is not the default.
  const timing = by === "year" && from === "start" ? "" : ` by the ${by} from its ${from === "mid" ? "middle" : from}`;
  return [
    ...(strategies.length === 0 ? ["Business as usual alone"] : []),
    ...(regime === null ? [] : [`Under ${regimeNameIn(scenario, regime)}`]),
    `${counted(time.years, "year")} from ${time.start}`,
    `${money.priceYear} prices`,
    schedule.name === "none" ? "undiscounted" : `discounted by ${properName(schedule.name)}${timing}`,
    `${counted(draws, "draw")}, seed ${[oneLine(seed), ...(values === "" ? [] : [values])].join("; ")}.`,
  ].join(", ");
};

/** The values set from outside, so that two runs with different values do not look alike; empty if none is. */
export const setText = ({ set }: Scenario): string => {
  const values = Object.entries(set).map(([address, value]) => oneLine(`${address} = ${settingText(value)}`));
  const more = values.length - mostShown;
  const shown = [...values.slice(0, mostShown), ...(more > 0 ? [`${more} more (json has all)`] : [])];
  return values.length === 0 ? "" : `set: ${shown.join(", ")}`;
};

// A few lines of them.
const mostShown = 12;
