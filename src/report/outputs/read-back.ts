import { counted } from "../../base/problems/problem.js";
import { output } from "../output.js";
import { type ReadBackRow, readBack } from "../read-back/read-back.js";

export const readBackOutput = output<ReadBackRow>({
  title: "The scenario in sentences",
  answers: "What the file says, in sentences with the numbers of the central run.",
  isSummable: true,
  columns: { address: ["address", "code", 1], says: ["says", "text"] },
  finding: (rows) => [`${counted(rows.length, "part")} of the file, in its own names.`],
  rows: readBack,
  ofUsual: true,
});
