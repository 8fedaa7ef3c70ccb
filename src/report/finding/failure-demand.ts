import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { FailureDemandRow } from "../../experiments/failure-demand.js";
import { nameOfKey } from "../../scenario/names.js";
import { roundedPounds } from "../numbers.js";
import { inSentence, largest, rangedPounds, withinYears } from "./words.js";

/** The share of contacts that other contacts cause, what they cost, and the loop that costs most. */
export const failureDemandFinding = (
  rows: readonly FailureDemandRow[],
  { scenario }: Simulation,
): readonly string[] => {
  const services = rows.filter(({ from, service }) => from === null && service !== "all");
  const loops = rows.filter(({ from }) => from !== null);
  const total = rows[rows.length - 1];
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const shares = services.map(({ service, share, shareP5, shareP95 }) => {
    const at = inSentence(scenario.services[service].name);
    return `${percent(share)} (${percent(shareP5)} to ${percent(shareP95)}) of contacts at ${at}`;
  });
  const most = largest(loops, ({ cash, freed }) => cash + freed);
  const ofItCash = ({ cash, cashP5, cashP95 }: FailureDemandRow): string =>
    `${rangedPounds(cash, cashP5, cashP95, false)} of it cash`;
  const worth = ({ cash, freed }: FailureDemandRow): string => roundedPounds(cash + freed);
  return [
    `Other contacts cause ${listed(shares)}.`,
    `Without them ${worth(total)} would be avoided ${withinYears(scenario.time.years)}, ${ofItCash(total)}.`,
    `The loop that costs most is ${inSentence(nameOfKey(most.cause))}: ${worth(most)}, ${ofItCash(most)}.`,
  ];
};
