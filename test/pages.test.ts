import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md"],
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((file) => join("docs", file)),
].filter((page) => page.endsWith(".md"));

test.each(pages)("%s links to files that exist", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, file = ""]) => file);
  expect(links.filter((file) => !existsSync(join(dirname(page), file)))).toEqual([]);
});

test.each(pages.filter((page) => page.startsWith("docs/decisions")))("%s names files that exist", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(/`((?:[\w-]+\/)+[\w-]+\.ts)`/g)].map(([, file = ""]) => file);
  expect(named.filter((file) => !["", "src"].some((root) => existsSync(join(root, file))))).toEqual([]);
});

test("every page is in the list of pages", () => {
  const list = readFileSync("docs/README.md", "utf8");
  const listed = readdirSync("docs").filter((page) => page.endsWith(".md") && page !== "README.md");
  expect(listed.filter((page) => !list.includes(`(${page})`))).toEqual([]);
});

test("the README has at most 90 lines", () => {
  expect(readFileSync("README.md", "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(90);
});
