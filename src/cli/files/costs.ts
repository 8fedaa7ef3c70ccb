import { ScenarioError } from "../../base/problems/problem.js";
import { readUnitCosts, type UnitCostsResult } from "../../scenario/money/unit-costs.js";
import { readText } from "./files.js";

/** The unit costs in the user's CSV file. An error in it stops the command; warnings are returned. */
export const readCosts = (file: string): UnitCostsResult => {
  const { costs, problems } = readUnitCosts(readText(file, "file of unit costs"));
  const inFile = problems.map((problem) => ({ ...problem, address: `${file}, ${problem.address}` }));
  if (inFile.some(({ severity }) => severity === "error")) throw new ScenarioError(inFile);
  return { costs, problems: inFile };
};
