import type { Posting } from "../rule.js";

/** Pence that move, as a posting; nothing that moves is no posting. */
export const moved = (year: number, from: string, to: string, pence: number, why: string): readonly Posting[] =>
  pence > 0 && from !== to ? [{ from, to, pence, why, year }] : [];
