import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { folderWith, whoSaves } from "./who-saves.js";

const scenario = readFileSync("examples/fdac/scenario.yaml", "utf8");

/** A folder with everything that is no file. */
const oddFolder = (): string => {
  const folder = folderWith({ "a-file": "", "big.yaml": "" }, afterAll);
  mkdirSync(`${folder}/folder.yaml`);
  mkdirSync(`${folder}/folder.mjs`);
  execFileSync("bash", ["-c", "mkfifo pipe pipe.mjs"], { cwd: folder });
  symlinkSync("loop.yaml", `${folder}/loop.yaml`);
  truncateSync(`${folder}/big.yaml`, 2e9);
  return folder;
};

const folder = oddFolder();

test.each([
  ["run pipe", "This is no file, but a device, a pipe or a socket."],
  ["run /dev/zero", "This is no file"],
  ["run big.yaml", "A scenario is at most 10 MB."],
  ["run loop.yaml", "a link that leads to itself"],
  ["run folder.yaml", "is a folder"],
  ["run gritting --costs /dev/zero", "This is no file"],
  ["run gritting --costs pipe", "This is no file"],
  ["run gritting --costs folder.yaml", "This is a folder."],
  ["list costs --costs big.yaml", "at most 10 MB"],
  ["check pipe.mjs", "This is no file"],
  ["check folder.mjs", "This is a folder."],
  ["check good.js --worlds /dev/zero", "This is no file"],
  ["check good.js --worlds big.yaml", "at most 10 MB"],
  ["merge pipe", "This is no file"],
  ["merge /dev/zero", "This is no file"],
  ["merge folder.yaml", "This is a folder."],
  ["run gritting --out a-file/x.json", "a-file is a file, not a folder"],
  ["run gritting --out -", "- is no file"],
  ["run gritting --out ", "It names no file."],
  ["laws --runs 0", "a whole number from 1"],
  ["check good.js --runs 0", "a whole number from 1"],
  ["check good.js --runs 99999999999999999999", "a whole number from 1"],
])("who-saves %s is refused with a message", async (line, message) => {
  const { stdout, stderr, status } = await whoSaves(line.split(" "), folder);
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
});

describe("no character that a terminal obeys is printed", () => {
  const obeyed = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
  const odd = "x\u001b[31m\u009b1m\u202e\u061cy";
  test.each([
    [["check", `${odd}.yaml`]],
    [["check", `${odd}.yaml`, "--expanded"]],
    [["run", `${odd}.yaml`]],
    [["run", `${odd}.yaml`, "--format", "json"]],
    [["run", odd]],
    [["run", "gritting", "--show", odd]],
    [["run", "gritting", "--regime", odd]],
    [["run", "gritting", "--seed", odd, "--draws", "1"]],
    [["run", "gritting", "--out", `${odd}/x.json`]],
    [["run", "gritting", "--set", `${odd}=1`]],
    [["list", odd]],
    [["laws", "--family", odd]],
    [["new", odd]],
    [[odd]],
    [["run", "gritting", `--${odd}`]],
  ])("%j", async (words) => {
    const folder = folderWith({ [`${odd}.yaml`]: scenario.replace("title: ", 'title: "\\e[31m\\x9b\\u202e" #') });
    const { stdout, stderr, status } = await whoSaves(words, folder);
    expect(`${stdout}${stderr}`).not.toMatch(obeyed);
    expect([0, 2]).toContain(status);
  });
});

test("a file that hides an example is named", async () => {
  const { stdout, stderr } = await whoSaves(["run", "gritting", "--draws", "1"], folderWith({ gritting: scenario }));
  expect(stderr).toContain("gritting is a file in this folder; the example is not read.");
  expect(stdout).not.toContain("Gritting");
});

test("a result that cannot replace a file leaves the old one, and no part", async () => {
  const folder = folderWith({ "out.json": "old" });
  writeFileSync(`${folder}/.out.json.${process.pid}.part`, "");
  const { status } = await whoSaves(["run", "gritting", "--draws", "1", "--out", "out.json"], folder);
  expect(status).toBe(2);
  expect(readFileSync(`${folder}/out.json`, "utf8")).toBe("old");
  expect(readdirSync(folder).length).toBe(2);
});

test("a result does not replace the scenario that it is of", async () => {
  const folder = folderWith({ "mine.yaml": scenario });
  const words = ["run", "mine.yaml", "--draws", "1", "--format", "json", "--out", "mine.yaml"];
  const { stderr, status } = await whoSaves(words, folder);
  expect(stderr).toContain("mine.yaml is what was read, so it is not replaced.");
  expect(status).toBe(2);
  expect(readFileSync(`${folder}/mine.yaml`, "utf8")).toBe(scenario);
});

test("a fault of who-saves ends with 70 and a short text", async () => {
  const lines: string[] = [];
  const write = process.stderr.write;
  process.stderr.write = (text) => lines.push(String(text)) > 0;
  try {
    // A package folder without a package.json: nobody can cause this from outside.
    await expect(main(["schema"], "/nowhere")).rejects.toThrow();
    expect(await main(["schema"], folderWith({ "package.json": '{"version":"0"}' }))).toBe(70);
  } finally {
    process.stderr.write = write;
  }
  expect(lines.join("")).toMatch(/^This is a fault of who-saves, not yours: .*\nat .*\nPlease report it/);
});
