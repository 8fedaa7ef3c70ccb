import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { report, toText } from "../../src/report/index.js";
import { example, exampleFiles } from "../support/read.js";

/**
 * What a careful reader wants the first sentences of each example to say, with the figures of net as budgets see it:
 * means of 2,048 draws in present value, computed from `who-saves`, `settle`, `decide` and `budget-gap` apart from the
 * sentences.
 */
const wanted: Readonly<Record<string, readonly string[]>> = {
  "better-care-fund/scenario.yaml": ["£40.1m of cash (£21.1m to £61.9m)", "lose £197m", "no chance is given"],
  "blame/scenario.yaml": [
    "Counted over five years: A better way of working would go ahead under 2 of 2 funding rules",
    "with a weight of blame of 2: A better way of working would go ahead under 1 of 2 funding rules (a grant of 60%)",
    "the council would need £107,000",
  ],
  "care-leavers/scenario.yaml": [
    "No option pays for itself in cash",
    "society would lose £2.45m of cash (−£7.23m to +£4.60m), ahead in 23 runs of 100",
    "Councils would lose £7.79m, Work and Pensions, HMRC would gain £3.22m",
    "The same adviser would lose £22.8m",
  ],
  "casework/scenario.yaml": [
    "By no reading does it pay for itself in cash: the public purse would lose at least £2.10m",
    "at least £2.27m",
  ],
  "commission-the-result/scenario.yaml": [
    "Buy all, close the service would gain the council most",
    "gain £4.38m of cash (−£2.41m to +£10.4m), ahead in 87 runs of 100",
    "Buy half, keep the teams would lose £10.7m",
    "Buy half, close teams would lose £1.92m",
  ],
  "discharge/scenario.yaml": [
    "Ward shut would gain the place most",
    "gain £2.03m of cash (−£470,000 to +£4.55m), ahead in 81 runs of 100",
    "Acute trust would gain £2.30m and Council would lose £272,000",
    "Beds left empty would gain £883,000",
    "more bed-days with Beds filled",
  ],
  "eighty-twenty/scenario.yaml": [
    "No option pays for itself in cash",
    "lose £1.92m of cash (£369,000 to £4.70m)",
    "as a trial found: lose £10.2m",
  ],
  "fdac/scenario.yaml": [
    "The council would pay £560,000 over five years, and have it back in cash by year 3",
    "gain £355,000 of cash (£125,000 to £585,000), ahead in 99 runs of 100",
    "21p more spent by NHS and public health",
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
    "lose £978,000",
  ],
  "gritting/two-winters.yaml": [
    "the 2,048 draws tell as much as 479",
    "566 to 2,490, and gives 713 to 1,300 now; 890 counted",
    "More falls in weeks below 1 °C: 1.2 to 7.59 by the file, and 2.66 to 5.21 now",
  ],
  "gritting/scenario.yaml": [
    "would pay £100,000 over five years (£93,500 in today's value)",
    "10p comes back as cash: 8p to University College Hospital and 2p to London Borough of Camden",
    "8 admissions and about 53 attendances would be averted",
    "Another 44p is freed",
    "lose £84,100 of cash (£64,900 to £92,200), ahead in fewer than 1 run of 100",
  ],
  "hearts-and-heads/scenario.yaml": [
    "The system would gain the public purse most",
    "gain £927,000 of cash (−£73,400 to +£2.47m)",
    "The work would lose £6.45m and free £5.39m; Both would lose £2.46m and free £13.1m",
    "the whole less its parts alone is £3.06m (£283,000 to £7.03m)",
  ],
  "hip-replacement/scenario.yaml": [
    "one QALY costs £2,200: 44.6 more QALYs (19.4 to 75) for £97,900",
    "lose £97,900 of cash (£32,100 to £145,000), ahead in 2 runs of 100",
  ],
  "hiv/scenario.yaml": [
    "one life year costs £6,330: 931 more life years (630 to 1,183) for £5.89m",
    "(£3.52m to £9.20m)",
  ],
  "honest-pilot/scenario.yaml": [
    "What is true would not pay for itself in cash",
    "lose £85,700 of cash (£57,100 to £105,000)",
    "What the best counted: lose £34,200 of cash (−£80,400 to +£38,000)",
  ],
  "into-work/scenario.yaml": [
    "Public value is £436,000 (£95,200 to £798,000), £524,000 before optimism bias",
    "£628,000",
    "In cash alone budgets would gain £200,000",
  ],
  "ministers-dilemma/scenario.yaml": [
    "£0 (use it or lose it) to £4.90m",
    "−£1.75m (ratchet)",
    "−£3.00m",
    "£0 (outturn plus)",
  ],
  "jigsaw/scenario.yaml": [
    "20p comes back as cash",
    "the public purse would lose £3.71m of cash (£304,000 to £9.07m), ahead in 4 runs of 100",
  ],
  "neighbours-first/scenario.yaml": [
    "society would lose £11.1m of cash (−£31.3m to +£215,000), ahead in 5 runs of 100, though the place would gain £4.26m",
    "Families and neighbours would lose £15.4m",
    "30% more care would lose £29.9m",
  ],
  "ninety-five/scenario.yaml": [
    "The fall that was measured would not pay for itself in cash",
    "lose £1.23m of cash (£716,000 to £2.08m), ahead in no run",
    "The fall that is claimed: the public purse would gain £1.70m of cash (£290,000 to £3.21m)",
  ],
  "failure-demand/scenario.yaml": [
    "Other contacts cause 27% (18% to 36%) of contacts at the council desk",
    "£8.25m would be avoided over three years, £1.83m (£726,000 to £3.48m) of it cash",
  ],
  "place-count/scenario.yaml": [
    "£7.50bn is spent in 2009/10, of which local bodies control 49% and national bodies 51%",
  ],
  "not-cash/scenario.yaml": [
    "Mediation: of £1.06m avoided over three years, undiscounted, £1.06m is cash",
    "gain £450,000 of cash (£329,000 to £572,000)",
    "Legal aid would gain £1.03m",
    "lose £577,000 and free £1.03m",
  ],
  "our-place-our-budget/scenario.yaml": ["Under silo, by benefit and one purse, nothing goes ahead", "lose £658,000"],
  "own-up/scenario.yaml": [
    "Hospital would end best with Telling all of it",
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
  "partnership/scenario.yaml": [
    "18p comes back as cash",
    "The place would lose £856,000 of cash (£430,000 to £1.18m)",
    "1,840 more people handed over",
  ],
  "pothole-fund/scenario.yaml": [
    "Ring-fenced costs £947,000 beside unringfenced",
    "Under ring-fenced, only",
    "(−£507,000",
    "(+£441,000",
    "5.52 more families that live together",
  ],
  "prevention-or-cure/scenario.yaml": [
    "No option pays for itself in cash. 40% to prevention would come nearest",
    "lose £4.67m of cash (£1.11m to £7.19m)",
    "All to prevention would lose £6.87m and free £9.60m; All to cure would lose £5.11m and free £19.2m",
    "One year in health costs £413 of cash",
  ],
  "programme/scenario.yaml": [
    "No option pays for itself in cash",
    "lose £618,000 of cash (−£1.13m to +£149,000), ahead in 8 runs of 100",
    "A programme would lose £646,000",
  ],
  "quick-wins/scenario.yaml": [
    "Worth most: counting one year, nothing; counting three to five years, the quick win; counting ten years, the long one",
    "Over ten years: the quick win £223,000, the long one £1.23m",
  ],
  "salami/scenario.yaml": [
    "turn away up to 33% of contacts",
    "gain £20.3m of cash (£2.29m to £45.0m), ahead in 98 runs of 100",
    "1,590 years of care and 19,300 admissions would be averted",
  ],
  "shared-offices/scenario.yaml": [
    "gain £10.5m of cash (£5.28m to £18.6m), ahead in 99 runs of 100",
    "Each its own buildings would gain £617,000 and free £19.9m",
  ],
  "transformation-fund/scenario.yaml": [
    "£41.0m over five years",
    "93p comes back",
    "lose £2.85m of cash (−£22.8m to +£21.7m), ahead in 40 runs of 100",
    "The treasury, which is no agency here, would be out of pocket by £41.0m under loan",
  ],
  "troubled-families/scenario.yaml": [
    "Second phase, from its parts: be about even on average (−£135m to +£184m), ahead in 45 runs of 100",
    "lose £515m of cash (£460m to £546m)",
    "at least £116m of cash on average, and gain at most £213m at the 95th percentile",
    "the public purse would lose £97.8m",
  ],
  "two-governments/scenario.yaml": [
    "Under silos, nothing goes ahead",
    "(+£269,000) would go ahead",
    "Homes for people who sleep rough: under none",
    "327 more years with a home (255 to 389)",
  ],
  "whole-person/scenario.yaml": [
    "No option pays for itself in cash. Teams that turn away would come nearest",
    "One worker would lose £144,000 and free £1.85m; Three teams would lose £161,000",
    "One year with a home costs £1,220 of cash",
  ],
  "whole-place/scenario.yaml": [
    "Under each for itself and one place, All six (+£13.3m), Right first time (+£897,000), Shared offices (+£14.9m) and",
    "refuse Grit (Acute trust), One worker (the council) and Help to go home (the council)",
    "Together £13.3m (−£1.23m to £30.9m); the whole less its parts alone is £1.16m (−£33,200 to £6.27m)",
    "Shared offices would gain the public purse most",
    "One worker would lose £5.61m and free £2.13m",
  ],
  "warm-homes/scenario.yaml": [
    "£2.82 to Households",
    "lose at least £92,200 of cash on average, and at least £48,200 at the 95th percentile",
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

test("the question that a text prints is not cut at the point of a number", () => {
  const text = toText(report(simulate(example("programme/scenario.yaml"), { draws: 1 })));
  expect(text).toContain("\nIs £1.5m against domestic abuse better spent");
});
