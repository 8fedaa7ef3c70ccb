import alea from "seedrandom/lib/alea.js";

/** Draws in a block: each block is drawn whole and alone, so any block computed anywhere has the same bits. */
export const blockSize = 256;

/** A source of numbers from 0 up to 1. */
export type Stream = () => number;

/** The stream of a name and a block under a seed (Baagøe's Alea): the same words give the same numbers, on any machine. */
export const streamOf = (seed: string, address: string, block: number): Stream =>
  alea(JSON.stringify([seed, address, block]));

/** A whole block of numbers in (0, 1), one in each 256th part, in random order (Latin hypercube; McKay, Beckman and Conover 1979). */
export const latinHypercube = (stream: Stream): Float64Array => {
  const strata = Float64Array.from({ length: blockSize }, (_, index) => index);
  for (let last = blockSize - 1; last > 0; last--) {
    const other = Math.floor(stream() * (last + 1));
    const kept = strata[last];
    strata[last] = strata[other];
    strata[other] = kept;
  }
  // Alea may return 0 itself, where a quantile would be infinite; half of its smallest step keeps clear of it.
  return strata.map((stratum) => (stratum + Math.max(stream(), 2 ** -33)) / blockSize);
};
