import { listed } from "../../../base/problems/problem.js";
import { type DecideRow, decide } from "../../../results/rules/decide.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { beforeBiasNote } from "../../finding/standing.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";
import { decideFinding } from "./decide-finding.js";
import { movesColumns, movesNotes } from "./moves.js";

export const decideOutput = output<DecideRow>({
  title: "Would anybody sign?",
  answers: "What goes ahead under each regime, who blocks the rest, and what payment they need.",
  takes: ["figure", "horizonYears", "blame"],
  finding: decideFinding,
  columns: {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text"],
    decides: ["decides", "text", 5],
    goesAhead: ["goes ahead, a tie too", "yesNo", dataOnly],
    outcome: ["goes ahead", "text"],
    agree: ["agree", "text", 4],
    indifferent: ["indifferent", "text", 3.5],
    block: ["who blocks", "text"],
    mayNot: ["may not spend it", "text", 0.9],
    netBenefit: ["net of the scheme", "besideLargest"],
    realised: ["net that happens", "besideLargest", 2],
    outOfPocket: ["who is out of pocket", "text", 0.7],
    outOfPocketBy: ["by how much", "besideLargest", 0.8],
    sidePayment: ["needs to agree", "besideLargest"],
    losers: ["lose unasked", "text", 3],
    ...movesColumns,
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofOptions: true,
  net: { of: "all agencies together" },
  before: ({ figure = "net" }, simulation) => (figure === "net" ? beforeBiasNote(simulation) : []),
  rows: (simulation, options, regimes, stop) => decide(simulation, regimes, { ...options, ...stop }),
  after: (rows, { scenario }) => [...unaskedNote(rows, scenario), ...movesNotes(rows)],
});

const unaskedNote = (rows: readonly DecideRow[], scenario: Scenario): readonly string[] => {
  const unasked = rows.filter(({ agree, indifferent, block }) => [...agree, ...indifferent, ...block].length === 0);
  const strategies = [...new Set(unasked.map(({ strategy }) => scenario.strategies[strategy].name))];
  if (strategies.length === 0) return [];
  return [`No agency is asked about ${listed(strategies)}: none pays and no rule asks for money, so it goes ahead.`];
};
