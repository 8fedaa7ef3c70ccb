import { expect, test } from "vitest";
import { readScenario } from "who-saves";
import { jsonSchema } from "../src/scenario/schema.js";
import { scenarioFilePage } from "./support/scenario-file.js";
import { rareKeys } from "./support/scenario-instances.js";

test("docs/scenario-file.md is written from the schema (vitest -u writes it anew)", async () => {
  await expect(scenarioFilePage(jsonSchema())).toMatchFileSnapshot("../docs/scenario-file.md");
});

test("every part of the page that has keys of its own has an example", () => {
  const sections = scenarioFilePage(jsonSchema()).split(/^##+ /m);
  const parts = sections.filter((section) => section.startsWith("`") && section.includes("| key |"));
  expect(parts.filter((part) => !part.includes("```yaml")).map((part) => part.split("\n")[0])).toEqual([]);
});

test("no row of the page stands in more than five parts", () => {
  const rows = scenarioFilePage(jsonSchema())
    .split("\n")
    .filter((line) => /^\| `\w+` \| {2}\|/.test(line));
  expect(rows.filter((row) => rows.filter((other) => other === row).length > 5)).toEqual([]);
});

test("the scenarios of rare keys read without problems", () => {
  expect(rareKeys.flatMap((text) => readScenario(text).problems)).toEqual([]);
});
