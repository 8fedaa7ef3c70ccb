import { type ExpectationRow, expectations } from "../../experiments/expectations.js";
import { rowsPage } from "../output.js";

export const expectationsPage = rowsPage<ExpectationRow>(
  {
    name: ["expected", "text"],
    what: ["of", "text"],
    published: ["published", "asExpected"],
    found: ["found", "asExpected"],
    within: ["within", "asExpected"],
    holds: ["holds", "yesNo"],
    source: ["source", "text", 1],
  },
  ({ scenario }) => expectations(scenario),
  "no published results are expected (expect)",
);
