import type { Simulation } from "../../engine/simulate.js";
import type { InterplayRow } from "../../experiments/interplay.js";
import { eachStrategy, rangedPounds } from "./words.js";

/** What the interventions of each strategy are worth together, beyond what each is worth alone. */
export const interplayFinding = (rows: readonly InterplayRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(rows, simulation, saysOf);

const saysOf = (own: readonly InterplayRow[]): string => {
  const [together, { net, netP5, netP95 }] = own.slice(-2);
  const whole = rangedPounds(together.net, together.netP5, together.netP95, together.upperBound);
  if (Math.abs(net) < 0.5) return `together ${whole}, exactly as much as its parts alone`;
  return `together ${whole}; the whole less its parts alone is ${rangedPounds(net, netP5, netP95, false)}`;
};
