import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { pictureRows } from "../../src/report/charts/picture.js";
import { pageStyle, pageStyleHash } from "../../src/report/formats/html-style.js";
import { toHtml, toMarkdown, toSvg, toText } from "../../src/report/index.js";
import { report } from "../../src/report/report.js";
import type { Report } from "../../src/report/table.js";
import { bare, reaching } from "../support/bare.js";
import { exampleRun } from "../support/example-run.js";
import { exampleFiles, read } from "../support/read.js";

const show = ["answer", "who-saves", "cash-by-year", "cash", "budget-gap", "outcomes", "assumptions"];
const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

/** The words of a page or a picture, each text by itself and with one space between its words. */
const textOf = (markup: string): string => unescaped(markup.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

describe.each(exampleFiles)("%s", { timeout: 60_000 }, (file) => {
  const built: Report = report(exampleRun(file), { show });
  const page = toHtml(built);

  test("is one page below 500 kB that loads nothing and has no script", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(500_000);
    expect(page).not.toMatch(/<script|<link|<img|<iframe| src=| on\w+=| style=|url\(|@import|NaN|undefined|Infinity/);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test("says no finding again in a picture", () => {
    const pictures = textOf((page.match(/<svg.*?<\/svg>/gs) ?? []).join(" "));
    for (const { finding } of built.parts) for (const sentence of finding) expect(pictures).not.toContain(sentence);
  });

  test("has the finding and the figures of text, Markdown and the picture", () => {
    const [{ finding }] = built.parts;
    for (const sentence of finding) expect(textOf(page)).toContain(sentence.replace(/\s+/g, " "));
    const whoSaves = { ...built, parts: built.parts.filter(({ name }) => name === "who-saves") };
    const wide = toText(whoSaves, { width: 1_000 });
    const [markdown, html, svg] = [toMarkdown(whoSaves), textOf(toHtml(whoSaves)), textOf(toSvg(whoSaves))];
    for (const row of pictureRows(whoSaves.parts[0].table))
      for (const key of ["net", "pays", "cash"]) {
        if (Math.abs(row.number(key)) < 0.005) continue;
        for (const printed of [wide, markdown, html, svg]) expect(printed).toContain(row.text(key));
      }
  });
});

test("the policy of the page allows its own style and nothing else", () => {
  expect(pageStyleHash).toBe(`sha256-${createHash("sha256").update(pageStyle).digest("base64")}`);
});

test("a hostile text stays text", () => {
  const hostile = `<script>alert(1)</script>"' onload="x" =cmd()|'/C calc'!A0 \u202e\u001b[31m`;
  const scenario = read(
    bare({
      title: hostile,
      question: hostile,
      agencies: { council: { name: hostile, kind: "local", cashable: "100%" } },
      sources: { bad: { title: hostile, url: "https://example.org/?q=%22%3E" } },
      interventions: {
        help: reaching({
          name: hostile,
          costs: { work: { pays: { council: 500 }, every: "year", source: "bad", note: hostile } },
        }),
      },
    }),
  );
  const page = toHtml(report(simulate(scenario, { draws: 4 }), { show }), { reproduce: { command: hostile } });
  const tags = [...page.matchAll(/<(\w+)([^>]*)>/g)];
  expect(tags.filter(([, name, attributes]) => name === "script" || / on\w+=/.test(attributes))).toEqual([]);
  expect(page.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
  expect(textOf(page)).toContain("<script>alert(1)</script>");
});
