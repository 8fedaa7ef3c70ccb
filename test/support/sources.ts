import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Every source file of the library, parsed, by its path. */
export const sources: ReadonlyMap<string, ts.SourceFile> = new Map(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .map((file) => [file, ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true)]),
);

/** The entries of the package whose every name is documented. */
export const entries: readonly string[] = ["src/index.ts", "src/report/index.ts", "src/laws/index.ts"];
