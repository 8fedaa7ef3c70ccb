import ts from "typescript";
import { expect } from "vitest";

/**
 * Turns each `expression // => result` and `expression // throws Name` of a text into a check, so that an example is a test.
 * The checks are named `same` and `throws`, which the text must be able to see; the rest of it stays as it is.
 */
export const withChecks = (code: string): string => {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const checks = source.statements.filter(ts.isExpressionStatement).flatMap((statement) => {
    const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    const [, kind, told] = promise.exec(code.slice(comment?.pos, comment?.end)) ?? [];
    if (comment === undefined || told === undefined) return [];
    const check = kind === "=>" ? "same" : "throws";
    const expected = kind === "=>" ? withTolerances(told) : JSON.stringify(told);
    const text = `await ${check}(async () => (${statement.expression.getText()}), ${expected});`;
    return [{ from: statement.getStart(), to: comment.end, text }];
  });
  if (checks.length !== code.match(/\/\/ (=>|throws) /g)?.length)
    throw new Error(`Write one \`expression // => result\` a line, and no arrow elsewhere:\n${code}`);
  return replaced(code, checks);
};

const promise = /^\/\/ (=>|throws) (.+)$/;

/** Checks that an expression gives a result; columns compare as plain arrays. */
export const same = async (run: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect(plain(await run())).toEqual(expected);

/** Checks that an expression throws an error of a name. */
export const throws = (run: () => Promise<unknown>, name: string): Promise<void> =>
  expect(run()).rejects.toHaveProperty("name", name);

/** A printed number stands for every number within half of its last printed decimal, or a thousand-millionth of itself. */
export const near = (printed: string): unknown => {
  const value = Number(printed.replaceAll("_", ""));
  const [, decimals, power] = /\.(\d+)(?:e([+-]?\d+))?$/i.exec(printed) ?? [];
  const half = decimals === undefined ? 0 : 10 ** (Number(power ?? 0) - decimals.length) / 2;
  const tolerance = Math.max(half, Math.abs(value) / 1e9, 1e-12);
  return expect.closeTo(value, -Math.log10(2 * tolerance * (1 + 1e-9)));
};

const withTolerances = (literal: string): string => {
  const code = `(${literal})`;
  const numbers: Replacement[] = [];
  const visit = (node: ts.Node): void => {
    const minus = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
    if (ts.isNumericLiteral(minus ? node.operand : node))
      numbers.push({ from: node.getStart(), to: node.end, text: `near("${node.getText()}")` });
    else if (ts.isPropertyAssignment(node)) visit(node.initializer);
    else node.forEachChild(visit);
  };
  visit(ts.createSourceFile("literal.ts", code, ts.ScriptTarget.Latest, true));
  return replaced(code, numbers);
};

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const replaced = (code: string, replacements: readonly Replacement[]): string =>
  replacements.reduceRight((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), code);

const plain = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
};
