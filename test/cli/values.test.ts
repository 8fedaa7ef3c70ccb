import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderWith, whoSaves } from "./who-saves.js";

const names = ["highways.csv", "trust-ledger.csv", "finance.csv"];
const folderOf = () =>
  folderWith(Object.fromEntries(names.map((name) => [name, readFileSync(`test/cli/values/${name}`, "utf8")])));

test("--values brings values to run and check, which say what was replaced", async () => {
  const checked = await whoSaves(["check", "gritting", "--values", "highways.csv"], folderOf());
  expect(checked.stdout).toContain(
    "Set: quantities.onTreatedNetwork = 22.5% (10% to 45.5%), services.fallAdmission.cost.hospital =\n" +
      "3100.5, cohorts.residents.size = 220500.",
  );
  const run = await whoSaves(["run", "gritting", "--values", "highways.csv", "--draws", "256"], folderOf());
  expect(run.stdout.replaceAll(/\s+/g, " ")).toContain("; set: quantities.onTreatedNetwork = 22.5% (10% to 45.5%),");
  const table = ["--show", "assumptions", "--format", "csv", "--draws", "1"];
  const { stdout } = await whoSaves(["run", "gritting", "--values", "highways.csv", ...table], folderOf());
  expect(stdout).toContain("services.fallAdmission.cost.hospital,3100.5,3100.5,£,sourced,valuesLine4");
  expect(stdout).toContain('mid-year estimate; ""rounded""');
});

test("a title above the headings is refused, with the line to take out", async () => {
  const { status, stderr } = await whoSaves(["check", "gritting", "--values", "trust-ledger.csv"], folderOf());
  expect(status).toBe(2);
  expect(stderr).toContain("trust-ledger.csv:1:1: error: line 1\n  The headings are in line 2.");
});

test("an error value stops the file; without it every other wrong row is refused at once, with the number meant", async () => {
  const broken = await whoSaves(["check", "durham", "--values", "finance.csv"], folderOf());
  expect(broken.stderr).toContain("finance.csv:8:1: error: line 8\n  #REF! is an error value of a spreadsheet.");
  const mended = readFileSync("test/cli/values/finance.csv", "utf8").replace("#REF!", "250");
  const { status, stderr } = await whoSaves(
    ["check", "durham", "--values", "finance.csv"],
    folderWith({ "finance.csv": mended }),
  );
  expect(status).toBe(2);
  expect(stderr).toMatchInlineSnapshot(`
    "finance.csv:2:33: error: services.fallAdmission.cost.nhs
      value is "£3,100", which is not a number.
        1 | Address,Value,Low,High,Source,Note
        2 | services.fallAdmission.cost.nhs,"£3,100",,,Trust ledger,"per spell
          |                                 ^
      Write 3100.

    finance.csv:4:30: error: services.attendance.cost.nhs
      value is "(95)", which is not a number.
        3 | (not per day)"
        4 | services.attendance.cost.nhs,(95),,,Trust ledger,
          |                              ^
      Write 95, or -95 if the brackets mean a minus.

    finance.csv:5:1: error: quantities.onTreatedNetwork
      It is 15% in the scenario, and 45 is 4,500%.
        4 | services.attendance.cost.nhs,(95),,,Trust ledger,
        5 | quantities.onTreatedNetwork,45,30,60,Highways survey,
          | ^
      Write 45%, or 4500% if that is meant.

    finance.csv:6:1: error: quantities.efect
      There is nothing at quantities.efect to set. Did you mean quantities.effect?
        5 | quantities.onTreatedNetwork,45,30,60,Highways survey,
        6 | quantities.efect,40%,20%,60%,Highways survey,
          | ^
      An address is the path of a value in the scenario, such as
      quantities.effect. Take the row out if it is a heading or a total.

    finance.csv:7:25: error: demand.conveyed
      This row has a low, and no high.
        6 | quantities.efect,40%,20%,60%,Highways survey,
        7 | demand.conveyed,60%,30%,,,
          |                         ^
      Write both ends of the range, or neither.

    finance.csv:10:1: error: Total
      There is nothing at Total to set. There are title, question, time, money,
      sources, quantities, agencies, cohorts, services, demand, interventions,
      expect and 6 more.
         9 | ,,,,,
        10 | Total,"3,195",,,,
           | ^
      An address is the path of a value in the scenario, such as
      quantities.effect. Take the row out if it is a heading or a total.
    "
  `);
});
