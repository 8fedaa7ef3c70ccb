import fc from "fast-check";

// Every run tries the same cases, so that a failure is the change's; `npm run hunt` tries many others.
const runs = process.env.WHO_SAVES_HUNT;
fc.configureGlobal(runs === undefined ? { seed: 42, numRuns: 30 } : { numRuns: Number(runs) });

/** True in `npm run hunt`. */
export const isHunt = runs !== undefined;

/** True in `npm run hunt` and in `npm run faults`, which try what `npm test` tries a part of. */
export const isWhole = isHunt || process.env.WHO_SAVES_FAULTS === "all";

/** The number of random cases: `few` in `npm test`, and the number of `WHO_SAVES_HUNT` in `npm run hunt`. */
export const runsOf = (few: number): number => (runs === undefined ? few : Number(runs));
