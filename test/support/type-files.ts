import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { recordOf } from "../../src/base/records.js";

// The types of a scenario as the files of src/scenario/define.

interface WrittenType {
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

/** The same types, where one that names nothing takes no names. */
export const withoutIdle = (types: readonly WrittenType[]): readonly WrittenType[] => {
  const idle = types.find(
    ({ name, text }) => text.includes(`${name}<N extends Names = Names>`) && !usesNames(name, text),
  );
  if (idle === undefined) return types;
  const { name } = idle;
  return withoutIdle(
    types.map((type) => ({
      ...type,
      text: type.text
        .replace(`${name}<N extends Names = Names>`, name)
        .replaceAll(new RegExp(`\\b${name}<N>`, "g"), name),
    })),
  );
};

const usesNames = (name: string, text: string): boolean => /N\["|<N[,>]/.test(text.replaceAll(`${name}<N>`, ""));

/** The types of the file of names, which is written by hand. */
const namesTypes = Array.from(
  readFileSync("src/scenario/define/names.ts", "utf8").matchAll(/^export (?:type|interface) (\w+)/gm),
  ([, name]) => name,
);

export const fileOf = (file: string, types: readonly WrittenType[]): string => {
  const own = types.filter((type) => type.file === file);
  const text = own.map((type) => type.text).join("\n\n");
  const named = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const others = [...new Set(types.map((type) => type.file))].filter((other) => other !== file);
  const imports = others.flatMap((other) => {
    const used = types.filter((type) => type.file === other && named(type.name)).map(({ name }) => name);
    return used.length > 0 ? [`import type { ${used.join(", ")} } from "./${other}.js";`] : [];
  });
  const names = namesTypes.filter(named);
  if (names.length > 0) imports.push(`import type { ${names.join(", ")} } from "./names.js";`);
  const head = "// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.";
  return `${head}\n\n${imports.join("\n")}\n\n${text}\n`;
};

/** Formats all files at once, in a folder with the settings of the project. */
export const formatted = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const folder = mkdtempSync(join(tmpdir(), "who-saves-types-"));
  const settings = { extends: [resolve("biome.json")], vcs: { enabled: false } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(settings));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, `${file}.ts`), text);
  execFileSync(resolve("node_modules/.bin/biome"), ["check", "--write", "--log-level=none", "."], { cwd: folder });
  const written = recordOf(Object.keys(files), (file) => readFileSync(join(folder, `${file}.ts`), "utf8"));
  rmSync(folder, { recursive: true });
  return written;
};
