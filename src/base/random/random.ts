import alea from "seedrandom/lib/alea.js";
import { power } from "../mathematics/power.js";

/** The number of draws in a block. Each block is drawn on its own, so it has the same bits wherever it is computed. */
export const blockSize = 256;

/** Half of the smallest step of a stream. A stream can return exactly 0, where a quantile is infinite. */
export const halfStep = power(2, -33);

/** A source of numbers from 0 up to 1. */
export type Stream = () => number;

/**
 * The random stream of a seed, an address and a block (Baagøe's Alea). The same three give the same numbers everywhere.
 */
export const streamOf = (seed: string, address: string, block: number): Stream =>
  alea(JSON.stringify([seed, address, block]));

/**
 * A block of 256 numbers in (0, 1) in random order, one in each 256th part (Latin hypercube; McKay, Beckman and Conover
 * 1979).
 */
export const latinHypercube = (stream: Stream): Float64Array => {
  const strata = new Float64Array(blockSize);
  for (let stratum = 0; stratum < blockSize; stratum++) strata[stratum] = stratum;
  for (let last = blockSize - 1; last > 0; last--) {
    const other = Math.floor(stream() * (last + 1));
    const stratum = strata[last];
    strata[last] = strata[other];
    strata[other] = stratum;
  }
  for (let draw = 0; draw < blockSize; draw++) strata[draw] = (strata[draw] + Math.max(stream(), halfStep)) / blockSize;
  return strata;
};
