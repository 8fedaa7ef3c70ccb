import { type ExpectationRow, expectations } from "../../experiments/expectations.js";
import { output } from "../output.js";

export const expectationsOutput = output<ExpectationRow>({
  title: "Expectations",
  answers: "Published results beside what the central run gives.",
  columns: {
    name: ["expected", "text"],
    what: ["of", "text"],
    published: ["published", "asExpected"],
    found: ["found", "asExpected"],
    within: ["within", "asExpected"],
    holds: ["holds", "yesNo"],
    source: ["source", "text", 1],
  },
  beforeBias: true,
  ofUsual: true,
  finding: (rows) => [`Expected results that hold: ${rows.filter(({ holds }) => holds).length} of ${rows.length}.`],
  rows: ({ scenario }) => expectations(scenario),
  empty: "no published results are expected (expect)",
});
