import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because, shareBecause, shareForm } from "../parameters.js";
import type { Pay } from "../rule.js";

const minimum = shareForm
  .default(0)
  .describe("The least that counts, as a share of the benchmark; from there on all of it counts.");

const losses = strictObject({
  minimum,
  share: shareBecause("at most the overspend is paid back, and a share below 0 would pay an overspender").describe(
    "The share of an overspend that is paid back.",
  ),
  capPounds: atLeast0Because("a loss cap below 0 would pay an overspender")
    .optional()
    .describe("The most pounds that are paid back."),
});

const band = strictObject({
  upTo: shareForm.describe("The end of the band, as a share of the benchmark."),
  share: shareForm.describe("The share of the saving within the band that is paid."),
});

type Terms = z.infer<typeof terms>;

const terms = strictObject({
  benchmarkPounds: atLeast0Because("expected spending is not below 0").describe("The expected spending."),
  minimum,
  share: z
    .union([z.array(band).min(1), shareBecause("no more than the whole saving can be shared")])
    .describe("The share of a saving that is paid; or bands, each from the end of the one before."),
  capPounds: atLeast0Because("a cap below 0 would fine a saver").optional().describe("The most pounds that are paid."),
  losses: losses.optional().describe("Two-sided: the part of an overspend that is paid back."),
});

const parameters = terms.superRefine((stated, { addIssue }) => {
  const report = (key: string, message: string) => addIssue({ code: "custom", path: [key], message });
  const bands = bandsOf(stated);
  if (bands.some(({ upTo }, at) => at > 0 && upTo <= bands[at - 1].upTo))
    report("share", "bands that rise: each ends beyond the one before");
  const { minimum, capPounds = Number.POSITIVE_INFINITY, benchmarkPounds } = stated;
  const last = bands.at(-1)?.upTo ?? 1;
  if (minimum > last) report("minimum", "a threshold within the bands: past the last one nothing more is paid for");
  const atMinimum = earned(bands, penceOf(benchmarkPounds), shareOf(minimum, penceOf(benchmarkPounds)));
  if (atMinimum > penceOf(capPounds))
    report(
      "capPounds",
      `a cap of at least £${atMinimum / 100}, which is due at the threshold: a lower one is a target pool`,
    );
});

/**
 * Shared savings: an agency that spends less than a benchmark is paid a share of the difference.
 * Once a least saving is reached, the share is paid from the first pound on (a cliff). If it is two-sided, an
 * overspender pays back. The tracks of Medicare are `medicareSharedSavings`. Local Justice Reinvestment in
 * England 2011-13: nothing below 5 % for adults and 10 % for youths (Ministry of Justice 2013); then, by one source,
 * half of the first 5 % and all up to 20 %.
 * @param parameters `benchmarkPounds`; `minimum`: the least saving that counts, as a share of it; `share`: the share of
 * a saving that is paid, or bands `{ upTo, share }` of it; `capPounds`: the most; `losses`: `{ minimum, share,
 * capPounds }` of an overspend, one-sided by default
 * @returns pence a year from the payer; below 0, from the overspender
 * @throws ScenarioError if a share is not one, a cap is below 0 (a loss cap of the wrong sign would pay an
 * overspender), or a threshold is past its cap
 * @example
 * const year = { year: 1, spent: 97_99, quantity: 0, started: 0, reported: true };
 * sharedSavings({ benchmarkPounds: 100, minimum: 0.02, share: 0.5 })(year) // => 101
 */
export const sharedSavings = rule({
  name: "sharedSavings",
  words: "a share of the saving below a benchmark",
  parameters,
  samples: {
    "shared savings": { benchmarkPounds: 100_000, minimum: 0.02, share: 0.5 },
    "shared savings and losses": {
      benchmarkPounds: 100_000,
      minimum: 0.02,
      share: 0.5,
      losses: { minimum: 0.02, share: 0.3 },
    },
  },
  make: (stated): Pay => {
    const { benchmarkPounds, minimum, capPounds = Number.POSITIVE_INFINITY, losses } = stated;
    const benchmark = penceOf(benchmarkPounds);
    const bands = bandsOf(stated);
    return ({ spent }) => {
      const saving = benchmark - spent;
      if (saving > 0)
        return saving < shareOf(minimum, benchmark)
          ? 0
          : Math.min(earned(bands, benchmark, saving), penceOf(capPounds));
      if (losses === undefined || -saving < shareOf(losses.minimum, benchmark)) return 0;
      return 0 - Math.min(shareOf(losses.share, -saving), penceOf(losses.capPounds ?? Number.POSITIVE_INFINITY));
    };
  },
});

const bandsOf = ({ share }: Terms): readonly z.infer<typeof band>[] =>
  typeof share === "number" ? [{ upTo: 1, share }] : share;

/** Pence paid for a saving of some pence, band by band. */
const earned = (bands: readonly z.infer<typeof band>[], benchmark: number, saving: number): number => {
  let pence = 0;
  let from = 0;
  for (const { upTo, share } of bands) {
    const to = upTo * benchmark;
    pence += share * Math.max(0, Math.min(saving, to) - from);
    from = to;
  }
  return shareOf(1, pence);
};
