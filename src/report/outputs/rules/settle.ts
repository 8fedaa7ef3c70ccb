import { type SettleRow, settle } from "../../../results/rules/settle.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";
import { movesColumns, movesNotes } from "./moves.js";
import { settleFinding } from "./settle-finding.js";
import { endsWith, isOfOne, movedByRules } from "./settle-tables.js";

/** Why there may be no rows. */
export const noRegime = "the scenario names no regimes (`who-saves list regimes` shows the standard ones)";

export const settleOutput = output<SettleRow>({
  title: "Settled",
  answers: "What each party ends with under each regime, and what each rule moves.",
  takes: ["by"],
  finding: settleFinding,
  columns: {
    regime: ["regime", "text", 0.4],
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    party: ["party", "text", dataOnly],
    name: ["who", "text"],
    year: ["year", "year"],
    label: ["from", "text", 13],
    budget: ["budget", "besideLargest", 6],
    outturn: ["spends", "besideLargest", 5],
    netBeforeRules: ["net before rules", "besideLargest"],
    idle: ["idle", "besideLargest", 4],
    permit: ["spent elsewhere", "besideLargest", 3],
    finance: ["finance rule", "besideLargest", 2],
    share: ["share rule", "besideLargest", 2],
    pay: ["pay rule", "besideLargest", 2],
    yearEnd: ["year-end rule", "besideLargest", 2],
    allocate: ["change of budget", "besideLargest", 3],
    transfers: ["all rules", "besideLargest", 1.5],
    position: ["ends with", "besideLargest"],
    positionP5: ["5th", "besideLargest", 1],
    positionP95: ["95th", "besideLargest", 1],
    reserve: ["carries over", "besideLargest", 5],
    refused: ["may not spend", "besideLargest", 8],
    presumed: ["budget presumed", "mark", 12],
    ...movesColumns,
    upperBound: ["upper bound", "mark", dataOnly],
  },
  before: ({ by = "end" }) => [
    `Undiscounted pounds, the mean of the draws, ${by === "years" ? "year by year" : "over all years"}: with the ` +
      "strategy less without it, both under the same rules.",
  ],
  beforeBias: true,
  rows: (simulation, _options, regimes = Object.keys(simulation.scenario.regimes), stop) =>
    regimes.flatMap((regime) => {
      const rows = settle(simulation, regime, stop);
      return rows.filter((row) => rows.some((other) => isOfOne(row, other) && isAffected(other)));
    }),
  empty: noRegime,
  summary: (rows, { by = "end" }, { scenario }) => {
    if (by === "years" || rows.length === 0) return undefined;
    return by === "end" ? endsWith(rows, scenario) : movedByRules(rows, scenario);
  },
  after: movesNotes,
});

/** True if the strategy changes something for the party in this year. A party with no such year has no rows. */
const isAffected = ({ netBeforeRules, idle, transfers, positionP5, positionP95 }: SettleRow): boolean =>
  [netBeforeRules, idle, transfers, positionP5, positionP95].some((pounds) => pounds !== 0);
