import type { Simulation } from "../../engine/simulate.js";
import { strategyNamed } from "../../results/sums/strategies.js";
import { figuresOf } from "../../results/sums/sums.js";
import type { Effect } from "../../scenario/interventions/change.js";
import type { Line } from "../../scenario/interventions/line.js";
import type { Scenario } from "../../scenario/scenario.js";

/** What looks wrong in a scenario that reads clean: where, what with its number, and how to mend it. */
export interface Doubt {
  readonly address: string;
  readonly what: string;
  readonly mend: string;
}

/** One kind of doubt. It reads a simulation whose draws are the central run alone. */
export type DoubtsIn = (central: Simulation) => readonly Doubt[];

/** The lines of money of all interventions. */
export const allLines = ({ interventions }: Scenario): readonly Line[] =>
  Object.values(interventions).flatMap(({ lines }) => lines);

/** The effects of all interventions. */
export const effectsIn = ({ interventions }: Scenario): readonly Effect[] =>
  Object.values(interventions).flatMap(({ effects }) => effects);

/** Reads figures of a strategy in the central run, in pounds: of a model year from 1, or of all years. */
export const figuresUnder = (
  { settings, drawn }: Simulation,
  strategy: string,
  asked: Parameters<typeof figuresOf>[2],
): ((...figure: Parameters<ReturnType<typeof figuresOf>>) => number) => {
  const figures = figuresOf(drawn, strategyNamed(settings.strategies, strategy), asked);
  return (...figure) => figures(...figure)[0];
};
