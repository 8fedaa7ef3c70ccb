import { type ExpectationRow, expectations } from "../../../experiments/expectations.js";
import { nameOfKey } from "../../../scenario/names.js";
import { output } from "../../output.js";
import { type TableColumns, tableOf } from "../../table.js";

const columns: TableColumns<ExpectationRow> = {
  name: ["result", "text"],
  what: ["of", "text"],
  expected: ["expected", "asExpected"],
  from: ["from", "text"],
  found: ["found", "asExpected"],
  within: ["within", "asExpected"],
  holds: ["holds", "yesNo"],
  source: ["source", "text", 1],
};

export const expectationsOutput = output<ExpectationRow>({
  title: "Expectations",
  answers: "Expected results beside what the central run gives, and where each comes from.",
  columns,
  summary: (rows) =>
    tableOf(
      columns,
      rows.map((row) => ({ ...row, name: nameOfKey(row.name) })),
    ),
  beforeBias: true,
  ofUsual: true,
  finding: (rows) => [`Expected results that hold: ${rows.filter(({ holds }) => holds).length} of ${rows.length}.`],
  rows: ({ scenario }) => expectations(scenario),
  empty: "no results are expected (expect)",
});
