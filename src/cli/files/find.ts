import { readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { didYouMean, mistake, nearestName } from "../../base/problems/problem.js";
import { printNote } from "../terminal.js";
import { systemCode } from "./files.js";

/** True if a file is written in TypeScript, by its ending. */
export const isTypeScript = (file: string): boolean => [".ts", ".mts"].includes(extname(file));

/** True if a file is a rule and not a scenario, by its ending. */
export const isRuleFile = (file: string): boolean => isTypeScript(file) || [".js", ".mjs"].includes(extname(file));

/**
 * The paths of the package's examples, by name.
 * `examples/NAME/scenario.yaml` is called NAME; any other scenario in such a folder has its own name.
 */
export const examplesIn = (packageFolder: string): ReadonlyMap<string, string> => {
  const folder = join(packageFolder, "examples");
  const folders = namesIn(folder).filter((name) => name !== "templates");
  const examples = folders.flatMap((name) =>
    scenariosIn(join(folder, name)).map((file) => {
      const own = basename(file, ".yaml");
      return [own === "scenario" ? name : own, join(folder, name, file)] as const;
    }),
  );
  return new Map(examples.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The paths of the package's templates, by name: `examples/templates/NAME.yaml`. */
export const templatesIn = (packageFolder: string): ReadonlyMap<string, string> => {
  const folder = join(packageFolder, "examples", "templates");
  return new Map(scenariosIn(folder).map((file) => [basename(file, ".yaml"), join(folder, file)]));
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

const scenariosIn = (folder: string): readonly string[] => namesIn(folder).filter((file) => file.endsWith(".yaml"));

/** The kind of a path; undefined if nothing is there. A path that may not be examined is a file: reading refuses it. */
const kindOf = (path: string): "file" | "folder" | undefined => {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(systemCode(error) ?? "")
      ? undefined
      : "file";
  }
};

/** The path of a file, and its name in problems. */
export interface FoundFile {
  readonly path: string;
  readonly shown: string;
}

/** Finds a rule: first a file of the user's, then an example rule of that file name. */
export const findRule = (name: string, packageFolder: string): FoundFile => {
  if (kindOf(name) !== undefined) return { path: name, shown: name };
  const folder = join(packageFolder, "examples", "rules");
  const rules = namesIn(folder).filter(isRuleFile);
  if (rules.includes(basename(name))) return { path: join(folder, basename(name)), shown: name };
  throw mistake(name, "There is no such file, and no example rule of that name.", didYouMean(basename(name), rules));
};

/** Finds a scenario: first a file of the user's, then an example of that name. */
export const findScenario = (name: string, packageFolder: string): FoundFile => {
  const kind = kindOf(name);
  const examples = examplesIn(packageFolder);
  if (kind === "file" && examples.has(name)) printNote(`${name} is a file in this folder; the example is not read.`);
  if (kind === "file") return { path: name, shown: name };
  const path = examples.get(name);
  if (path !== undefined) return { path, shown: ["who-saves", ...relative(packageFolder, path).split(sep)].join("/") };
  const inside = scenariosIn(kind === "folder" ? name : dirname(name));
  if (kind === "folder") {
    const [first] = inside;
    throw mistake(name, `${name} is a folder.`, first && `Name a scenario in it, such as ${join(name, first)}.`);
  }
  if (inside.includes(basename(name))) throw mistake(name, "This is a link to a file that is not there.");
  if (/[\\/]|\.(ya?ml|json)$/.test(name)) {
    const nearest = nearestName(basename(name), inside);
    throw mistake(name, "There is no such file.", nearest && `Did you mean ${join(dirname(name), nearest)}?`);
  }
  const sameName = inside.find((file) => file.startsWith(`${name}.`));
  const near = sameName === undefined ? didYouMean(name, [...examples.keys(), ...inside]) : `Did you mean ${sameName}?`;
  throw mistake(name, `There is no file and no example called ${name}. ${near}`);
};
