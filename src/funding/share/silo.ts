import type { Share } from "../rule.js";

/**
 * Silo: everybody keeps what its own bills fall by, and bears what it pays. What there is where nothing is agreed.
 * @param stakes what each pays and saves, in pence
 * @returns pence each ends up with: saves − pays
 * @example silo([{ agency: "council", pays: 100, saves: 0 }, { agency: "hospital", pays: 0, saves: 250 }]) // => [-100, 250]
 */
export const silo: Share = (stakes) => stakes.map(({ pays, saves }) => saves - pays);
