import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { folderWith, whoSaves } from "./who-saves.js";

const fdac = readFileSync("examples/fdac/scenario.yaml", "utf8");

describe("who-saves check", () => {
  test("ends with 1 where a published result is not found again", async () => {
    const folder = folderWith({ "mine.yaml": fdac.replace("equals: 15850", "equals: 16850") });
    const { stdout, status } = await whoSaves(["check", "mine.yaml"], folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/net-per-case +netAvoided +£16,850 +£15,850 +£10 +no/);
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
      /^mine\.yaml:17:19: error: answer\.1\n {2}There is no output called budget-gpa\. Did you mean/,
    );
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
