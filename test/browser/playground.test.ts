import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../../examples/playground/link.js";
import { firstChoices } from "../../examples/playground/state.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/index.js";
import { example } from "../support/read.js";
import { readWorkbook } from "../support/workbook.js";

const folder = "dist/playground";
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** A plain web server for a folder: all that the playground needs. */
const server = createServer(({ url = "/" }, answer) => {
  const path = join(folder, new URL(url, "http://localhost").pathname.replace(/\/$/, "/index.html"));
  if (!existsSync(path)) return answer.writeHead(404).end();
  return answer.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain" }).end(readFileSync(path));
});

let browser: Browser;
beforeAll(async () => {
  await build({ configFile: "examples/playground/vite.config.ts", logLevel: "silent" });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

const home = (): string => `http://localhost:${(server.address() as AddressInfo).port}/`;

/**
 * The page in a window, when its run is done, and what went wrong in it: errors, breaches of policy, requests outside.
 */
const opened = async (hash = "", width = 1200): Promise<{ page: Page; complaints: string[] }> => {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const own = [home(), `blob:${home()}`, "data:"];
    if (!own.some((start) => request.url().startsWith(start))) complaints.push(request.url());
  });
  await page.goto(home() + hash);
  await done(page);
  return { page, complaints };
};

/** Waits until an expression is true in the page. The driver evaluates it, because the page's policy forbids that. */
const until = (page: Page, expression: string): Promise<void> =>
  expect.poll(() => page.evaluate(expression), { timeout: 60_000, message: expression }).toBe(true);

const done = (page: Page): Promise<void> =>
  until(page, "/draws\\.$/.test(document.querySelector('#progress').textContent)");

const typed = async (page: Page, text: string): Promise<void> => {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
};

const minute = { timeout: 120_000 };
const warmHomes = readFileSync("examples/warm-homes/scenario.yaml", "utf8");

test("it opens under its policy without a complaint, and asks nothing of another server", minute, async () => {
  const { page, complaints } = await opened();
  expect(await page.locator("#report section h3").allTextContents()).toEqual(
    expect.arrayContaining(["The answer", "Who pays, who saves", "Would anybody sign?"]),
  );
  await until(page, "document.querySelectorAll('#laws li').length > 0");
  expect(complaints).toEqual([]);
  expect(readFileSync(`${folder}/index.html`, "utf8")).not.toMatch(/unsafe|<script>|style="/);
});

test(
  "a slider changes the sentence, the chart and the address, and the address restores all of it",
  minute,
  async () => {
    const { page } = await opened();
    const finding = () => page.locator("#report .finding").first().textContent();
    const chart = () => page.locator("#report figure svg").first().innerHTML();
    const before = [await finding(), await chart()];
    const slider = page.getByLabel("Warm homes: fuel bills cashable", { exact: true });
    await slider.focus();
    await page.keyboard.press("Home");
    await page.selectOption("#regime", "gain-share");
    await done(page);
    await until(page, "location.hash.length > 1");
    const after = [await finding(), await chart()];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    const again = await opened(new URL(page.url()).hash);
    expect(await again.page.locator("#report .finding").first().textContent()).toBe(after[0]);
    expect(await again.page.locator("#regime").inputValue()).toBe("gain-share");
    const output = again.page.locator("output", { hasText: /^50%$/ });
    expect(await output.count()).toBe(1);
  },
);

test("a wrong line is reported at its line, and its button leads there", minute, async () => {
  const { page } = await opened();
  await typed(page, warmHomes.replace("\nagencies:", "\nagencees:"));
  const problem = page.locator("#problems .error", { hasText: "agencees" }).first();
  await problem.waitFor();
  const line = warmHomes.split("\n").indexOf("agencies:") + 1;
  expect(await problem.textContent()).toContain(`Line ${line}`);
  expect(await problem.textContent()).toContain("agencies");
  await page.locator(".cm-lint-marker-error").first().waitFor();
  await problem.getByRole("button").click();
  expect(await page.locator(".cm-activeLine").textContent()).toBe("agencees:");
});

test("a hostile name is harmless, and can be read", minute, async () => {
  const hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  const text = warmHomes
    .replace(/^title: .*/m, `title: "${hostile}"`)
    .replaceAll(/name: Oldham Council/g, `name: "${hostile}"`);
  const { page, complaints } = await opened(await hashOf({ ...firstChoices, text }, warmHomes));
  expect(await page.locator("#title").textContent()).toBe(hostile);
  expect(await page.locator("#report th", { hasText: "<img src=x" }).count()).toBeGreaterThan(0);
  expect(await page.locator("#report img, #report script").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a rule is tried: which laws it breaks, and who signs under it", minute, async () => {
  const { page } = await opened();
  await page.selectOption("#rule", "share: by benefit");
  await until(page, "document.querySelectorAll('#laws li').length > 0");
  await page.getByRole("button", { name: "Try it in this scenario" }).click();
  await until(page, "document.querySelector('#regime').value === 'try-byBenefit'");
  await page.locator("#report h3", { hasText: "Would anybody sign?" }).waitFor();
  await done(page);
  expect(await page.locator("#regime").inputValue()).toBe("try-byBenefit");
  expect(await page.locator("#problems .error").count()).toBe(0);
});

test("a rule that pays for what is counted is tried, with who pays whom", minute, async () => {
  const { page } = await opened();
  await page.selectOption("#rule", "pay: activity tariff");
  await page.selectOption("#pays", "treasury");
  await page.getByRole("button", { name: "Try it in this scenario" }).click();
  await until(page, "document.querySelector('#regime').value === 'try-activityTariff'");
  await done(page);
  expect(await page.locator("#problems .error").count()).toBe(0);
  await page.locator("#report h3", { hasText: "Settled" }).waitFor();
});

test("on a telephone a slider and what was found are in sight together", minute, async () => {
  const { page } = await opened("", 360);
  await page.setViewportSize({ width: 360, height: 640 });
  const brief = page.locator("#brief");
  const before = await brief.textContent();
  const slider = page.getByLabel("Warm homes: fuel bills cashable", { exact: true });
  await slider.focus();
  await page.keyboard.press("Home");
  await until(page, `document.querySelector("#brief").textContent !== ${JSON.stringify(before)}`);
  for (const each of [slider, brief]) {
    const box = await each.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  }
  expect((await slider.boundingBox())?.y).toBeLessThan((await brief.boundingBox())?.y ?? 0);
});

test("the workbook has every figure of the page, also where its sheets are long", minute, async () => {
  const { page, complaints } = await opened(await hashOf({ ...firstChoices, example: "whole-place" }, ""));
  const [saved] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.getByRole("button", { name: "Workbook (Excel)" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("report.xlsx");
  const bytes = readFileSync(await saved.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  const { columns, rows } = report(simulate(example("whole-place/scenario.yaml"), { draws: 500 }), {
    show: ["who-saves"],
  }).parts[0].table;
  const net = rows.map((row) => row[columns.findIndex(({ key }) => key === "net")]);
  const written = readWorkbook(bytes).flatMap((sheet) => sheet.rows.flat().map(({ value }) => value));
  // A browser may compute the last bit of an exponential otherwise.
  const found = net.map((pounds) => written.find((cell) => typeof cell === "number" && isClose(cell, Number(pounds))));
  expect(found).not.toContain(undefined);
  expect(complaints).toEqual([]);
});

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

const findings = `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 300)))`;

test.each([360, 1200])("at %i pixels axe finds nothing, and nothing scrolls sideways", minute, async (width) => {
  const { page } = await opened("", width);
  // The source of axe is evaluated by the driver, which no policy of the page stops.
  await page.evaluate(axe.source);
  expect(await page.evaluate(findings)).toEqual([]);
  const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(wider).toBeLessThanOrEqual(0);
});

test("the keyboard reaches every control, and leaves the editor", minute, async () => {
  const { page } = await opened();
  const reached = new Set<string>();
  const where =
    "(() => { const at = document.activeElement; return at.shadowRoot ? 'editor' : at.id || at.textContent; })()";
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press("Tab");
    reached.add(String(await page.evaluate(where)));
  }
  const wanted = [
    "example",
    "strategy",
    "regime",
    "draws",
    "seed",
    "rule",
    "editor",
    "Report (HTML)",
    "Scenario (YAML)",
  ];
  expect(wanted.filter((each) => !reached.has(each))).toEqual([]);
  expect([...reached].some((id) => id.startsWith("number-"))).toBe(true);
});
