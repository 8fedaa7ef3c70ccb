import { reportError } from "../../quantity/context.js";
import { quantityAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import { namesIn } from "../quantities.js";
import type { Scenario } from "../scenario.js";
import { findRings, type Rings, ringText } from "./rings.js";

/** Reports quantities with a name that formulas cannot read, rings of quantities, and chains that are too long. */
export const checkQuantities = (scenario: Scenario, context: ScenarioContext): void => {
  for (const name of Object.keys(scenario.quantities))
    if (reserved.includes(name))
      reportError(
        context,
        quantityAddress(name),
        `${name} means something else in a formula.`,
        `Choose another name, such as ${name}Value.`,
        "key",
      );
  if (!checkRing(scenario, [], context))
    for (const { of } of Object.values(scenario.strategies)) if (checkRing(scenario, of, context)) return;
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

/** The chains of quantities that formulas link, and that the effects of a strategy link, if one is given. */
const chainsOf = ({ quantities, interventions }: Scenario, strategy: readonly string[] = []): Rings => {
  const read = new Map(Object.entries(quantities).map(([name, { expression }]) => [name, namesIn(expression)]));
  const nameOf = new Map(Object.keys(quantities).map((name) => [quantityAddress(name), name]));
  const effects = strategy.flatMap((name) => interventions[name].effects);
  for (const { target, amount, deadweight, profile } of effects) {
    const name = nameOf.get(target);
    const numbers = [amount, ...(deadweight ? [deadweight] : []), ...Object.values(profile.lengths)];
    const names = numbers.flatMap(({ expression }) => namesIn(expression));
    if (name !== undefined) read.set(name, [...(read.get(name) ?? []), ...names]);
  }
  return findRings([...read.keys()], (name) => (read.get(name) ?? []).filter((other) => read.has(other)));
};

/** True if quantities form a ring or a chain that is too long, which is reported. What follows them need not end. */
export const isEndless = (scenario: Scenario): boolean => {
  const { ring, longest } = chainsOf(scenario);
  return ring !== undefined || longest > longestChain;
};

/** Reports a ring of quantities, or a chain that is too long; true if there was one. */
const checkRing = (scenario: Scenario, strategy: readonly string[], context: ScenarioContext): boolean => {
  const { ring, longest } = chainsOf(scenario, strategy);
  const effectsToo = strategy.length === 0 ? "" : " and the effects on them";
  if (ring)
    reportError(
      context,
      quantityAddress(ring[0]),
      `These quantities${effectsToo} depend on one another: ${ringText(ring)}.`,
      "Let one of them be a number, or read last cycle's people, contacts, waiting or spend.",
    );
  else if (longest > longestChain)
    reportError(
      context,
      "quantities",
      `Here ${longest} quantities depend on one another in a row; ${longestChain} are the most.`,
      "Write some of them into one formula.",
    );
  return ring !== undefined || longest > longestChain;
};
