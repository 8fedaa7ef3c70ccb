import { beforeAll, describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { textTable } from "../../src/report/formats/text-table.js";
import { report, toMarkdown, toText } from "../../src/report/index.js";
import { outputNames } from "../../src/report/outputs.js";
import type { Report } from "../../src/report/table.js";
import { widthOf } from "../../src/report/words.js";
import { isWhole } from "../support/hunt.js";
import { example, exampleFiles } from "../support/read.js";
import { slowOutputs } from "../support/slow-outputs.js";

// What holds for every output of every example. Each example's report is built once for all tests, so they stand in one
// file: files may run in different processes.

const isOfFour = (file: string): boolean => /gritting.scenario|casework|our-place|failure-demand/.test(file);

const shownOf = (file: string): readonly string[] =>
  isWhole || isOfFour(file) ? ["all"] : outputNames.filter((name) => !slowOutputs.includes(name));

/** Those four and every third other; in `npm run faults` all. */
const files = exampleFiles.filter((file, at) => isWhole || isOfFour(file) || at % 3 === 0);

/** The answer has its own tests. */
const withoutAnswer = (whole: Report): Report => ({
  ...whole,
  parts: whole.parts.filter(({ name }) => name !== "answer"),
});

/** The words of a text, without the marks around them. */
const wordsIn = (text: string): readonly string[] =>
  text.split(/\s+/).flatMap((word) => word.replace(/^[("]+|[,.;:)"]+$/g, "") || []);

/** True if a word is part of an address that is broken after a dot. */
const isPart = (part: string, address: string): boolean => `.${address}.`.includes(`.${part.replace(/\.$/, "")}.`);

/** Every word of a report, each whole: those of a text as wide as any line. */
const wholeWords = (whole: Report): ReadonlySet<string> => new Set(wordsIn(toText(whole, { width: 1e6 })));

/** The words of a text that are no words of the report. */
const brokenIn = (text: string, whole: ReadonlySet<string>): readonly string[] => {
  const addresses = [...whole].filter((word) => word.includes("."));
  const unknown = [...new Set(wordsIn(text))].filter((word) => /\p{L}{2}/u.test(word) && !whole.has(word));
  return unknown.filter((word) => !addresses.some((address) => isPart(word, address)));
};

/** The texts that a scenario has for readers, by the keys that hold them. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          typeof inner === "string"
            ? /name|label|title|note|unit|one|many|licence/.test(key)
              ? [inner]
              : []
            : textsIn(inner),
        )
      : [];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe.each(files)("%s", { timeout: 60_000 }, (file) => {
  let all: Report;
  beforeAll(() => {
    all = report(simulate(example(file), { draws: 16 }), { show: shownOf(file) });
  }, 60_000);

  test("has at most 100 columns in a file", () => {
    const text = toText(all);
    for (const line of text.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
  });

  test("leaves out no column that tells rows apart, if it has several strategies", () => {
    if (Object.keys(example(file).strategies).length < 2) return;
    for (const { name, table } of all.parts) {
      const apart = table.columns.filter(({ spare }) => spare < 1).map(({ heading }) => heading);
      expect(
        textTable(table, 100).leftOut.filter((heading) => apart.includes(heading)),
        name,
      ).toEqual([]);
      expect(table.columns.find(({ key }) => key === "strategy")?.spare ?? 0, name).toBeLessThan(1);
    }
  });

  let whole: Report;
  let words: ReadonlySet<string>;
  beforeAll(() => {
    whole = withoutAnswer(all);
    const asSaid = wordsIn("Left out to fit: (--width 160 shows more, --format csv all).");
    const headings = whole.parts.flatMap(({ table, summary = table }) => [...table.columns, ...summary.columns]);
    words = new Set([...wholeWords(whole), ...asSaid, ...headings.flatMap(({ heading }) => wordsIn(heading))]);
  }, 60_000);

  test.each([60, 80, 140])("fits in %i columns, and breaks no word", (width) => {
    const text = toText(whole, { width });
    for (const line of text.split("\n")) expect(widthOf(line) <= width || !line.trim().includes(" "), line).toBe(true);
    expect(text.replaceAll("run …", "")).not.toContain("…");
    expect(brokenIn(text, words)).toEqual([]);
  });

  test("has every row in Markdown", () => {
    const text = toMarkdown(whole);
    const rows = whole.parts.map(({ table, summary = table }) => summary.rows.length);
    const heads = text.match(/^\| -?-/gm)?.length ?? 0;
    expect(text.match(/^\|/gm)?.length ?? 0).toBe(rows.reduce((sum, each) => sum + each, 0) + 2 * heads);
    expect(text).not.toContain("…");
  });

  test("has names in place of keys, in text and in Markdown", () => {
    // Words for readers may look like keys: a unit, a title or a name that the author wrote, and the name of an output.
    const said = JSON.stringify([
      ...outputNames,
      ...[example(file), whole.references, whole.question, whole.title].map(textsIn),
    ]);
    for (const text of [toText(all, { width: 1e6 }), toMarkdown(all)]) {
      const read = text.replace(/`[^`]*`|https?:\S+|-> \w+|who-saves|hand-overs|--show \S+|\S+\.csv/g, "");
      const likeKeys = read.match(/(?<![\w./-])[a-z]+(?:[A-Z]\w*|(?:-[a-z0-9]+)+)/g) ?? [];
      expect([...new Set(likeKeys)].filter((word) => !said.includes(word))).toEqual([]);
    }
  });

  test("states a finding with a number in it in every output with rows", () => {
    for (const { name, finding, table } of all.parts) {
      if (table.rows.length === 0) continue;
      const text = finding.join(" ");
      expect(text, name).toMatch(/\d/);
      expect(text, name).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
      for (const sentence of finding) expect(sentence, name).toMatch(/^[\p{Lu}\d£−−].*[.?]$/su);
    }
  });

  // A paper goes to a committee as it is.
  test("can go into a paper, all outputs of it", () => {
    const text = toMarkdown(all);
    const { agencies, strategies } = example(file);
    expect(text).not.toContain("There is nothing to show");
    expect(text).not.toMatch(/upper bound yes|^\| without \||NaN|undefined|Infinity/m);
    for (const { finding, name } of all.parts) {
      const said = finding.join(" ");
      // The verb after a name would be wrong where the name is a plural: "Energy companies loses".
      for (const agency of Object.values(agencies))
        expect(said, name).not.toMatch(
          new RegExp(`${escaped(agency.name)} (?:pays|saves|loses|gains|ends|costs|runs)\\b`),
        );
      for (const strategy of Object.values(strategies))
        expect(said, name).not.toMatch(new RegExp(`${escaped(strategy.name)}: ${escaped(strategy.name)}:`));
      for (const sentence of finding) expect(sentence, name).toMatch(/[.?]$/);
    }
    for (const table of text.match(/(?:^\|.*\n)+/gm) ?? [])
      expect(
        new Set(
          table
            .trimEnd()
            .split("\n")
            .map((line) => line.match(/(?<!\\)\|/g)?.length),
        ).size,
        table,
      ).toBe(1);
  });
});
