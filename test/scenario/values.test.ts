import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { problemText } from "../../src/base/problems/problem.js";
import { simulate } from "../../src/engine/simulate.js";
import { report } from "../../src/report/report.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { defineScenario } from "../../src/scenario/define.js";
import { readScenario } from "../../src/scenario/read.js";
import type { Settings } from "../../src/scenario/scenario.js";
import { scenarioIn } from "../support/read.js";

const text = readFileSync("examples/gritting/scenario.yaml", "utf8");
const weather = { "hadcet-weekly.csv": readFileSync("examples/gritting/hadcet-weekly.csv", "utf8") };

const readWith = (csv: string, set: Settings = {}) =>
  readScenario(text, { files: { ...weather, "ours.csv": csv }, values: "ours.csv", set });

/** The problems of a file of values, each as text. */
const problemsOf = (csv: string): string =>
  readWith(csv)
    .problems.filter(({ place }) => place?.file === "ours.csv")
    .map(problemText)
    .join("\n\n");

const row = (csv: string, address: string) =>
  assumptions(simulate(scenarioIn(readWith(csv)), { draws: 1 })).find((each) => each.address === address);

const council = `address,value,low,high,source
quantities.onTreatedNetwork,45%,30%,60%,"Highways survey, 2024"
services.fallAdmission.cost.hospital,3100,,,Trust ledger
demand.falls,0.2,,,beynon2011
time.years,2,,,
`;

describe("a CSV file of values", () => {
  test("replaces numbers by address, with their range and their source", () => {
    const scenario = scenarioIn(readWith(council));
    expect(scenario.time.years).toBe(2);
    expect(scenario.demand.falls.contacts).toMatchObject({ expression: 0.2, source: "beynon2011" });
    expect(scenario.quantities.onTreatedNetwork).toMatchObject({ written: "45% (30% to 60%)", bounds: "share" });
    expect(scenario.sources.valuesLine2).toEqual({ title: "Highways survey, 2024" });
    expect(row(council, "services.fallAdmission.cost.hospital")).toMatchObject({ value: 3100, source: "valuesLine3" });
  });

  test("gives the same as set, and a value in set goes before it", () => {
    const same = scenarioIn(readScenario(text, { files: weather, set: { "demand.falls": 0.2 } }));
    const read = scenarioIn(readWith("address,value\ndemand.falls,0.2\n"));
    expect(read.form).toEqual(same.form);
    const both = scenarioIn(readWith("address,value\ndemand.falls,0.3\n", { "demand.falls": 0.2 }));
    expect(both.form).toEqual(same.form);
  });

  test("a number in place of a map is told to name a part of it", () =>
    expect(problemsOf("address,value\nservices.fallAdmission.cost,3100\n")).toContain(
      "Name one of its parts, such as services.fallAdmission.cost.hospital.",
    ));

  test("may be given in code as a range", () => {
    const set = { "quantities.onTreatedNetwork": { value: "45%", low: "30%", high: "60%" } };
    expect(scenarioIn(readScenario(text, { files: weather, set })).quantities.onTreatedNetwork.written).toBe(
      "45% (30% to 60%)",
    );
  });

  test("another range keeps the distribution, the unit and the prices of the number", () => {
    const { form } = scenarioIn(readWith(council));
    const made = scenarioIn(
      readScenario(JSON.stringify({ ...form, quantities: { ...form.quantities, onTreatedNetwork: pert } }), {
        files: { ...weather, "ours.csv": council },
        values: "ours.csv",
      }),
    );
    expect(made.quantities.onTreatedNetwork).toMatchObject({ expression: { family: "pert" }, unit: "falls" });
  });

  test("is read by defineScenario, which says where a wrong cell is", () => {
    const { form } = scenarioIn(readWith(council));
    const define = (csv: string) =>
      defineScenario({ ...form } as Parameters<typeof defineScenario>[0], {
        files: { ...weather, "ours.csv": csv },
        values: "ours.csv",
      });
    expect(define("address,value\ntime.years,3\n").time.years).toBe(3);
    expect(() => define("address,value\ntime.yaers,3\n")).toThrow("ours.csv:2:1: error: time.yaers");
    expect(() => defineScenario({ ...form } as Parameters<typeof defineScenario>[0], { values: "no.csv" })).toThrow(
      "There is no text of this name among files.",
    );
  });

  test("what it replaced is said by reports, all of it in json", () => {
    const { context, settings } = report(simulate(scenarioIn(readWith(council)), { draws: 1 }));
    expect(context).toContain("set: quantities.onTreatedNetwork = 45% (30% to 60%), services.fallAdmission");
    expect(Object.keys(settings.set)).toHaveLength(4);
  });
});

const pert = { value: "50%", low: "20%", high: "90%", distribution: "pert", unit: "falls" };

describe("a wrong file of values says the line, the column and the mend", () => {
  test.each<[string, string]>([
    ["address,value\nquantities.onTreatedNetwrk,45%\n", "ours.csv:2:1: error: quantities.onTreatedNetwrk"],
    ["address,value\nquantities.onTreatedNetwrk,45%\n", "Did you mean\n  quantities.onTreatedNetwork?"],
    ['address;note;value\ndemand.falls;"two\nlines; and more";£3,100\n', "ours.csv:3:18: error: demand.falls"],
    ["address;value\ndemand.falls;£3,100\n", 'value is "£3,100", which is not a number.'],
    ["address;value\ndemand.falls;£3,100\n", "Write 3100."],
    ["address;value\ndemand.falls;3.100\n", "Is it 3100 or 3.100? Write 3100, or 3,1000."],
    ["address,value\ndemand.falls,(310)\n", "Write 310, or -310 if the brackets mean a minus."],
    ["address,value\ndemand.falls,<5\n", "A small number is suppressed here"],
    ["address,value\ndemand.falls,2 * x\n", 'value is "2 * x", which is not a number.'],
    ["address,value\ndemand.falls,0.1\ndemand.falls.contacts,0.2\n", "Line 2 sets demand.falls.contacts too."],
    ["address,value\ndemand.falls,0.1\nTotal,\n", "There is nothing at Total to set."],
    ["address,value\ndemand.falls,0.1\nTotal,\n", "out if it is a heading or a total."],
    ["address,value\nquantities.onTreatedNetwork,45\n", "It is 15% in the scenario, and 45 is 4,500%."],
    ["address,value\n,0.1\n", "This row has no address."],
    ["address,value,low,high\ndemand.falls,0.1,0.05,\n", "This row has a low, and no high."],
    ["address,value,low,high\nquantities.onTreatedNetwork,45%,60%,30%\n", "ours.csv:2:1: error: quantities.onTr"],
    [
      "address,value\ninterventions.gritting.deadweight,1.4\n",
      "ours.csv:2:1: error: interventions.gritting.deadweight",
    ],
    ["address,value,source\nquantities.effect,40%,beynon2010\n", "There is no source called beynon2010."],
    ["Our values,\naddress,value\ndemand.falls,0.1\n", "ours.csv:1:1: error: line 1\n  The headings are in line 2."],
    ["place,value\ndemand.falls,0.1\n", "They name no column address."],
    ["address,value,colour\ndemand.falls,0.1,red\n", "The column colour is not read"],
    ["address,value\ndemand.falls,1,850.00\n", "Is 1,850.00 one number?"],
    ["address,value\ndemand.falls,2.000\n", "Is it 2000 or 2.000? Write 2000, or 2.0000."],
    ["address,value,Value\ndemand.falls,1,2\n", "The heading Value is there twice."],
    ["address,value,source\ntime.years,2.5,Ledger\n", "years cannot be 2.5; it must be a whole number."],
    ["address,value\ntime.years,2.5\n", "ours.csv:2:1: error: time.years"],
  ])("%j: %s", (csv, expected) => expect(problemsOf(csv)).toContain(expected));
});
