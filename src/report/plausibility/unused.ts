import { activity } from "../../results/people/activity.js";
import { namesIn, quantitiesOf } from "../../scenario/quantities.js";
import { allLines, type DoubtsIn } from "./doubt.js";
/** Agencies that no cost, worth, line of money or funding rule names, and that have no budget. */
export const idleAgencies: DoubtsIn = ({ scenario }) => {
  const { agencies, services, regimes } = scenario;
  const named = new Set([
    ...Object.values(services).flatMap(({ costs, worth }) => [...costs.map(({ agency }) => agency), worth]),
    ...allLines(scenario).flatMap(({ amounts, to }) => [...amounts.map(({ agency }) => agency), to]),
    ...textsIn(regimes),
  ]);
  return Object.entries(agencies)
    .filter(([name, { budget }]) => budget === null && !named.has(name))
    .map(([name]) => ({
      address: `agencies.${name}`,
      what: `${name} pays, bears and saves nothing.`,
      mend: "Name it in the cost of a service or in a line of money, or take it out.",
    }));
};

/** Every text inside a part of a scenario, keys included. */
const textsIn = (part: unknown): readonly string[] => {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
};

/** Services that have no contact in any year, without or with any strategy. */
export const unusedServices: DoubtsIn = (central) => {
  const used = new Set(activity(central).flatMap((row) => (row.without !== 0 || row.with !== 0 ? [row.service] : [])));
  return Object.keys(central.scenario.services)
    .filter((name) => !used.has(name))
    .map((name) => ({
      address: `services.${name}`,
      what: `Nobody comes to ${name}, in any year and with any strategy.`,
      mend: "Write under demand what brings them, or take the service out.",
    }));
};

/** Named quantities that no number reads, whatever acts on them. */
export const unusedQuantities: DoubtsIn = ({ scenario }) => {
  const read = new Set([...quantitiesOf(scenario).values()].flatMap(({ expression }) => namesIn(expression)));
  return Object.keys(scenario.quantities)
    .filter((name) => !read.has(name))
    .map((name) => ({
      address: `quantities.${name}`,
      what: `No number of the scenario reads ${name}.`,
      mend: "Name it in the formula that it is for, or take it out.",
    }));
};

/** Interventions that cost something and change nothing. */
export const changesNothing: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions)
    .filter(
      ([, { lines, effects, closes }]) =>
        lines.length > 0 && effects.length + closes.length === 0 && lines.every(({ kind }) => kind === "pays"),
    )
    .map(([name]) => ({
      address: `interventions.${name}`,
      what: `${name} is paid for and changes nothing: it has no effects.`,
      mend: "Write under effects what it cuts, adds or saves.",
    }));
