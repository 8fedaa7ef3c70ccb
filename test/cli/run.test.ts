import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, shell, whoSaves } from "./who-saves.js";

const winters = readFileSync("examples/gritting/hadcet-weekly.csv", "utf8");
const gritting = readFileSync("examples/gritting/scenario.yaml", "utf8");
const fdac = readFileSync("examples/fdac/scenario.yaml", "utf8");

describe("who-saves run", () => {
  test("gives the same bytes for the same scenario and seed, and others for another seed", () => {
    const words = ["run", "gritting", "--format", "json", "--draws", "512"];
    const [first, again] = [1, 2].map(() => whoSaves(words).stdout);
    expect(again).toBe(first);
    expect(whoSaves([...words, "--seed", "another"]).stdout).not.toBe(first);
  });

  test("gives the same bytes wherever and whenever it runs", () => {
    const plain = shell("who-saves run fdac").stdout;
    const env = { TZ: "Pacific/Chatham", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", COLUMNS: "200", FORCE_COLOR: "1" };
    expect(shell("who-saves run fdac", folderWith(), env).stdout).toBe(plain);
  });

  test("takes strategies, draws and values as its words say", () => {
    const words = ["run", "gritting", "--draws", "300", "--strategy", "gritting", "--set", "time.years=2"];
    const { settings } = JSON.parse(whoSaves([...words, "--format", "json"]).stdout);
    expect(settings).toMatchObject({ draws: 300, strategies: ["gritting"], years: 2 });
  });

  test("takes a file before an example of the same name", () => {
    const folder = folderWith({ gritting: fdac });
    expect(whoSaves(["run", "gritting", "--draws", "1"], folder).stdout).toMatch(/^Family Drug/);
  });

  test("says in one line that there are warnings", () => {
    const certain = fdac.replace("value: 50%, low: 20%, high: 90%", "value: 50%");
    const { stderr } = whoSaves(["run", "certain.yaml"], folderWith({ "certain.yaml": certain }));
    expect(stderr).toBe("1 warning: who-saves check certain.yaml shows it\n");
  });

  test("is quiet when its reader has read enough", () => {
    const { stdout, stderr, status } = shell("set -o pipefail; who-saves run gritting --draws 9 --show all | head -1");
    expect({ stdout, stderr, status }).toEqual({ stdout: "Grit more of Camden's footways\n", stderr: "", status: 0 });
  });

  test.runIf(existsSync("/dev/full"))("says plainly that its result cannot be written", () => {
    const { stderr, status } = shell("who-saves list > /dev/full");
    expect({ stderr, status }).toEqual({ stderr: "The result cannot be written (ENOSPC).\n", status: 2 });
  });

  test("never shows a stack trace for text that is no scenario", () => {
    const folder = folderWith({ "a.yaml": "[", "b.yaml": "\u0000\u0001", "c.yaml": "", "d.json": "{}" });
    writeFileSync(join(folder, "e.yaml"), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    for (const file of readdirSync(folder)) {
      const { stdout, stderr, status } = whoSaves(["run", file], folder);
      expect({ stdout, status }, file).toEqual({ stdout: "", status: 2 });
      expect(stderr, file).toMatch(/error/);
      expect(stderr, file).not.toMatch(/ {4}at |fault/);
    }
  });
});

describe("the tables beside a scenario", () => {
  const scenario = (file: string): string => gritting.replace("file: hadcet-weekly.csv", `file: ${file}`);
  const told = (folder: string): string => {
    const { stdout, stderr, status } = whoSaves(["run", "mine.yaml", "--draws", "1"], folder);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    return stderr.replace(/\s+/g, " ");
  };

  test("are read from its own folder, wherever the reader stands", () => {
    const folder = folderWith({ "mine.yaml": scenario("winters.csv"), "winters.csv": winters });
    expect(whoSaves(["run", join(folder, "mine.yaml"), "--draws", "1"]).status).toBe(0);
  });

  test("are missed by name", () => {
    expect(told(folderWith({ "mine.yaml": scenario("winters.csv") }))).toContain("There is no file winters.csv in .");
  });

  test("are not read outside it, by path or through a link", () => {
    const outside = join(folderWith({ "winters.csv": winters }), "winters.csv");
    expect(told(folderWith({ "mine.yaml": scenario(outside) }))).toContain("outside");
    const folder = folderWith({ "mine.yaml": scenario("winters.csv") });
    symlinkSync(outside, join(folder, "winters.csv"));
    expect(told(folder)).toContain("winters.csv is a link that leads outside the scenario's folder.");
  });

  test("have at most 10 MB", () => {
    const folder = folderWith({ "mine.yaml": scenario("winters.csv"), "winters.csv": winters });
    truncateSync(join(folder, "winters.csv"), 10_000_001);
    expect(told(folder)).toContain("over 10 MB");
  });
});

describe("--out", () => {
  test("writes the whole result, and leaves nothing else behind", () => {
    const folder = folderWith({ "answer.json": "before" });
    const { stdout, stderr, status } = whoSaves(["run", "gritting", "--draws", "9", "--out", "answer.json"], folder);
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "Wrote answer.json\n", status: 0 });
    const printed = whoSaves(["run", "gritting", "--draws", "9", "--format", "json"]).stdout;
    expect(readFileSync(join(folder, "answer.json"), "utf8")).toBe(printed);
    expect(readdirSync(folder)).toEqual(["answer.json"]);
  });

  test("changes nothing when the run fails", () => {
    const folder = folderWith({ "answer.txt": "before" });
    expect(whoSaves(["run", "gritting", "--strategy", "none", "--out", "answer.txt"], folder).status).toBe(2);
    expect(readFileSync(join(folder, "answer.txt"), "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["answer.txt"]);
  });

  test("follows a link, and refuses what is no file", () => {
    const folder = folderWith({ "real.csv": "before" });
    symlinkSync("real.csv", join(folder, "link.csv"));
    expect(whoSaves(["run", "fdac", "--out", "link.csv"], folder).status).toBe(0);
    expect(lstatSync(join(folder, "link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real.csv"), "utf8")).toMatch(/^strategy,level/);
    expect(whoSaves(["run", "fdac", "--out", "."], folder)).toMatchObject({ status: 2, stdout: "" });
    expect(existsSync("/dev/null") && lstatSync("/dev/null").isFile()).toBe(false);
  });
});

describe("colour", () => {
  const hasScript = shell("script --version").status === 0;
  const onTerminal = (env: NodeJS.ProcessEnv): string =>
    shell('script -qec "$NODE $CLI run fdac --draws 1" /dev/null', folderWith(), {
      NODE: process.execPath,
      CLI: join(process.cwd(), "dist/cli/index.js"),
      TERM: "xterm",
      ...env,
    }).stdout;

  test.runIf(hasScript)("is bold and dim on a terminal, unless NO_COLOR or TERM=dumb says no", () => {
    expect(onTerminal({})).toContain("\u001b[1mFamily");
    expect(onTerminal({ NO_COLOR: "1" })).not.toContain("\u001b[");
    expect(onTerminal({ TERM: "dumb" })).not.toContain("\u001b[");
  });
});
