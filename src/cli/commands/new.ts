import { errorText } from "../../base/problems/error-text.js";
import { didYouMean, mistake } from "../../base/problems/problem.js";
import { readText, systemCode, writeNewFile } from "../files/files.js";
import { templatesIn } from "../files/find.js";
import { print } from "../terminal.js";

/** Writes a template as a scenario that runs, for a user to change. */
export const writeNew = (name: string, from: string, packageFolder: string): number => {
  const own = name.replace(/\.ya?ml$/, "");
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(own))
    throw mistake(
      name,
      "A new scenario is written in this folder, under a plain name.",
      "Write letters, digits, - and _, such as who-saves new handrails.",
    );
  const file = `${own}.yaml`;
  const text = templateText(from, packageFolder).replaceAll("NAME", own);
  try {
    writeNewFile(file, text);
  } catch (error) {
    const code = systemCode(error) ?? errorText(error);
    throw code === "EEXIST"
      ? mistake(name, `${file} already exists, and is not overwritten.`, "Use another name, or move that file.")
      : mistake(name, `${file} cannot be written (${code}).`);
  }
  print(`Wrote ${file}. Next: who-saves run ${file}\n`);
  return 0;
};

/** The text of a template, with its schema where an installed package has it. */
const templateText = (from: string, packageFolder: string): string => {
  const templates = templatesIn(packageFolder);
  const path = templates.get(from);
  if (path !== undefined)
    return readText(path, "template").replace("$schema=../", "$schema=./node_modules/who-saves/examples/");
  throw mistake("--from", `There is no template called ${from}.`, didYouMean(from, [...templates.keys()]));
};
