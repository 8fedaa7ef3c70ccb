import { expect, test } from "vitest";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { example, exampleFiles } from "../support/read.js";
import { wholeReport } from "../support/reports.js";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What `--show all --format markdown` may not have: a paper goes to a committee as it is. */
test.each(exampleFiles)("all outputs of %s can go into a paper", { timeout: 60_000 }, (file) => {
  const report = wholeReport(file);
  const text = toMarkdown(report);
  const { agencies, strategies } = example(file);
  expect(text).not.toContain("There is nothing to show");
  expect(text).not.toMatch(/upper bound yes|^\| without \||NaN|undefined|Infinity/m);
  for (const { finding, name } of report.parts) {
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
