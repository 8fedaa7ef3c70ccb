import { sum } from "../../../base/mathematics/statistics.js";
import { counted } from "../../../base/problems/problem.js";
import { type ReferenceRow, references } from "../../../results/why/references.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const referencesOutput = output<ReferenceRow>({
  title: "References",
  answers: "The sources of the numbers, numbered as the assumptions cite them.",
  isSummable: true,
  columns: {
    number: ["no.", "year", 0.1],
    source: ["name", "text", dataOnly],
    title: ["title", "text"],
    url: ["where", "text", 3],
    licence: ["licence", "text", 1],
    note: ["note", "text", 5],
    numbers: ["numbers", "year", 4],
  },
  finding: (rows) => [
    `${counted(rows.length, "source")} for ${counted(sum(rows.map(({ numbers }) => numbers)), "number")}.`,
  ],
  rows: references,
  empty: "no number names a source",
  ofUsual: true,
});
