import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { folderWith, whoSaves } from "./who-saves.js";

const fdac = readFileSync("examples/fdac/scenario.yaml", "utf8");

describe("who-saves check", () => {
  test("ends with 1 where a published result is not found again", async () => {
    const folder = folderWith({ "mine.yaml": fdac.replace("equals: 15850", "equals: 16850") });
    const { stdout, status } = await whoSaves(["check", "mine.yaml"], folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/Net per case +net avoided +£16,850 +published +£15,850 +£10 +no/);
  });

  test("prints all problems on stderr, an empty line between, and ends with 2", async () => {
    const wrong = fdac.replace("kind: national", "kind: natoinal").replace("years: 5", "years: 0");
    const { stdout, stderr, status } = await whoSaves(["check", "mine.yaml"], folderWith({ "mine.yaml": wrong }));
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr.match(/^mine\.yaml:\d+:\d+: error/gm)?.length).toBe(2);
    expect(stderr).toContain("\n\nmine.yaml:");
  });

  test.each([["check"], ["run"]])("%s reports an unknown output in answer, with its line", async (command) => {
    const wrong = fdac.replace("\nagencies:", "\nanswer: [explain, budget-gpa]\n\nagencies:");
    const { stdout, stderr, status } = await whoSaves([command, "mine.yaml"], folderWith({ "mine.yaml": wrong }));
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toMatch(
      /^mine\.yaml:26:19: error: answer\.1\n {2}There is no output called budget-gpa\. Did you mean/,
    );
  });

  const hub = readFileSync("test/meant/empty-places.yaml", "utf8");

  test("says with its line what looks wrong, and run counts it", async () => {
    const folder = folderWith({ "hub.yaml": hub });
    const { stdout, stderr, status } = await whoSaves(["check", "hub.yaml"], folder);
    expect({ first: stdout.split("\n")[0], status }).toEqual({ first: "hub.yaml reads with 1 warning.", status: 0 });
    expect(stderr).toMatch(/^hub\.yaml:16:3: warning: interventions\.hub\n {2}Fewer than half of the 300 places/);
    const ran = await whoSaves(["run", "hub.yaml", "--draws", "1"], folder);
    expect(ran.stderr).toContain("1 warning: who-saves check hub.yaml shows it");
  });

  test("lists what its author accepts, and run counts it no longer", async () => {
    const folder = folderWith({ "hub.yaml": `${hub}accept:\n  interventions.hub: kept for the next cohort\n` });
    const { stdout, stderr } = await whoSaves(["check", "hub.yaml"], folder);
    expect(stderr).toBe("");
    expect(stdout).toMatch(
      /^hub\.yaml reads without problems\.\n(?:.|\n)*Accepted at interventions\.hub \(empty-places\): Fewer than half/,
    );
    expect(stdout).toContain("Reason: kept for the next cohort");
    expect((await whoSaves(["run", "hub.yaml", "--draws", "1"], folder)).stderr).not.toContain("warning");
  });

  test("--expanded prints the core as JSON, and nothing else", async () => {
    const { stdout, status } = await whoSaves(["check", "gritting", "--expanded"]);
    expect(status).toBe(0);
    const core = JSON.parse(stdout);
    expect(Object.keys(core)).not.toContain("form");
    expect(Object.keys(core)).not.toContain("files");
    expect(core.services.callOut.costs[0].variable.written).toBe("10% (2% to 30%)");
    expect(core.services.callOut.costs[0].rising.address).toBe("services.callOut.rising");
  });
});

test("who-saves schema prints the schema the package ships", async () => {
  const { stdout, status } = await whoSaves(["schema"]);
  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync("examples/scenario.schema.json", "utf8"));
});
