/** Something that was counted: how likely it is (as a logarithm, up to a constant) if the model's figure is right. */
export type LogLikelihood = (model: number) => number;

const logFactorial = (n: number): number =>
  Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);

/** A Poisson count, term by term. */
export const poissonOf =
  (count: number): LogLikelihood =>
  (mean) =>
    (mean === 0 ? (count === 0 ? 0 : -Infinity) : count * Math.log(mean)) - mean - logFactorial(count);

/** `yes` of `all` people, each alike. */
export const binomialOf =
  (yes: number, all: number): LogLikelihood =>
  (share) =>
    Array.from({ length: all }, (_, person) => Math.log(person < yes ? share : 1 - share)).reduce((a, b) => a + b, 0);

/** Pounds from a gamma distribution whose mean is the model's and whose standard deviation is a share of it. */
export const gammaOf =
  (pounds: number, error: number): LogLikelihood =>
  (mean) => {
    const shape = 1 / error ** 2;
    if (mean === 0) return -Infinity;
    return (shape - 1) * Math.log(pounds) - (shape * pounds) / mean - shape * Math.log(mean);
  };

/**
 * Plain importance resampling: the weight of each draw is the product of the likelihoods, and each of as many places,
 * evenly from 0 to 1, takes the first draw whose weights up to it, as a share of all, reach the place.
 */
export const resampled = (
  draws: number,
  counted: readonly { readonly model: ArrayLike<number>; readonly likelihood: LogLikelihood }[],
): readonly number[] => {
  const logs = Array.from({ length: draws }, (_, draw) =>
    counted.reduce((sum, { model, likelihood }) => sum + likelihood(model[draw]), 0),
  );
  const most = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - most));
  const all = weights.reduce((a, b) => a + b, 0);
  const upTo = new Float64Array(draws);
  for (const [draw, weight] of weights.entries()) upTo[draw] = (upTo[draw - 1] ?? 0) + weight / all;
  return Array.from({ length: draws }, (_, place) => upTo.findIndex((share) => share >= (place + 0.5) / draws));
};
