import { type PriceOfSilosRow, priceOfSilos } from "../../results/price-of-silos.js";
import { rowsPage } from "../output.js";

export const priceOfSilosPage = rowsPage<PriceOfSilosRow>(
  {
    regime: ["regime", "text"],
    horizonYears: ["years counted", "year"],
    blame: ["blame", "asWritten"],
    goAhead: ["goes ahead", "text"],
    achievable: ["to be had", "roundedPounds"],
    realised: ["realised", "roundedPounds"],
    share: ["share", "share", 2],
    price: ["price of silos", "ratio", 1],
  },
  (simulation, { regimes, figure = "netCash" }) => priceOfSilos(simulation, regimes, { figure }),
);
