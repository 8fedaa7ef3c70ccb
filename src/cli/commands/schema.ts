import { readFileSync } from "node:fs";
import { join } from "node:path";
import { print } from "../terminal.js";

/** Prints the JSON Schema of a scenario. */
export const schema = (packageFolder: string): number => {
  print(readFileSync(join(packageFolder, "examples", "scenario.schema.json"), "utf8"));
  return 0;
};
