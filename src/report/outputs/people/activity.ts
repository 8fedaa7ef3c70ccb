import { sum } from "../../../base/mathematics/statistics.js";
import type { Simulation } from "../../../engine/simulate.js";
import { type ActivityRow, activity } from "../../../results/people/activity.js";
import { moreOf } from "../../finding/outcomes.js";
import { eachStrategy, largest } from "../../finding/words.js";
import { countText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const activityOutput = output<ActivityRow>({
  title: "Activity",
  answers: "How many contacts each service has in each year or cycle, without and with.",
  takes: ["period"],
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    service: ["service", "text"],
    unit: ["contact", "text", 2],
    year: ["year", "year", 3],
    cycle: ["cycle", "count", dataOnly],
    label: ["from", "text"],
    without: ["without", "count"],
    with: ["with", "count"],
    difference: ["difference", "count"],
    differenceP5: ["5th", "count", 1.5],
    differenceP95: ["95th", "count", 1.5],
    turnedAwayWithout: ["away without", "count", 1.2],
    turnedAwayWith: ["away with", "count", 1.2],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  // The service whose contacts change by the greatest share over all years; if none changes, the one with most.
  finding: (rows, simulation) =>
    eachStrategy(rows, simulation, (own) => saysOf(own, simulation), "The contacts that change most"),
  rows: activity,
  empty: "there are no services",
});

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
