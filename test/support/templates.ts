import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import ts from "typescript";

/** Texts that take the place of files of the project, by path from its root. A file need not exist. */
export type Overlay = Readonly<Record<string, string>>;

/** The first code block of a section of CONTRIBUTING.md. */
export const templateOf = (section: string): string => {
  const [, text = ""] = readFileSync("CONTRIBUTING.md", "utf8").split(`## ${section}\n`);
  const [, template] = /^```ts no-run\n([\s\S]*?)^```$/m.exec(text.split("\n## ")[0]) ?? [];
  if (template === undefined) throw new Error(`CONTRIBUTING.md has no template in "${section}".`);
  return template;
};

const pathOf = (file: string): string => relative(".", file).replaceAll("\\", "/");

/** Lets esbuild read the texts in place of the files. */
const inPlaceOf = (overlay: Overlay): Plugin => ({
  name: "overlay",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path.replace(/\.js$/, ".ts"));
      return pathOf(file) in overlay ? { path: file } : undefined;
    });
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = overlay[pathOf(path)];
      return contents === undefined ? undefined : { contents, loader: "ts" };
    });
  },
});

/** Compiles a module and loads it, with the texts in place of the files. */
export const load = async (module: string, overlay: Overlay): Promise<Readonly<Record<string, unknown>>> => {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "./${module.replace(/\.ts$/, ".js")}";`, loader: "ts", resolveDir: "." },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    plugins: [inPlaceOf(overlay)],
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
};

/** What the compiler finds wrong in some files, with the texts in place of the files. */
export const typeProblems = (files: readonly string[], overlay: Overlay): readonly string[] => {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram(files, options, {
    ...host,
    fileExists: (file) => pathOf(file) in overlay || host.fileExists(file),
    readFile: (file) => overlay[pathOf(file)] ?? host.readFile(file),
    getSourceFile: (file, version) => {
      const text = overlay[pathOf(file)];
      return text === undefined ? host.getSourceFile(file, version) : ts.createSourceFile(file, text, version, true);
    },
  });
  return files
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
      ...program.getSemanticDiagnostics(program.getSourceFile(file)),
    ])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
};
