import { refuseSteps } from "../sums/steps.js";

/**
 * The default values. The manual of NICE (Health technology evaluations, PMG36, 2022) uses £20,000 to £30,000 for a
 * quality-adjusted life year. HM Treasury (The Green Book, 2022) uses £70,000 in 2020/21 prices.
 */
export const defaultWillingness: readonly number[] = [0, 10_000, 20_000, 30_000, 50_000, 70_000, 100_000];

/** Refuses, before it starts, a comparison of strategies at too many worths of an outcome. */
export const refuseManyWorths = (strategies: number, worths: number, draws: number): void =>
  refuseSteps(strategies * worths, draws, {
    what: "Comparing the strategies",
    parts: "draws × strategies × worths of an outcome",
    mend: "ask for fewer strategies or worths",
  });
