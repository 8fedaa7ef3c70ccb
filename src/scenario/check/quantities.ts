import { reportError } from "../../quantity/context.js";
import { namesIn } from "../quantities.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { findRings } from "./rings.js";

/** Quantities whose names formulas cannot read, that are made of one another, or that hang on one another in too long a chain. */
export const checkQuantities = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const name of Object.keys(scenario.quantities))
    if (reserved.includes(name))
      reportError(
        reading,
        `quantities.${name}`,
        `${name} means something else in a formula.`,
        `Choose another name, such as ${name}Value.`,
        "key",
      );
  if (!checkRing(scenario, [], reading))
    for (const { of } of Object.values(scenario.strategies)) if (checkRing(scenario, of, reading)) return;
};

const reserved = [
  "t",
  "year",
  "cycle",
  "people",
  "contacts",
  "waiting",
  "spend",
  "and",
  "or",
  "not",
  "xor",
  "mod",
  "to",
  "in",
];

const longestChain = 50;

/** Reports a ring of quantities, made by their formulas or by what the effects of a strategy read; whether there was one. */
const checkRing = (
  { quantities, interventions }: Scenario,
  strategy: readonly string[],
  reading: ScenarioReading,
): boolean => {
  const read = new Map(Object.entries(quantities).map(([name, { expression }]) => [name, namesIn(expression)]));
  const effects = strategy.flatMap((name) => interventions[name].effects);
  for (const { target, amount, deadweight } of effects) {
    const name = target.replace(/^quantities\./, "");
    const names = [...namesIn(amount.expression), ...(deadweight ? namesIn(deadweight.expression) : [])];
    if (read.has(name)) read.set(name, [...(read.get(name) ?? []), ...names]);
  }
  const { ring, longest } = findRings([...read.keys()], (name) =>
    (read.get(name) ?? []).filter((other) => read.has(other)),
  );
  if (ring)
    reportError(
      reading,
      `quantities.${ring[0]}`,
      `These quantities ${strategy.length === 0 ? "are" : "and the effects on them are"} made of one another: ${shortened(ring)}.`,
      "Let one of them be a number, or read last cycle's people, contacts, waiting or spend.",
    );
  else if (longest > longestChain)
    reportError(
      reading,
      "quantities",
      `Here ${longest} quantities hang on one another in a row; ${longestChain} are the most.`,
      "Write some of them into one formula.",
    );
  return ring !== undefined || longest > longestChain;
};

/** A ring as a reader follows it. */
export const shortened = (ring: readonly string[]): string =>
  (ring.length > 8 ? [...ring.slice(0, 6), "…", ...ring.slice(-1)] : ring).join(" -> ");
