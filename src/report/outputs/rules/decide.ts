import { listed } from "../../../base/problems/problem.js";
import { type DecideRow, decide } from "../../../results/rules/decide.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { type GridPanel, gridChart } from "../../charts/grid.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import type { SignName } from "../../charts/style.js";
import { beforeBiasNote } from "../../finding/standing.js";
import { output } from "../../output.js";
import { dataOnly, type Part } from "../../table.js";
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

/** Which strategies go ahead under which regimes. */
export const decidePicture: Picture = {
  describe:
    "A row for each regime, and a column for each strategy. A full circle is a strategy that goes ahead, a cross is " +
    "one that does not, and a square is one about which all who are asked are indifferent.",
  words: ({ table }) =>
    pictureRows(table).map((row) => `${row.text("strategy")} under ${row.text("regime")}: ${wordsOfDecision(row)}.`),
  draw: (part, width) => gridChart([panelOf(part)], meanings, width),
};

const meanings = { full: "goes ahead", cross: "does not go ahead", half: "all who are asked are indifferent" };

const signOf: ReadonlyMap<string, SignName> = new Map([
  ["yes", "full"],
  ["no", "cross"],
  ["indifferent", "half"],
]);

/** What happens, who blocks it and what would be needed. */
const wordsOfDecision = (row: PictureRow): string => {
  if (row.text("outcome") === "yes") return `goes ahead; net of the scheme ${row.text("netBenefit")}`;
  if (row.text("outcome") === "indifferent") return "all who are asked are indifferent";
  const blocks = row.text("block") === "" ? "" : `${row.text("block")} would need ${row.text("sidePayment")}`;
  const mayNot = row.text("mayNot") === "" ? "" : `${row.text("mayNot")} may not spend it`;
  return [blocks, mayNot].filter((text) => text !== "").join("; ");
};

const panelOf = ({ table }: Part): GridPanel => {
  const rows = pictureRows(table);
  const strategies = [...new Set(rows.map((row) => row.text("strategy")))];
  return {
    heading: strategies.length === 1 ? strategies[0] : "",
    columns: strategies,
    rows: groupsBy(rows, ["regime"]).map(({ rows: own }) => ({
      label: own[0].text("regime"),
      figures: strategies.length === 1 ? wordsOfDecision(own[0]) : "",
      cells: strategies.map((strategy) => {
        const found = own.find((row) => row.text("strategy") === strategy);
        return signOf.get(found?.text("outcome") ?? "");
      }),
    })),
  };
};
