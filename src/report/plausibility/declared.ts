import { listed } from "../../base/problems/problem.js";
import { activity } from "../../results/people/activity.js";
import { centralOf } from "../../scenario/central.js";
import { quantitiesOf } from "../../scenario/quantities.js";
import type { Doubt, DoubtsIn } from "./doubt.js";

/** Every text inside a part of a scenario, keys included. */
const textsIn = (part: unknown): readonly string[] => {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
};

/** Agencies that no cost, worth, line of money or funding rule names, and that have no budget. */
export const idleAgencies: DoubtsIn = ({ scenario: { agencies, services, interventions, regimes } }) => {
  const named = new Set([
    ...Object.values(services).flatMap(({ costs, worth }) => [...costs.map(({ agency }) => agency), worth]),
    ...Object.values(interventions).flatMap(({ lines }) =>
      lines.flatMap(({ amounts, to }) => [...amounts.map(({ agency }) => agency), to]),
    ),
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

/** Shares that are all of something, where 1 may be meant as 1%; and changes that would all have come anyway. */
export const wholeShares: DoubtsIn = ({ scenario }) =>
  [...quantitiesOf(scenario).values()].flatMap((quantity): readonly Doubt[] => {
    const { address, bounds, expression, written, source } = quantity;
    if ((bounds !== "share" && bounds !== "cut") || source === "default") return [];
    const isOne = expression === 1 && written === "1";
    const mend = "For 1 per cent write 1%; for all of it write 100%.";
    if (address.endsWith(".deadweight") && (isOne || centralOf(quantity, scenario) === 1))
      return [{ address, what: `This is ${written}: all of the change would have come anyway.`, mend }];
    return isOne ? [{ address, what: "1 is the whole: 100%.", mend }] : [];
  });

/** Traces that share their names, and so always pick the same one, though their names are no years. */
export const tiedTraces: DoubtsIn = ({ scenario }) => {
  const tied = new Map<string, string[]>();
  for (const { address, expression } of quantitiesOf(scenario).values()) {
    if (typeof expression !== "object" || expression.kind !== "trace") continue;
    const { stream, names, values, pick } = expression;
    // Years are the years of one place: its winters are meant to be the same. One trace alone is no choice.
    const isChosen = values.length > 1 && typeof pick === "string";
    if (isChosen && !names.every((name) => /\d{4}/.test(name)))
      tied.set(stream, [...(tied.get(stream) ?? []), address]);
  }
  return [...tied.values()]
    .filter((addresses) => addresses.length > 1)
    .map((addresses) => ({
      address: addresses[1],
      what:
        `${listed(addresses.map((address) => address.replace(/^quantities\./, "")))} always pick the same trace, ` +
        "because their traces have the same names.",
      mend: "If they should not, write apart: true.",
    }));
};
