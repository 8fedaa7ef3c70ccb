/** How sure a figure is that was counted: a share of `outOf` people, a relative variance, or neither (events). */
interface Certainty {
  readonly outOf: number | null;
  readonly relativeVariance: number | null;
}

/**
 * How badly a model fits what was counted: twice the log of how much likelier the count is if the model gives exactly
 * it. 0 at best; 9 is about three standard errors away. Events are Poisson, shares of people binomial, and figures of
 * known error gammas (McCullagh and Nelder 1989, Generalized Linear Models, table 2.1).
 */
export const devianceOf = (counted: number, model: number, { outOf, relativeVariance }: Certainty): number => {
  if (outOf !== null) return 2 * outOf * (excess(counted, model) + excess(1 - counted, Math.max(0, 1 - model)));
  if (relativeVariance === null) return 2 * (excess(counted, model) - counted + model);
  if (model <= 0) return Number.POSITIVE_INFINITY;
  return (2 * (counted / model - 1 - Math.log(counted / model))) / relativeVariance;
};

const excess = (counted: number, model: number): number => (counted === 0 ? 0 : counted * Math.log(counted / model));
