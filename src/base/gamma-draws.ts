import { power } from "./power.js";
import { halfStep, type Stream } from "./random.js";

/**
 * Fills a column with draws from a gamma distribution with scale 1: Marsaglia and Tsang (2000), A simple method for
 * generating gamma variables. The normals come from the polar method (Marsaglia and Bray 1964). For a shape below 1 it
 * draws with shape + 1 and multiplies by u^(1/shape). The loop allocates nothing. It reads the stream in a fixed order,
 * so the bits are the same on any machine.
 */
export const fillGammas = (column: Float64Array, shape: number, stream: Stream): void => {
  const boosted = shape < 1;
  const d = (boosted ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  let spare = 0;
  let isSpare = false;
  for (let index = 0; index < column.length; ) {
    let normal = spare;
    if (isSpare) isSpare = false;
    else {
      let across = 0;
      let along = 0;
      let square = 0;
      do {
        across = 2 * stream() - 1;
        along = 2 * stream() - 1;
        square = across * across + along * along;
      } while (square >= 1 || square === 0);
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      normal = across * scale;
      spare = along * scale;
      isSpare = true;
    }
    const root = 1 + c * normal;
    if (root <= 0) continue;
    const cube = root * root * root;
    const u = stream();
    const normalSquare = normal * normal;
    // The first test accepts all but one in fifty without a logarithm.
    if (
      u >= 1 - 0.0331 * normalSquare * normalSquare &&
      Math.log(u) >= normalSquare / 2 + d * (1 - cube + Math.log(cube))
    )
      continue;
    column[index++] = d * cube * (boosted ? power(Math.max(stream(), halfStep), 1 / shape) : 1);
  }
};
