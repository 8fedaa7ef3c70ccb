import { listed } from "../../base/problem.js";
import { type DecideRow, decide, nobodyIsAsked } from "../../results/decide.js";
import { rowsPage } from "../output.js";

export const decidePage = rowsPage<DecideRow>(
  {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text"],
    decides: ["decides", "text", 5],
    goesAhead: ["goes ahead", "yesNo"],
    agree: ["agree", "text", 4],
    block: ["who blocks", "text"],
    mayNot: ["may not spend it", "text", 0.9],
    netBenefit: ["worth", "roundedPounds"],
    realised: ["realised", "roundedPounds", 2],
    sidePayment: ["would take", "roundedPounds"],
    losers: ["lose unasked", "text", 3],
    upperBound: ["upper bound", "mark", 14],
  },
  (simulation, { regimes, figure = "netCash", horizonYears, blame }) =>
    decide(simulation, regimes, {
      figure,
      ...(horizonYears === undefined ? {} : { horizonYears }),
      ...(blame === undefined ? {} : { blame }),
    }),
  undefined,
  { notesOf: (rows) => unaskedNote(rows.filter(({ agree }) => agree === nobodyIsAsked)) },
);

const unaskedNote = (rows: readonly DecideRow[]): readonly string[] => {
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  if (strategies.length === 0) return [];
  return [
    `Nobody is asked about ${listed(strategies)}: no agency pays and no rule asks for money, so nothing stops it.`,
  ];
};
