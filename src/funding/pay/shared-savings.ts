import * as z from "zod";
import { penceOf, shareOf } from "../../base/money.js";
import { atLeast0That, named, shareForm, shareThat } from "../parameters.js";
import type { Pay } from "../rule.js";

const minimum = shareForm
  .default(0)
  .describe("The least that counts, as a share of the benchmark; then all of it counts.");

const losses = z.strictObject({
  minimum,
  share: shareThat("nobody pays back more than was overspent, and a share below 0 would pay an overspender").describe(
    "What is paid back of an overspend.",
  ),
  capPounds: atLeast0That("a loss cap below 0 would pay an overspender")
    .optional()
    .describe("The most pounds that are paid back."),
});

const band = z.strictObject({
  upTo: shareForm.describe("Where the band ends, as a share of the benchmark."),
  share: shareForm.describe("What is paid of the saving within it."),
});

type Terms = z.infer<typeof terms>;

const terms = z.strictObject({
  benchmarkPounds: atLeast0That("nobody is expected to spend less than nothing").describe(
    "What is expected to be spent.",
  ),
  minimum,
  share: z
    .union([z.array(band).min(1), shareThat("no more than what is saved can be shared")])
    .describe("What is paid of a saving; or by bands, each from the end of the one before."),
  capPounds: atLeast0That("a cap below 0 would fine a saver").optional().describe("The most pounds that are paid."),
  losses: losses.optional().describe("Two-sided: what is paid back of an overspend."),
});

/**
 * Shared savings: whoever spends less than a benchmark is paid a share of the difference, from the first pound on once a least saving is reached (a cliff);
 * two-sided, an overspender pays back. Medicare Shared Savings Program (42 CFR 425): at most 50 % and a fixed 30 % of losses in Track 1+, a least saving
 * of 0 or 0.5 to 2 % (other tracks' shares, 40 % and 75 %, are not verified). Local Justice Reinvestment in England 2011-13, as one source has it:
 * nothing below 5 %, then half of the first 5 % and all up to 20 %.
 * @param parameters `benchmarkPounds`; `minimum`: the least saving that counts, as a share of it; `share`: what is paid of a saving, or bands
 * `{ upTo, share }` of it; `capPounds`: the most; `losses`: `{ minimum, share, capPounds }` of an overspend, one-sided where left out
 * @returns pence from the payer in a year; below 0, the overspender's
 * @throws ScenarioError where a share is not one, a cap is below 0 (a loss cap of the wrong sign would pay an overspender), or a threshold is past its cap
 * @example sharedSavings({ benchmarkPounds: 100, minimum: 0.02, share: 0.5 })({ year: 1, spent: 97_99, quantity: 0, started: 0, reported: true }) // => 101
 */
export const sharedSavings = named(
  "sharedSavings",
  terms.superRefine((parameters, { addIssue }) => {
    const wrong = (key: string, message: string) => addIssue({ code: "custom", path: [key], message });
    const bands = bandsOf(parameters);
    if (bands.some(({ upTo }, at) => at > 0 && upTo <= bands[at - 1].upTo))
      wrong("share", "bands that rise: each ends beyond the one before");
    const { minimum, capPounds, benchmarkPounds } = parameters;
    const last = bands.at(-1)?.upTo ?? 1;
    if (minimum > last) wrong("minimum", "a threshold within the bands: past the last one nothing more is paid for");
    const atMinimum = earned(bands, penceOf(benchmarkPounds), shareOf(minimum, penceOf(benchmarkPounds)));
    if (capPounds !== undefined && atMinimum > penceOf(capPounds))
      wrong(
        "capPounds",
        `a cap of at least £${atMinimum / 100}, which is due at the threshold: a lower one is a target pool`,
      );
  }),
  (parameters): Pay => {
    const { benchmarkPounds, minimum, capPounds, losses } = parameters;
    const benchmark = penceOf(benchmarkPounds);
    const bands = bandsOf(parameters);
    return ({ spent }) => {
      const saved = benchmark - spent;
      if (saved > 0)
        return saved < shareOf(minimum, benchmark) ? 0 : capped(capPounds, earned(bands, benchmark, saved));
      if (losses === undefined || -saved < shareOf(losses.minimum, benchmark)) return 0;
      return 0 - capped(losses.capPounds, shareOf(losses.share, -saved));
    };
  },
);

const bandsOf = ({ share }: Terms): readonly z.infer<typeof band>[] =>
  typeof share === "number" ? [{ upTo: 1, share }] : share;

/** Pence for a saving, band by band. */
const earned = (bands: readonly z.infer<typeof band>[], benchmark: number, saved: number): number => {
  let pence = 0;
  let from = 0;
  for (const { upTo, share } of bands) {
    const to = upTo * benchmark;
    pence += share * Math.max(0, Math.min(saved, to) - from);
    from = to;
  }
  return shareOf(1, pence);
};

const capped = (capPounds: number | undefined, pence: number): number =>
  capPounds === undefined ? pence : Math.min(pence, penceOf(capPounds));
