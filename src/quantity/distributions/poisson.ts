import { poissonProbability } from "../../base/mathematics/counts.js";
import type { ParameterProblem } from "./distribution.js";
import { family, firstProblem, type Numbers } from "./family.js";

const mostCounted = 1e9;

/** Cumulative probabilities by count, from the count `first`. */
interface Table {
  readonly first: number;
  readonly cumulative: Float64Array;
}

// Ten standard deviations each way leave out less than 1e-20. The loops start at the likeliest count: each probability
// follows from the one beside it.
const tableOf = (mean: number): Table => {
  const likeliest = Math.floor(mean);
  const reach = Math.ceil(10 * Math.sqrt(mean)) + 40;
  const first = Math.max(0, likeliest - reach);
  const cumulative = new Float64Array(likeliest + reach - first + 1);
  cumulative[likeliest - first] = poissonProbability(likeliest, mean);
  for (let count = likeliest; count > first; count--)
    cumulative[count - 1 - first] = (cumulative[count - first] * count) / mean;
  for (let count = likeliest + 1; count <= likeliest + reach; count++)
    cumulative[count - first] = (cumulative[count - 1 - first] * mean) / count;
  for (let index = 1; index < cumulative.length; index++) cumulative[index] += cumulative[index - 1];
  return { first, cumulative };
};

const countAt = ({ first, cumulative }: Table, u: number): number => {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] >= u) high = middle;
    else low = middle + 1;
  }
  return first + low;
};

const meanProblem = ({ mean }: Numbers): ParameterProblem | undefined =>
  mean >= 0
    ? undefined
    : { what: `mean must be 0 or more, not ${mean}.`, mend: "Check the sign: the mean is a number of events." };

const sizeProblem = ({ mean }: Numbers): ParameterProblem | undefined =>
  mean <= mostCounted
    ? undefined
    : {
        what: `mean (${mean}) is too large to count.`,
        mend: `Use normal with that mean and sd ${Math.sqrt(mean).toPrecision(3)}.`,
      };

/**
 * The Poisson distribution: whole numbers, 0 or more. For a count of independent events, such as arrests in a year.
 * Takes the mean, up to 1e9; a mean of 0 always gives 0. It builds a table of cumulative probabilities once, and
 * searches it by halves.
 * @example poisson.quantile({ mean: 1 })(0.5) // => 1
 */
export const poisson = family(
  "poisson",
  "Whole numbers, 0 or more: for a count of independent events, such as arrests in a year.",
  [
    {
      names: ["mean"],
      problem: (numbers) => firstProblem(meanProblem(numbers), sizeProblem(numbers)),
      quantile: ({ mean }) => {
        const table = tableOf(mean);
        return (u) => countAt(table, u);
      },
    },
  ],
);
