import { family, rangeProblem } from "./family.js";

/**
 * The triangular distribution: most likely at the value. Its density falls in straight lines to 0 at low and high.
 * @example triangular.quantile({ low: 0, value: 1, high: 4 })(0.25) // => 1
 */
export const triangular = family(
  "triangular",
  "Most likely at the value, falling in straight lines to low and high, which are bounds: for an expert's guess.",
  [
    {
      names: ["low", "value", "high"],
      problem: rangeProblem,
      quantile: ({ low, value, high }) => {
        const width = high - low;
        const shareBelowValue = (value - low) / width;
        return (u) =>
          u < shareBelowValue
            ? low + Math.sqrt(u * width * (value - low))
            : high - Math.sqrt((1 - u) * width * (high - value));
      },
    },
  ],
);
