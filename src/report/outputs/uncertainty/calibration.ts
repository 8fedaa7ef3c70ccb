import { type CalibrationRow, calibration } from "../../../results/uncertainty/calibration.js";
import { calibrationFinding } from "../../finding/calibration.js";
import { mostly } from "../../finding/words.js";
import { output } from "../../output.js";
import { dataOnly, type TableColumns } from "../../table.js";

const columns: TableColumns<CalibrationRow> = {
  kind: ["what", "text", dataOnly],
  label: ["figure or number", "text"],
  address: ["address", "code", 4],
  written: ["as written", "text", 3],
  counted: ["counted", "asWritten", 0.5],
  before: ["before", "asWritten", 0.5],
  beforeP5: ["5th before", "asWritten", 2],
  beforeP95: ["95th before", "asWritten", 2],
  after: ["after", "asWritten", 0.5],
  afterP5: ["5th after", "asWritten", 1],
  afterP95: ["95th after", "asWritten", 1],
  spreadLeft: ["spread left", "share"],
  isIdentified: ["identified", "yesNo", 4],
  goesWith: ["now goes with", "code", 4.5],
  correlation: ["correlation", "ratio", 4.5],
  effectiveDraws: ["as good as draws", "count", dataOnly],
};

export const calibrationOutput = output<CalibrationRow>({
  title: "Calibration",
  answers: "What was counted beside the model before and after, and what that says about each uncertain number.",
  columns,
  empty: "nothing was counted to compare it with (observed)",
  ofUsual: true,
  finding: (rows, { scenario }) => calibrationFinding(rows, scenario),
  rows: (simulation) => calibration(simulation),
  after: (rows) => {
    const unknown = rows.filter(({ kind, isIdentified }) => kind === "number" && !isIdentified);
    const names = unknown.map(({ label }) => label);
    return names.length === 0 ? [] : [`Not identified, and as uncertain as the file says: ${mostly(names, 6)}.`];
  },
});
