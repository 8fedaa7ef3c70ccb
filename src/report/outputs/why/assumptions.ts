import { counted } from "../../../base/problems/problem.js";
import { answerLevelOf } from "../../../results/money/answer-level.js";
import { type AssumptionRow, assumptions } from "../../../results/why/assumptions.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const assumptionsOutput = output<AssumptionRow>({
  title: "Assumptions",
  answers:
    "Every number behind the result, its source, and how much of the spread of the first strategy's net it explains.",
  columns: {
    label: ["number", "text"],
    address: ["address", "code"],
    written: ["as written", "text"],
    value: ["value", "asWritten", 6],
    unit: ["unit", "text", 4],
    status: ["status", "text"],
    source: ["source", "text", dataOnly],
    reference: ["reference", "year", 1],
    note: ["note", "text", 7],
    grade: ["grade", "year", 8],
    priceYear: ["prices", "text", 2],
    uprated: ["in prices of the results", "pounds", 2.8],
    ageYears: ["age, years", "year", 3],
    doubts: ["doubts", "text", 1.5],
    shareOfSavings: ["of savings", "share", 2.5],
    shareOfSpread: ["of the spread", "share"],
  },
  ofUsual: true,
  finding: (rows) => {
    const of = (status: AssumptionRow["status"]): number => rows.filter((row) => row.status === status).length;
    return [
      `Of ${counted(rows.length, "number")}: ${of("sourced")} with a source, ` +
        `${counted(of("assumption"), "assumption")}, ${of("unsourced")} without a source, ` +
        `${of("formula") + of("default")} calculated or by default.`,
    ];
  },
  net: { of: "the answer" },
  rows: (simulation) =>
    assumptions(simulation, { strategy: simulation.settings.strategies[0], of: answerLevelOf(simulation) }),
  after: (rows, { scenario, settings: { strategies } }) => [
    ...(rows.some(({ reference }) => reference !== null)
      ? ["A reference is the number of a source in the output `references`."]
      : []),
    ...(strategies.length > 1
      ? [`The spread is that of ${scenario.strategies[strategies[0]].name}; a run of another alone shows its own.`]
      : []),
  ],
});
