import { resolve } from "node:path";
import ts from "typescript";

const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ".");

/** What an editor says of a text: completions and documentation at its marks, and what the compiler reports. */
export interface Editor {
  /** The completions at a mark, without words of the language. */
  readonly completions: (mark: string) => readonly string[];
  /** The documentation of the name just before a mark. */
  readonly documentation: (mark: string) => string;
  /** The sentences of the compiler. */
  readonly errors: () => readonly string[];
  readonly program: ts.Program;
}

/** An editor with a text in which each «name» is a mark. */
export const editorOf = (marked: string): Editor => {
  const file = resolve("editor-sample.ts");
  const places = new Map<string, number>();
  const text = marked.split(/(«\w+»)/).reduce((before, part) => {
    const mark = /^«(\w+)»$/.exec(part)?.[1];
    if (mark === undefined) return before + part;
    places.set(mark, before.length);
    return before;
  }, "");
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file, resolve("examples/text.d.ts")],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const read = name === file ? text : ts.sys.readFile(name);
      return read === undefined ? undefined : ts.ScriptSnapshot.fromString(read);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const at = (mark: string): number => places.get(mark) ?? Number.NaN;
  return {
    completions: (mark) =>
      (service.getCompletionsAtPosition(file, at(mark), {})?.entries ?? [])
        .filter(({ kind }) => kind !== "keyword" && kind !== "warning")
        .map(({ name }) => name),
    documentation: (mark) =>
      ts.displayPartsToString(service.getQuickInfoAtPosition(file, at(mark) - 1)?.documentation ?? []),
    errors: () =>
      service.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    get program() {
      return service.getProgram()!;
    },
  };
};
