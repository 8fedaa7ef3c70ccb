import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleFiles } from "../support/read.js";

/**
 * What a careful reader wants the first sentences of each example to say, with the figures of net as budgets see it:
 * means of 2,048 draws in present value, computed from `who-saves`, `settle`, `decide` and `budget-gap` apart from the
 * sentences.
 */
const wanted: Readonly<Record<string, readonly string[]>> = {
  "better-care-fund/scenario.yaml": ["£40.1m of cash (£21.1m to £61.9m)", "lose £197m", "no chance is given"],
  "casework/scenario.yaml": [
    "By no reading does it pay for itself in cash: the public purse would lose at least £2.10m",
    "at least £2.27m",
  ],
  "discharge/scenario.yaml": [
    "Ward shut would gain the place most",
    "gain £629,000 of cash (−£1.84m to +£3.09m), ahead in 59 runs of 100",
    "Acute trust would gain £2.30m and Council would lose £1.67m",
    "Beds left empty would lose £513,000",
    "more bed-days with Beds filled",
  ],
  "eighty-twenty/scenario.yaml": ["No option pays for itself in cash", "£924,000", "lose £1.55m and free £3.07m"],
  "fdac/scenario.yaml": [
    "The council would pay £560,000 over five years, and have it back in cash by year 3",
    "gain £355,000 of cash (£192,000 to £455,000)",
    "21p more spent by NHS and public health",
    "no chance is given",
  ],
  "gain-share/scenario.yaml": [
    "12 of 15 funding rules",
    "silo (Council would need £100,000)",
    "£200,000 (by investment)",
  ],
  "graph-of-doom/scenario.yaml": ["2032/33", "2033/34, 1 year later", "2036/37, 3 years later"],
  "gritting/durham.yaml": [
    "£1.00m over two years (£983,000 in today's value)",
    "less than 1p comes back",
    "lose £977,000",
  ],
  "gritting/scenario.yaml": [
    "would pay £100,000 over five years (£93,500 in today's value)",
    "11p comes back as cash: 8p to University College Hospital and 3p to London Borough of Camden",
    "9 admissions and about 63 attendances would be averted",
    "Another 47p is freed",
    "lose £83,300 of cash (£64,500 to £91,700), ahead in no run",
  ],
  "hip-replacement/scenario.yaml": ["one QALY costs £2,200: 44.5 more QALYs for £97,900", "No number has a range"],
  "hiv/scenario.yaml": [
    "one life year costs £6,330: 931 more life years (627 to 1,185) for £5.89m",
    "(£3.49m to £9.21m)",
  ],
  "into-work/scenario.yaml": [
    "Public value is £435,000, £524,000 before optimism bias",
    "£627,000",
    "In cash alone budgets would gain £199,000",
  ],
  "ministers-dilemma/scenario.yaml": [
    "£0 (use it or lose it) to £4.90m",
    "−£1.75m (ratchet)",
    "−£3.00m",
    "£0 (outturn plus)",
  ],
  "failure-demand/scenario.yaml": [
    "Other contacts cause 27% (18% to 36%) of contacts at the council desk",
    "£8.25m would be avoided over three years, £1.83m (£726,000 to £3.48m) of it cash",
  ],
  "place-count/scenario.yaml": ["£7.50bn is spent in 2009/10, of which local bodies control 49% and national bodies 51%"],
  "not-cash/scenario.yaml": [
    "Mediation: of £1.06m avoided over three years, undiscounted, £1.06m is cash",
    "gain £450,000 of cash (£329,000 to £572,000)",
    "Legal aid would gain £1.03m",
    "lose £577,000 and free £1.03m",
  ],
  "our-place-our-budget/scenario.yaml": ["Under silo, by benefit and one purse nothing goes ahead", "lose £633,000"],
  "own-up/scenario.yaml": [
    "Hospital would end best with The hospital tells all of it",
    "£0 (use it or lose it) to £1.25m (keeps all)",
    "£625,000 (keeps all)",
  ],
  "payment-rules/scenario.yaml": [
    "The rule of reinvestment jumps: of £4.90m in year 1 it moves nothing, of £5.00m in year 2 it moves £2.50m",
    "£5.80m",
    "£45.0m",
    "£400,000",
    "£5.60m",
    "£125m",
  ],
  "pothole-fund/scenario.yaml": [
    "Ring-fenced costs £662,000 beside unringfenced",
    "Under ring-fenced only",
    "(−£210,000",
    "(+£452,000",
  ],
  "transformation-fund/scenario.yaml": [
    "£41.0m over five years",
    "93p comes back",
    "lose £2.85m of cash (−£22.8m to +£21.7m), ahead in 40 runs of 100",
    "The treasury, which is no agency here, would be out of pocket by £41.0m under loan",
  ],
  "troubled-families/scenario.yaml": [
    "By no reading does it pay for itself in cash: the public purse would lose at least £97.8m.",
    "lose £515m of cash (£460m to £546m)",
    "at least £116m of cash on average, and gain at most £213m at the 95th percentile",
    "the public purse would lose £97.8m",
  ],
  "two-governments/scenario.yaml": [
    "Under silos nothing goes ahead",
    "(+£279,000) would go ahead",
    "Homes for people who sleep rough: under none",
  ],
  "warm-homes/scenario.yaml": [
    "£3.54 to Households",
    "lose at least £94,500 of cash on average, and at least £53,600 at the 95th percentile",
    "an upper bound",
  ],
};

test.each(exampleFiles)("the first sentences of %s answer its question", (file) => {
  const results = `examples/${file.replace(/scenario\.yaml$/, "expected.json").replace(/\.yaml$/, ".expected.json")}`;
  const { finding }: { finding: readonly string[] } = JSON.parse(readFileSync(results, "utf8"));
  const text = finding.join(" ");
  expect(wanted[file], file).toBeDefined();
  for (const words of wanted[file])
    expect(
      words.split("|").some((either) => text.includes(either)),
      `${words} in: ${text}`,
    ).toBe(true);
});
