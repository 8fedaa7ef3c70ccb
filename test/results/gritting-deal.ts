import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { dealScenario } from "../support/regimes.js";

/** A scheme of £100,000, which pays for five years. */
export const years = 5;
export const cost = 100_000;

/** Gritting for £100, which saves the hospital £250 and social care £50. */
export const gritting = simulate(dealScenario({ cost: 100, saves: { hospital: 250, care: 50 } }), { draws: 8 });
