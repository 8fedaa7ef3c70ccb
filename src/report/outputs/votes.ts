import { votes } from "../../results/decide.js";
import type { VoteRow } from "../../results/votes.js";
import { rowsPage } from "../output.js";

export const votesPage = rowsPage<VoteRow>(
  {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text", 0.4],
    party: ["party", "text", 13],
    name: ["who", "text"],
    isAsked: ["asked for money", "yesNo", 3],
    maySpend: ["may spend", "yesNo", 6],
    isNeeded: ["needed", "yesNo"],
    gain: ["ends up with", "roundedPounds"],
    outlay: ["puts in", "roundedPounds", 2],
    hurdle: ["blame", "roundedPounds", 4],
    agrees: ["agrees", "yesNo"],
    sidePayment: ["would take", "roundedPounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  (simulation, { regimes, figure = "netCash", horizonYears, blame }) =>
    votes(simulation, regimes, {
      figure,
      ...(horizonYears === undefined ? {} : { horizonYears }),
      ...(blame === undefined ? {} : { blame }),
    }),
);
