import ts from "typescript";
import { csvHeading } from "../../src/report/formats/csv.js";
import { outputNames, outputs } from "../../src/report/outputs.js";

/** A column of a result: its key in JSON and in code, its heading, and what its doc comment says. */
interface Column {
  readonly key: string;
  readonly heading: string;
  readonly comment: string;
}

/** An output with its question and its columns. */
interface OutputColumns {
  readonly name: string;
  readonly answers: string;
  readonly columns: readonly Column[];
}

/** The doc comments of the rows of each output, by the name of its constant: `whoSavesOutput`. */
const commentsByOutput = (): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const files = fileNames.filter((file) => /src.report.(outputs|read-back)./.test(file));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const found = new Map<string, ReadonlyMap<string, string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)) {
      const [row] = node.initializer.typeArguments ?? [];
      if (row) found.set(node.name.getText(), commentsOf(checker, checker.getTypeAtLocation(row)));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) ts.forEachChild(program.getSourceFile(file)!, visit);
  return found;
};

const commentsOf = (checker: ts.TypeChecker, row: ts.Type): ReadonlyMap<string, string> =>
  new Map(
    row.getProperties().map((property) => {
      const comment = ts.displayPartsToString(property.getDocumentationComment(checker));
      return [property.name, comment.replaceAll(/\s+/g, " ")];
    }),
  );

const constantOf = (name: string): string =>
  `${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Output`;

/** All outputs that are tables, with their columns. */
export const columnsOfOutputs = (): readonly OutputColumns[] => {
  const comments = commentsByOutput();
  return outputNames.flatMap((name) => {
    const { answers, columns } = outputs[name];
    if (columns.length === 0) return [];
    const own = comments.get(constantOf(name));
    if (own === undefined) throw new Error(`src/report/outputs has no ${constantOf(name)}.`);
    return [
      {
        name,
        answers,
        columns: columns.map((column) => ({
          key: column.key,
          heading: csvHeading(column, columns),
          comment: own.get(column.key) ?? "",
        })),
      },
    ];
  });
};

const rowOf = ({ key, heading, comment }: Column): string =>
  `| \`${key}\` | ${heading} | ${comment.replaceAll("|", "\\|")} |`;

const tableOf = (rows: readonly string[]): string =>
  ["| key | heading | what it is |", "| --- | --- | --- |", ...rows].join("\n");

/** The page of all columns. What four outputs or more have alike is described once. */
export const columnsPage = (all: readonly OutputColumns[]): string => {
  const counts = new Map<string, number>();
  for (const row of all.flatMap(({ columns }) => columns.map(rowOf))) counts.set(row, (counts.get(row) ?? 0) + 1);
  const isShared = (row: string): boolean => (counts.get(row) ?? 0) >= 4;
  const sections = all.map(({ name, answers, columns }) => {
    const rows = columns.map(rowOf).filter((row) => !isShared(row));
    const shared = columns.filter((column) => isShared(rowOf(column))).map(({ key }) => `\`${key}\``);
    const also = shared.length === 0 ? [] : [`Also ${shared.join(", ")}.`];
    return [`## ${name}`, answers, ...(rows.length === 0 ? [] : [tableOf(rows)]), ...also].join("\n\n");
  });
  return [
    "# Columns of results",
    "Every column of every output. The key names it in JSON and in the rows of a function; the heading, with its unit, is that of CSV; text and Markdown have shorter ones. Pounds are of present value, in the prices of the scenario, unless the comment says otherwise. A share goes from 0 to 1. This page is written from the comments in the code.",
    "## In many outputs",
    tableOf([...counts.keys()].filter(isShared)),
    ...sections,
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
};
