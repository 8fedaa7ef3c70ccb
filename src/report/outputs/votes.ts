import { votes } from "../../results/decide.js";
import type { VoteRow } from "../../results/votes.js";
import { votesFinding } from "../finding/votes.js";
import { movesColumns, movesNotes } from "../moves.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { measureNote } from "../words.js";

export const votesOutput = output<VoteRow>({
  title: "Who signs",
  answers: "What each agency gains or loses under each regime, whether its consent is needed, and whether it agrees.",
  takes: ["figure", "horizonYears", "blame"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    regime: ["regime", "text", 0.4],
    party: ["party", "text", dataOnly],
    name: ["who", "text"],
    isAsked: ["asked for money", "yesNo", 3],
    maySpend: ["may spend", "yesNo", 6],
    isNeeded: ["needed", "yesNo"],
    gain: ["net after the rules", "besideLargest"],
    outlay: ["commits", "besideLargest", 2],
    hurdle: ["least net it wants", "besideLargest", 4],
    agrees: ["agrees if asked", "yesNo", dataOnly],
    vote: ["agrees", "text"],
    sidePayment: ["needs to agree", "besideLargest"],
    ...movesColumns,
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofOptions: true,
  finding: votesFinding,
  before: ({ figure = "net" }, { scenario }) => [
    measureNote(figure, { of: "all agencies together", run: "the mean of the draws" }, scenario),
  ],
  rows: (simulation, options, regimes, stop) => votes(simulation, regimes, { ...options, ...stop }),
  after: movesNotes,
});
