import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report, toHtml } from "../../src/report/index.js";
import { example } from "../support/read.js";

let browser: Browser;
beforeAll(async () => {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
}, 60_000);
afterAll(() => browser.close());

const further = ["cost-shifts", "deal", "waiting", "contacts-per-person", "cost-effectiveness"];
const show = [
  "answer",
  "who-saves",
  "cash-by-year",
  "cash",
  "budget-gap",
  "outcomes",
  "assumptions",
  "decide",
  ...further,
];

/** A page of an example in a window, and what the browser complained of: scripts, requests, breaches of the policy. */
const opened = async (file: string, width: number): Promise<{ page: Page; complaints: readonly string[] }> => {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => complaints.push(request.url()));
  await page.setContent(toHtml(report(simulate(example(file), { draws: 64 }), { show })));
  return { page, complaints };
};

/** What axe finds, as an expression for the page. */
const findings = `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200)))`;

const pages = ["warm-homes", "better-care-fund", "graph-of-doom", "our-place-our-budget"];

test.each(pages)("%s: axe finds nothing against WCAG 2.2 AA", { timeout: 60_000 }, async (name) => {
  for (const width of [360, 1200]) {
    const { page, complaints } = await opened(`${name}/scenario.yaml`, width);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(findings);
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  }
});

test("the strict policy of the page allows its own style", { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  await page.setContent(toHtml(report(simulate(example("warm-homes/scenario.yaml"), { draws: 16 }), { show })));
  expect(await page.evaluate("getComputedStyle(document.querySelector('.finding')).fontWeight")).toBe("700");
  expect(complaints).toEqual([]);
});

test.each(pages)(
  "%s prints to A4: no page is wider than its paper, no word is broken, no picture is cut",
  { timeout: 60_000 },
  async (name) => {
    const { page } = await opened(`${name}/scenario.yaml`, 794);
    await page.emulateMedia({ media: "print" });
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const tallest = 1009; // pixels of 297 mm, less margins of 15 mm
    const paper = 794 - 2 * 57; // pixels of 210 mm at 96 to the inch, less margins of 15 mm
    await page.setViewportSize({ width: paper, height: 1000 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(paper);
    expect(await page.evaluate(brokenWords)).toEqual([]);
    const tall = `[...document.querySelectorAll(".wide svg")].filter((svg) => svg.getBoundingClientRect().height > ${tallest})`;
    expect(await page.evaluate(`${tall}.length`)).toBe(0);
  },
);

/** Words of the tables' cells that stand on several lines; an address may be broken. */
const brokenWords = `[...document.querySelectorAll("td, th")].filter((cell) => !cell.querySelector("code")).flatMap((cell) => {
  const text = cell.firstChild;
  if (text === null || text.nodeType !== Node.TEXT_NODE) return [];
  return [...text.data.matchAll(/[\\w,.£%]+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word);
})`;
