import { type PriceOfSilosRow, priceOfSilos } from "../../results/price-of-silos.js";
import { priceOfSilosFinding } from "../finding/price-of-silos.js";
import { output } from "../output.js";
import { measureNote } from "../words.js";

export const priceOfSilosOutput = output<PriceOfSilosRow>({
  title: "The price of silos",
  answers: "What could be gained, and how much of it each regime realises, by years counted and weight of blame.",
  takes: ["figure"],
  finding: priceOfSilosFinding,
  columns: {
    regime: ["regime", "text"],
    horizonYears: ["years counted", "year"],
    blame: ["blame", "asWritten"],
    goAhead: ["goes ahead", "text"],
    achievable: ["achievable", "roundedPounds"],
    realised: ["realised", "roundedPounds"],
    share: ["share", "share", 2],
    price: ["price of silos", "ratio", 1],
  },
  ofOptions: true,
  before: ({ figure = "net" }, { scenario }) => [
    measureNote(figure, { of: "all agencies together", run: "the mean of the draws" }, scenario),
  ],
  rows: (simulation, options, regimes) => priceOfSilos(simulation, regimes, options),
});
