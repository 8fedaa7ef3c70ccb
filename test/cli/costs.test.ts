import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderWith, whoSaves } from "./who-saves.js";

const heading = "code,what,unit,payer,pounds,priceYear,source";
const scenario = readFileSync("test/bad/catalogue-of-nothing.yaml", "utf8").replace("HE40", "HE4.0");

test("--costs brings unit costs of one's own to check, run and list", async () => {
  const row = "arrests,Arrest,arrest,Police,700,2024/25,Our ledger";
  const titles = "title\nOne title\nAnother\n";
  const folder = folderWith({ "plan.yaml": scenario, "own.csv": `${heading}\n${row}\n`, "each.csv": titles });
  expect(await whoSaves(["check", "plan.yaml"], folder)).toMatchObject({ status: 2 });
  const checked = await whoSaves(["check", "plan.yaml", "--costs", "own.csv"], folder);
  expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining("plan.yaml reads with 4 warnings.") });
  const run = await whoSaves(
    ["run", "plan.yaml", "--costs", "own.csv", "--show", "assumptions", "--draws", "1", "--format", "csv"],
    folder,
  );
  expect(run.stdout).toContain("catalogue.arrests");
  const each = await whoSaves(["run", "plan.yaml", "--costs", "own.csv", "--each", "each.csv", "--draws", "1"], folder);
  expect(each).toMatchObject({ status: 0, stdout: expect.stringContaining("A run for each row of each.csv") });
  const listed = await whoSaves(["list", "costs", "--costs", "own.csv", "--format", "csv"], folder);
  expect(listed.stdout.split("\r\n")[1]).toContain(
    row.replace("Police", "fiscal,Police").replace("2024/25,", "2024/25,,"),
  );
});

test("an error in --costs stops, with its file and row; a warning does not", async () => {
  const folder = folderWith({
    "plan.yaml": scenario,
    "wrong.csv": `${heading}\narrests,Arrest,arrest,Police,much,2024/25,Our ledger`,
    "more.csv": `${heading},colour\narrests,Arrest,arrest,Police,700,2024/25,Our ledger,blue`,
  });
  const wrong = await whoSaves(["check", "plan.yaml", "--costs", "wrong.csv"], folder);
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining("error: wrong.csv, line 2") });
  const more = await whoSaves(["check", "plan.yaml", "--costs", "more.csv"], folder);
  expect(more).toMatchObject({ status: 0, stderr: expect.stringContaining("warning: more.csv, the headings") });
  const folderOf = await whoSaves(["list", "costs", "--costs", "."], folder);
  expect(folderOf).toMatchObject({ status: 2, stderr: expect.stringContaining("This is a folder.") });
});
