import { type DealRow, deal } from "../../results/deal.js";
import { dealFinding } from "../finding/deal.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { measureNote } from "../words.js";

export const dealOutput = output<DealRow>({
  title: "The deal everybody signs",
  answers: "The smallest payments between agencies, by year, with which all would sign; or that there are none.",
  takes: ["figure", "horizonYears"],
  finding: dealFinding,
  columns: {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text", 0.4],
    deal: ["deal", "text", 0.3],
    from: ["pays", "text"],
    to: ["is paid", "text"],
    year: ["year", "year", dataOnly],
    label: ["when", "text"],
    pounds: ["pounds", "roundedPounds"],
    presentValue: ["in present value", "roundedPounds", 4],
    fromGain: ["payer then gains", "roundedPounds", 2],
    fromContent: ["payer content", "percent", 2.5],
    toGain: ["paid then gains", "roundedPounds", 2],
    toContent: ["paid content", "percent", 2.5],
    block: ["who refuses without", "text", 5],
    short: ["short by", "roundedPounds", 6],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofOptions: true,
  before: ({ figure = "net" }, { scenario }) => [
    measureNote(figure, { of: "each agency", run: "the mean of the draws" }, scenario),
  ],
  rows: (simulation, options, regimes, stop) => deal(simulation, regimes, { ...options, ...stop }),
});
