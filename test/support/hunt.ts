import fc from "fast-check";

// Every run tries the same cases, so that a failure is the change's; `npm run hunt` tries many others.
const runs = process.env.WHO_SAVES_HUNT;
fc.configureGlobal(runs === undefined ? { seed: 42, numRuns: 40 } : { numRuns: Number(runs) });

/** Whether this is `npm run hunt`. */
export const isHunt = runs !== undefined;

/** So many of something random in `npm test`; in `npm run hunt` as many as it is told. */
export const runsOf = (few: number): number => (runs === undefined ? few : Number(runs));
