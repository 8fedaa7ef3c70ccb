import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { sources } from "../support/sources.js";

/** Words that make a reader decode a sentence, and what to write instead. The glossary has the words of the product. */
const avoided: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\btold\b/i, "reported, recorded, stated"],
  [/\bunless said\b|\bas said\b|\bis said\b|\bare said\b/i, "by default; stated"],
  [/\bso many\b/i, "the count, a number of"],
  [/\bthose who\b|\bthe ones who\b/i, "people who, agencies that"],
  [/\bwhoever\b/i, "any agency that, anybody who"],
  [/\bhangs? on\b/i, "depends on"],
  [/\bas many as\b/i, "the same number as"],
  [/\bkept apart\b|\bheld (at|within|in)\b/i, "stored separately; limited to"],
  [/\bis no cash\b/i, "is not cash"],
  [/\bone (more|less),? (a|or)\b/i, "1 + share, 1 − share"],
  [/\bdials?\b/i, "parameters"],
  [/\bpicks on its own\b/i, "draws independently"],
  [/\baverts all\b/i, "also prevents what it would have caused"],
  [/\bworked out apart\b/i, "computed a second time"],
  [/\bnobody who\b/i, "no person who, no agency that"],
  [/\bcomes to nothing\b|\bstands? there\b/i, "is zero"],
  [/\b(one number|a row|a column) a (draw|strategy|service|year)\b/i, "one number per draw"],
];

/** The first word of a text to avoid, with what to write instead. */
const wrongWord = (text: string): string | undefined => {
  for (const [pattern, instead] of avoided) {
    const word = pattern.exec(text)?.[0];
    if (word) return `"${word}" (write: ${instead})`;
  }
  return undefined;
};

/** The comments and texts of a source file, each with its line. */
const proseOf = (source: ts.SourceFile): readonly { readonly line: number; readonly text: string }[] => {
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const prose: { line: number; text: string }[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, source.text);
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan())
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia)
      prose.push({ line: lineAt(scanner.getTokenStart()), text: scanner.getTokenText() });
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      prose.push({ line: lineAt(node.getStart()), text: node.text });
    node.forEachChild(visit);
  };
  visit(source);
  return prose;
};

/** A page without its blocks of code, each line with its number. */
const linesOfPage = (page: string): readonly { readonly line: number; readonly text: string }[] => {
  let isCode = false;
  return readFileSync(page, "utf8")
    .split("\n")
    .map((text, index) => {
      const isFence = text.startsWith("```");
      if (isFence) isCode = !isCode;
      return { line: index + 1, text: isFence || isCode ? "" : text };
    });
};

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "CODE_OF_CONDUCT.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((page) => page.endsWith(".md"))
    .map((page) => `docs/${page}`),
];

/** The functions of a file, with the number of lines each has. */
const functionsOf = (source: ts.SourceFile): readonly { readonly line: number; readonly lines: number }[] => {
  const functions: { line: number; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const [from, to] = [node.getStart(), node.getEnd()].map((at) => source.getLineAndCharacterOfPosition(at).line);
      functions.push({ line: from + 1, lines: to - from + 1 });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return functions;
};

/** The casts of a file; `as const` is none. */
const castsOf = (source: ts.SourceFile): number => {
  let casts = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && node.type.getText() !== "const") casts++;
    node.forEachChild(visit);
  };
  visit(source);
  return casts;
};

describe("plain words", () => {
  test("comments and messages of src avoid the words that make a reader decode", () => {
    const wrong = [...sources].flatMap(([file, source]) =>
      proseOf(source).flatMap(({ line, text }) => {
        const word = wrongWord(text);
        return word ? `${file}:${line}: ${word}` : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("so do the pages", () => {
    const wrong = pages.flatMap((page) =>
      linesOfPage(page).flatMap(({ line, text }) => {
        const word = page === "docs/glossary.md" ? undefined : wrongWord(text);
        return word ? `${page}:${line}: ${word}` : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("no comment begins with Whether: it says what is true", () => {
    const wrong = [...sources].flatMap(([file, source]) =>
      proseOf(source).flatMap(({ line, text }) => (/^\/[/*]+\s*Whether\b/.test(text) ? `${file}:${line}` : [])),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the size of things", () => {
  test("no line of src passes 120 columns, comments included", () => {
    const wide = [...sources].flatMap(([file, { text }]) =>
      text.split("\n").flatMap((line, index) => (line.length > 120 ? `${file}:${index + 1}: ${line.length}` : [])),
    );
    expect(wide).toEqual([]);
  });

  test("every function has fewer than 60 lines", () => {
    const long = [...sources].flatMap(([file, source]) =>
      functionsOf(source).flatMap(({ line, lines }) => (lines < 60 ? [] : `${file}:${line}: ${lines} lines`)),
    );
    expect(long).toEqual([]);
  });

  test("src has at most 20 casts", () => {
    const casts = [...sources].map(([file, source]) => [castsOf(source), file] as const).filter(([count]) => count > 0);
    const total = casts.reduce((sum, [count]) => sum + count, 0);
    expect(total, casts.map(([count, file]) => `${file}: ${count}`).join("\n")).toBeLessThanOrEqual(20);
  });
});
