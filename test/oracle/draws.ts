import type { RandomInput } from "../../src/quantity/random-input.js";
import { randomInputsOf } from "../../src/quantity/random-input.js";
import { quantitiesOf } from "../../src/scenario/quantities.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { drawnBy } from "../support/drawn.js";
import type { Draw } from "./moment.js";

/** The random inputs of a scenario, by stream. Of traces that share a stream, the one that picks most often. */
const randomInputsIn = (scenario: Scenario): RandomInput[] => {
  const byStream = new Map<string, RandomInput>();
  for (const { expression } of quantitiesOf(scenario).values())
    for (const chance of randomInputsOf(expression, scenario.time.years)) {
      const known = byStream.get(chance.stream);
      if (!known || known.central[0].length < chance.central[0].length) byStream.set(chance.stream, chance);
    }
  return [...byStream.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
};

/** The draws `from` to `to` of a run, counted from 0. */
export const drawsFrom = (scenario: Scenario, seed: string, from: number, to: number): Draw[] => {
  const chances = randomInputsIn(scenario);
  const block = (index: number) =>
    chances.map((chance) => ({ stream: chance.stream, columns: drawnBy(chance, seed, index) }));
  const blocks = Array.from({ length: Math.ceil(to / 256) }, (_, index) => block(index));
  return Array.from({ length: to - from }, (_, index) => {
    const drawn = blocks[Math.floor((from + index) / 256)];
    return new Map(drawn.map(({ stream, columns }) => [stream, columns.map((column) => column[(from + index) % 256])]));
  });
};

/**
 * The draws whose mean is the central run. Every random input has its central value, and traces meet each other equally
 * often.
 */
export const centralDraws = (scenario: Scenario): Draw[] => {
  const chances = randomInputsIn(scenario);
  let traces = 1;
  while (chances.some(({ central }) => traces % central.length !== 0)) traces++;
  return Array.from(
    { length: traces },
    (_, trace) => new Map(chances.map(({ stream, central }) => [stream, central[trace % central.length]])),
  );
};
