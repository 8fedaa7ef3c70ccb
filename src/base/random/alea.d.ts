declare module "seedrandom/lib/alea.js" {
  /** Baagøe's Alea generator, alone: numbers from 0 up to 1 from a text. */
  export default function alea(seed: string): () => number;
}
