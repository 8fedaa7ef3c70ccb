import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/** The licences of the packages that some bundled files come from, so that the notices are never out of date. */
export const noticesOf = (files: readonly string[]): string => {
  const paths = files.map((file) => relative(".", file).replaceAll("\\", "/"));
  const folders = new Set(paths.join("\n").match(/^node_modules\/(@[^/\n]+\/)?[^/\n]+/gm));
  return [...folders]
    .sort()
    .map((folder) => `## ${folder.replace("node_modules/", "")}\n\n${licence(folder)}\n`)
    .join("\n");
};

/** The licence files of a package; seedrandom keeps its licence in its README and in the head of the file we bundle. */
const licence = (folder: string): string => {
  const read = (file: string) => readFileSync(`${folder}/${file}`, "utf8").trim();
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  if (files.length > 0) return files.map(read).join("\n\n");
  return `${/^LICENSE[\s\S]*/m.exec(read("README.md"))?.[0]}\n\n${/^(\/\/.*\n+)+/.exec(read("lib/alea.js"))?.[0]}`;
};
