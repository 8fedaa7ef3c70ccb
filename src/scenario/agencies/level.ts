import type { Agency } from "./agency.js";

/** The groups of agencies a result is summed over, smallest first: the place is its local bodies. */
export const levels = ["place", "public", "society"] as const;

/** A group of agencies a result is summed over. */
export type Level = (typeof levels)[number];

/** True if an agency counts at a level: place = local, public = local and national, society = all. */
export const countsAt = (level: Level, { kind }: Pick<Agency, "kind">): boolean =>
  level === "society" || kind === "local" || (level === "public" && kind === "national");

/** True if an agency is given a budget. Households and firms have money of their own. */
export const isFunded = ({ kind }: Pick<Agency, "kind">): boolean => kind !== "private";
