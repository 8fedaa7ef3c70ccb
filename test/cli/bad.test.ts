import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { whoSaves } from "./who-saves.js";

// A few of the wrong scenarios, through the door a user takes; all of them are read in test/bad.
test.each([
  "bare-money.yaml",
  "billion-laughs.yaml",
  "files-outside.yaml",
  "hostile-formulas.yaml",
  "json-prototype.json",
  "misspelt-agency.yaml",
  "no-every.yaml",
])("who-saves check %s prints its text, nothing else, and exits with 2", async (name) => {
  const { stdout, stderr, status } = await whoSaves(["check", name], "test/bad");
  expect(stderr).toBe(readFileSync(`test/bad/${name.replace(/\.\w+$/, ".txt")}`, "utf8"));
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
