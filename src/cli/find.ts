import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { didYouMean, nearestName } from "../base/problem.js";
import { mistake } from "./mistake.js";
import { isRuleFile } from "./rule-ending.js";

/** The examples of the package, name to path: `examples/NAME/scenario.yaml`, and any other scenario beside it by its own name. */
export const examplesIn = (packageFolder: string): ReadonlyMap<string, string> => {
  const folder = join(packageFolder, "examples");
  const found = namesIn(folder).flatMap((name) =>
    scenariosIn(join(folder, name)).map((file) => {
      const own = basename(file, ".yaml");
      return [own === "scenario" ? name : own, join(folder, name, file)] as const;
    }),
  );
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

const scenariosIn = (folder: string): readonly string[] => namesIn(folder).filter((file) => file.endsWith(".yaml"));

const kindOf = (path: string): "file" | "folder" | undefined => {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
};

/** Where a scenario lies, and what to call it in problems. */
export interface FoundFile {
  readonly path: string;
  readonly shown: string;
}

/** A rule: a file of the reader's, else one of the package's example rules by its file's name. */
export const findRule = (said: string, packageFolder: string): FoundFile => {
  if (kindOf(said) === "file") return { path: said, shown: said };
  const folder = join(packageFolder, "examples", "rules");
  const rules = namesIn(folder).filter(isRuleFile);
  if (rules.includes(basename(said))) return { path: join(folder, basename(said)), shown: said };
  throw mistake(said, "There is no such file, and no example rule of that name.", didYouMean(basename(said), rules));
};

/** A scenario: a file of the reader's, else an example by its name. */
export const findScenario = (said: string, packageFolder: string): FoundFile => {
  const examples = examplesIn(packageFolder);
  const kind = kindOf(said);
  if (kind === "file") return { path: said, shown: said };
  const path = examples.get(said);
  if (path !== undefined) return { path, shown: ["who-saves", ...relative(packageFolder, path).split(sep)].join("/") };
  const inside = scenariosIn(kind === "folder" ? said : dirname(said));
  if (kind === "folder") {
    const [first] = inside;
    throw mistake(said, `${said} is a folder.`, first && `Name a scenario in it, such as ${join(said, first)}.`);
  }
  if (/[\\/]|\.(ya?ml|json)$/.test(said)) {
    const nearest = nearestName(basename(said), inside);
    throw mistake(said, "There is no such file.", nearest && `Did you mean ${join(dirname(said), nearest)}?`);
  }
  const meant = inside.find((file) => file.startsWith(`${said}.`));
  const near = meant === undefined ? didYouMean(said, [...examples.keys(), ...inside]) : `Did you mean ${meant}?`;
  throw mistake(said, `There is no file and no example called ${said}. ${near}`);
};
