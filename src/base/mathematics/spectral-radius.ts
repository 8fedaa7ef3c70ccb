import { power } from "./power.js";

/**
 * The spectral radius of a matrix without negative numbers: what a vector is multiplied by in the long run. By the
 * formula of Gelfand (1941), the limit of ‖Rᵐ‖^(1/m), with m = 2⁴⁰ by repeated squaring, so that a matrix that is not
 * irreducible needs no special case.
 * @param matrix its rows, as long as there are rows
 * @example spectralRadius([[0, 0.5], [0.5, 0]]) // => 0.5
 */
export const spectralRadius = (matrix: readonly (readonly number[])[]): number => {
  let [rows, logNorm] = [matrix, 0];
  for (let squarings = 0; squarings <= 40; squarings++) {
    const norm = Math.max(0, ...rows.map((row) => row.reduce((sum, each) => sum + each, 0)));
    if (norm === 0) return 0;
    // ‖R^(2ᵏ)‖ = exp(2ᵏ × logNorm): each squaring doubles the exponent, and the rows stay at a norm of 1.
    logNorm += Math.log(norm) / power(2, squarings);
    const scaled = rows.map((row) => row.map((each) => each / norm));
    rows = scaled.map((row) =>
      row.map((_, column) => row.reduce((sum, each, at) => sum + each * scaled[at][column], 0)),
    );
  }
  return Number(Math.exp(logNorm).toPrecision(12));
};
