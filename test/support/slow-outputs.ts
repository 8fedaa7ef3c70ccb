/** Outputs that run the engine many times. `npm run faults` builds them for every example, `npm test` for a few. */
export const slowOutputs = [
  "sensitivity",
  "switching-values",
  "cost-shifts",
  "expectations",
  "interplay",
  "failure-demand",
];
