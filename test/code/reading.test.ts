import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { quantile, sorted } from "../../src/base/mathematics/statistics.js";

/** Pages of formulas, of rules and of laws, where a sentence may hold a list that is hard to take apart. */
const reference = [
  "columns.md",
  "funding-rules.md",
  "laws.md",
  "method.md",
  "model.md",
  "scenario-file.md",
  "validation.md",
];

/** Every other page that a reader begins with. */
const pages = [
  "README.md",
  ...readdirSync("docs")
    .filter((page) => page.endsWith(".md") && !reference.includes(page))
    .map((page) => `docs/${page}`),
];

/** The sentences of a page's prose: no code, headings, tables, formulas or pictures. */
const sentencesOf = (page: string): readonly string[] =>
  readFileSync(page, "utf8")
    .replace(/^```[\s\S]*?^```$/gm, "")
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
    .filter((paragraph) => !/^\s*(\||#|!\[|>)/.test(paragraph))
    .map((paragraph) =>
      paragraph
        .replace(/\]\([^)]*\)/g, "]")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!:]\**) (?=[A-Z"`£(*[])/))
    .filter((sentence) => wordsOf(sentence) > 2);

const wordsOf = (sentence: string): number => sentence.split(" ").length;

test("the pages that a reader begins with are there", () => {
  expect(["README.md", "docs/start.md", "docs/ideas.md", "docs/cash.md"].filter((page) => !existsSync(page))).toEqual(
    [],
  );
});

test.each(pages)("%s: half of the sentences have at most 20 words, and none has more than 40", (page) => {
  const sentences = sentencesOf(page);
  expect(sentences.filter((sentence) => wordsOf(sentence) > 40)).toEqual([]);
  expect(quantile(sorted(sentences.map(wordsOf)), 0.5)).toBeLessThanOrEqual(20);
});
