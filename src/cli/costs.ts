import { readFileSync, statSync } from "node:fs";
import { ScenarioError } from "../base/problem.js";
import { readUnitCosts, type UnitCostsResult } from "../scenario/money/unit-costs.js";
import { mistake, systemCode } from "./mistake.js";

const mostBytes = 10_000_000;

/** The unit costs in a file of the user's; an error in it stops the command, a warning is handed on. */
export const readCosts = (file: string): UnitCostsResult => {
  const { costs, problems } = readUnitCosts(textOf(file));
  const placed = problems.map((problem) => ({ ...problem, address: `${file}, ${problem.address}` }));
  if (placed.some(({ severity }) => severity === "error")) throw new ScenarioError(placed);
  return { costs, problems: placed };
};

const textOf = (file: string): string => {
  try {
    if (statSync(file).size > mostBytes) throw mistake(file, "A file of unit costs is at most 10 MB.");
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw mistake(file, "This file is not text in UTF-8.");
    const code = systemCode(error);
    if (code === "ENOENT") throw mistake(file, "There is no such file of unit costs.");
    throw code === undefined ? error : mistake(file, `This file cannot be read (${code}).`);
  }
};
