import { sum } from "../../base/statistics.js";
import type { Simulation } from "../../engine/simulate.js";
import type { ActivityRow } from "../../results/activity.js";
import { countText } from "../numbers.js";
import { moreOf } from "./outcomes.js";
import { eachStrategy, largest } from "./words.js";

/** The service whose contacts change by the greatest share over all years; if none changes, the one with most. */
export const activityFinding = (rows: readonly ActivityRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(rows, simulation, (own) => saysOf(own, simulation), "The contacts that change most");

const saysOf = (own: readonly ActivityRow[], simulation: Simulation): string => {
  const totals = [...new Set(own.map(({ service }) => service))].map((service) => {
    const years = own.filter((row) => row.service === service && row.year !== null);
    const without = sum(years.map((row) => row.without));
    const change = sum(years.map(({ difference }) => difference));
    return { service, without, change, share: without < 0.0005 ? Math.sign(change) : change / without };
  });
  const { service, without, change } = largest(totals, ({ share }) => share);
  const { name, unit } = simulation.scenario.services[service];
  if (Math.abs(change) < 0.0005) {
    const busiest = largest(totals, (total) => total.without);
    const of = simulation.scenario.services[busiest.service];
    return `none; most come to ${of.name}, ${countText(busiest.without)} over all years`;
  }
  return `${name}, ${moreOf(change, unit)} than ${countText(without)} over all years`;
};
