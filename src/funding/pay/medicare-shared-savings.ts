import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause } from "../parameters.js";
import type { Pay } from "../rule.js";
import { sharedSavings } from "./shared-savings.js";

/** What a track pays: shares, and limits as shares of the benchmark, or of revenue. */
interface Track {
  readonly share: number;
  readonly cap: number;
  readonly losses?: {
    readonly share: number;
    /** The share at the lowest quality, where quality counts for losses. */
    readonly shareAtMost?: number;
    readonly cap: number;
    readonly capOfRevenue?: number;
  };
}

/** The tracks since July 2019 (42 CFR 425.605 and 425.610, as of 2026). */
const tracks = {
  "BASIC A": { share: 0.4, cap: 0.1 },
  "BASIC B": { share: 0.4, cap: 0.1 },
  "BASIC C": { share: 0.5, cap: 0.1, losses: { share: 0.3, cap: 0.01, capOfRevenue: 0.02 } },
  "BASIC D": { share: 0.5, cap: 0.1, losses: { share: 0.3, cap: 0.02, capOfRevenue: 0.04 } },
  "BASIC E": { share: 0.5, cap: 0.1, losses: { share: 0.3, cap: 0.04, capOfRevenue: 0.08 } },
  ENHANCED: { share: 0.75, cap: 0.2, losses: { share: 0.4, shareAtMost: 0.75, cap: 0.15 } },
} as const satisfies Readonly<Record<string, Track>>;

const leastRate = "a rate of 0 to 0.122, or 0% to 12.2%: the smallest organisation has the largest";

/**
 * Medicare shared savings, by track: a share of the saving below a benchmark, and in some tracks of an overspend.
 * BASIC A and B pay 40 % of a saving; C, D and E pay 50 %, and ask for 30 % of an overspend, up to 1, 2 and 4 % of the
 * benchmark, or 2, 4 and 8 % of its members' revenue, if that is less. Savings are paid up to 10 % of the
 * benchmark. ENHANCED pays 75 %, up to 20 %, and asks for 1 less 75 % of the quality score, within 40 and 75 %, up to
 * 15 % (42 CFR 425.605 and 425.610).
 * The minimum rate of A and B depends on the number of patients, from 2 to 12.2 %; in other tracks an organisation
 * chooses 0 to 2 % in steps of 0.5, or that of its size (Milliman). So it has no default. From there on all counts, a
 * cliff. Not modelled: half rates for small organisations, and the benchmark, which is set anew every five years.
 * @param parameters `track`; `benchmarkPounds`: the expected spending; `minimum`: the least saving or overspend that
 * counts, as a share of it; `revenuePounds`: the revenue of its members, for loss limits; `quality`: the score,
 * which scales the share of savings, 0 to 1; 1, the standard met, by default
 * @returns pence a year from the payer; below 0, from the overspender
 * @throws ScenarioError if there is no such track, a share is not one, or an amount is below 0
 * @example
 * const year = { year: 1, spent: 90_00, quantity: 0, started: 0, reported: true };
 * medicareSharedSavings({ track: "ENHANCED", benchmarkPounds: 100, minimum: 0.02 })(year) // => 750
 */
export const medicareSharedSavings = rule({
  name: "medicareSharedSavings",
  words: "shares of a saving and of an overspend, by the tracks of Medicare",
  parameters: strictObject({
    track: z
      .enum(["BASIC A", "BASIC B", "BASIC C", "BASIC D", "BASIC E", "ENHANCED"])
      .describe("The track, and the level of the track BASIC."),
    benchmarkPounds: atLeast0Because("expected spending is not below 0").describe("The expected spending."),
    minimum: shareBecause(leastRate)
      .refine((rate) => rate <= 0.122, { error: leastRate })
      .describe("The least saving or overspend that counts, as a share of the benchmark."),
    revenuePounds: atLeast0Because("revenue is not below 0")
      .optional()
      .describe("The revenue of its members, for loss limits; by default only the benchmark limits."),
    quality: shareBecause("a quality score is at most 1")
      .default(1)
      .describe("The quality score, which scales the share of savings; 1 by default: the standard is met."),
  }),
  samples: {
    "Medicare, BASIC A": { track: "BASIC A", benchmarkPounds: 100_000, minimum: 0.03 },
    "Medicare, BASIC E": { track: "BASIC E", benchmarkPounds: 100_000, minimum: 0.01 },
    "Medicare, ENHANCED": { track: "ENHANCED", benchmarkPounds: 100_000, minimum: 0 },
  },
  make: ({ track, benchmarkPounds, minimum, revenuePounds, quality }): Pay => {
    const { share, cap, losses }: Track = tracks[track];
    const saving = { benchmarkPounds, minimum, share: share * quality, capPounds: cap * benchmarkPounds };
    if (losses === undefined) return sharedSavings(saving);
    const { share: least, shareAtMost = least, cap: limit, capOfRevenue = 0 } = losses;
    const byRevenue = capOfRevenue > 0 && revenuePounds !== undefined ? capOfRevenue * revenuePounds : undefined;
    return sharedSavings({
      ...saving,
      losses: {
        minimum,
        share: Math.min(shareAtMost, Math.max(least, 1 - share * quality)),
        capPounds: Math.min(limit * benchmarkPounds, byRevenue ?? Number.POSITIVE_INFINITY),
      },
    });
  },
});
