import { nameOfKey } from "../../scenario/names.js";
import { element, escapedXml } from "../charts/drawing.js";
import { type Chart, charts } from "../charts.js";
import { forReaders } from "../for-readers.js";
import { isText } from "../numbers.js";
import type { Part, Report, Table } from "../table.js";
import { nothingToShow } from "../words.js";
import { pageStyle, pageStyleHash } from "./html-style.js";
import { type MadeOptions, madeTerms, method } from "./made.js";
import { type PrintedColumn, paperTable } from "./printed-table.js";

/**
 * A report as one HTML page: what was found, pictures, tables, sources and how to make it again. It has no script,
 * loads nothing, can be read at 360 pixels and prints to A4.
 * @param report from `report`
 * @param options how the page was made
 * @returns the text of the page
 * @example toHtml(report(simulate(fdac, { draws: 64 }))).startsWith("<!doctype html>") // => true
 */
export const toHtml = (report: Report, options: MadeOptions = {}): string => {
  const { title, question, context, parts, references } = forReaders(report);
  const pictures = new Map(charts(report).map((chart) => [chart.name, chart]));
  const sections = [
    ...parts.map((part): Section => [part.title ?? "The answer", partBlocks(part, pictures.get(part.name))]),
    ...(references.length === 0 ? [] : [["References", [listOf(references)]] satisfies Section]),
    ["Method", [...method, context].map(paragraph)] satisfies Section,
    ["How to make this page again", [termsOf(madeTerms(report, options))]] satisfies Section,
  ];
  const links = sections.map(([heading], at) =>
    element("li", {}, element("a", { href: `#s${at}` }, escapedXml(heading))),
  );
  const body = [
    element("h1", {}, escapedXml(title) || " "),
    paragraph(question),
    element("nav", { "aria-label": "Contents" }, element("ul", {}, links.join(""))),
    ...sections.map(([heading, blocks], at) =>
      element(
        "section",
        { "aria-labelledby": `s${at}` },
        [element("h2", { id: `s${at}` }, escapedXml(heading)), ...blocks].join("\n"),
      ),
    ),
  ];
  const policy = `default-src 'none'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element("title", {}, escapedXml(title) || " "),
    `<style>${pageStyle}</style>\n</head>\n<body>`,
    element("main", {}, `\n${body.join("\n")}\n`),
    "</body>\n</html>\n",
  ].join("\n");
};

/** A heading and the blocks below it. */
type Section = readonly [heading: string, blocks: readonly string[]];

/** A paragraph; text between marks of code is code. */
const paragraph = (text: string): string =>
  element("p", {}, escapedXml(text).replace(/`([^`]+)`/g, element("code", {}, "$1")) || " ");

/** The sentences of a finding that are bold, as in the title of a picture. The others are a paragraph below. */
const mostBold = 2;

/** What was found, the picture, the tables and the notes of an output. */
const partBlocks = (part: Part, chart: Chart | undefined): readonly string[] => {
  const { title, finding, before, heading, table, summary = table, further = [], after, notes = [], empty } = part;
  const name = heading ?? title ?? "The answer";
  const isEmpty = table.rows.length === 0;
  const [lead, others] = [finding.slice(0, mostBold), finding.slice(mostBold)];
  return [
    ...(finding.length === 0 ? [] : [element("p", { class: "finding" }, escapedXml(lead.join(" ")))]),
    ...(others.length === 0 ? [] : [paragraph(others.join(" "))]),
    ...before.map(paragraph),
    ...(chart === undefined || isEmpty ? [] : [figureOf(chart)]),
    ...(isEmpty ? [paragraph(nothingToShow(empty))] : tableBlocks(name, summary)),
    ...further.flatMap((each) => tableBlocks(each.heading, each.table)),
    ...[...after, ...notes].map(paragraph),
  ];
};

/** The height of a sheet that leaves room for words on an A4 page, in pixels. */
const sheetHeight = 640;

/** A picture for a page, in sheets that no paper cuts, and a narrow one for a telephone; style shows one of them. */
const figureOf = ({ sheets }: Chart): string => {
  const [wide, narrow] = [sheets(700, sheetHeight), sheets(340)].map((all) => all.join("\n"));
  return element("figure", {}, element("div", { class: "wide" }, wide) + element("div", { class: "narrow" }, narrow));
};

/** A table with the columns that a paper needs, and a sentence on the others. */
const tableBlocks = (name: string, table: Table): readonly string[] => {
  if (table.rows.length === 0) return [];
  const { shown, headings, sums, notes } = paperTable(table);
  const look = shown.map(({ column }) => (isText(column.print) ? "t" : ""));
  const head = shown.map(({ column }, at) =>
    element("th", { scope: "col", class: look[at] }, escapedXml(column.heading || nameOfKey(column.key))),
  );
  const spans = spansOf(shown, headings);
  const rows = table.rows.map((_, row) => {
    const heading = headings[row];
    if (heading !== undefined)
      return element(
        "tr",
        { class: "heading" },
        element("th", { scope: "colgroup", colspan: shown.length }, escapedXml(heading)),
      );
    const cells = shown.map(({ column, cells: texts }, at) => {
      const span = spans[at]?.[row] ?? 1;
      if (span === 0) return "";
      const text = escapedXml(texts[row]) || " ";
      const inner = column.print === "code" ? element("code", {}, text) : text;
      const rowspan = span > 1 ? span : undefined;
      return at === 0
        ? element("th", { scope: span > 1 ? "rowgroup" : "row", rowspan }, inner)
        : element("td", { class: look[at], rowspan }, inner);
    });
    return element("tr", { class: sums[row] ? "sum" : "" }, cells.join(""));
  });
  const caption = element("caption", {}, escapedXml(name));
  const inner = `${caption}<thead><tr>${head.join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody>`;
  const region = { class: "scroll", role: "region", tabindex: "0", "aria-label": `Table: ${name}` };
  return [element("div", region, element("table", {}, inner)), ...notes.map(paragraph)];
};

/** The most rows that share a cell, so that each page of paper has it. */
const mostSpanned = 20;

/**
 * How many rows each cell of the leading text columns spans; 0 if a cell above spans it. A cell that repeats the one
 * above it is not written again, if all cells before it in the row repeat too.
 */
const spansOf = (
  shown: readonly PrintedColumn[],
  headings: readonly (string | undefined)[],
): readonly (readonly number[])[] => {
  const end = shown.findIndex(({ column }) => column.print !== "text");
  const leading = shown.slice(0, end < 0 ? shown.length - 1 : end);
  let above = headings.map((heading, row) => row === 0 || heading !== undefined || headings[row - 1] !== undefined);
  return leading.map(({ cells }) => {
    above = above.map((isNew, row) => isNew || cells[row] === "" || cells[row] !== cells[row - 1]);
    const starts = [...above.keys()].filter((row) => above[row]);
    const cut = starts.flatMap((start, at) => {
      const length = (starts[at + 1] ?? cells.length) - start;
      return Array.from({ length: Math.ceil(length / mostSpanned) }, (_, part) => start + part * mostSpanned);
    });
    const spans = cells.map(() => 0);
    for (const [at, start] of cut.entries()) spans[start] = (cut[at + 1] ?? cells.length) - start;
    return spans;
  });
};

/** The sources, numbered, with links that only a reader opens. */
const listOf = (references: Report["references"]): string =>
  element(
    "ol",
    {},
    references
      .map(({ title, url, licence, number }) => {
        const words = [title, licence].filter((text) => text !== "").join(". ");
        const text = /^https?:\/\//.test(url) ? element("a", { href: url }, escapedXml(words)) : escapedXml(words);
        return element("li", { value: number }, text || " ");
      })
      .join("\n"),
  );

const termsOf = (terms: Readonly<Record<string, string>>): string =>
  element(
    "dl",
    {},
    Object.entries(terms)
      .map(
        ([term, text]) =>
          element("dt", {}, escapedXml(term)) + element("dd", {}, element("code", {}, escapedXml(text) || " ")),
      )
      .join("\n"),
  );
