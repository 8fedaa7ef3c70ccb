import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readWorkbook } from "../support/workbook.js";
import { folderWith, shell, whoSaves } from "./who-saves.js";

const winters = readFileSync("examples/gritting/hadcet-weekly.csv", "utf8");
const gritting = readFileSync("examples/gritting/scenario.yaml", "utf8");
const fdac = readFileSync("examples/fdac/scenario.yaml", "utf8");

describe("who-saves run", () => {
  test("gives the same bytes for the same scenario and seed, also in its own process", async () => {
    const line = "run gritting --format json --draws 64";
    const { stdout } = await whoSaves(line.split(" "));
    expect((await whoSaves(line.split(" "))).stdout).toBe(stdout);
    expect(shell(`who-saves ${line}`).stdout).toBe(stdout);
    expect((await whoSaves([...line.split(" "), "--seed", "another"])).stdout).not.toBe(stdout);
  });

  test("gives the same bytes wherever and whenever it runs", async () => {
    const env = { TZ: "Pacific/Chatham", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", COLUMNS: "200", FORCE_COLOR: "1" };
    const line = "run fdac --draws 64";
    const { stdout } = await whoSaves(line.split(" "));
    expect(shell(`who-saves ${line}`, folderWith(), env).stdout).toBe(stdout);
  });

  test("takes strategies, draws and values as its words say", async () => {
    const words = ["run", "gritting", "--draws", "300", "--strategy", "gritting", "--set", "time.years=2"];
    const { settings } = JSON.parse((await whoSaves([...words, "--format", "json"])).stdout);
    expect(settings).toMatchObject({ draws: 300, strategies: ["gritting"], years: 2 });
  });

  test("takes a file before an example of the same name", async () => {
    const folder = folderWith({ gritting: fdac });
    expect((await whoSaves(["run", "gritting", "--draws", "1"], folder)).stdout).toMatch(/^Family Drug/);
  });

  test("says in one line that there are warnings", async () => {
    const certain = fdac.replace("value: 50%, low: 20%, high: 90%", "value: 50%");
    const { stderr } = await whoSaves(["run", "certain.yaml"], folderWith({ "certain.yaml": certain }));
    expect(stderr).toBe("1 warning: who-saves check certain.yaml shows it\n");
  });

  test("is quiet when its reader closes the pipe", () => {
    // `true` ends before the first word.
    const { stdout, stderr, status } = shell("set -o pipefail; who-saves list costs | true");
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  test.runIf(existsSync("/dev/full"))("says plainly that its result cannot be written", () => {
    const { stderr, status } = shell("who-saves list costs > /dev/full");
    expect({ stderr, status }).toEqual({ stderr: "The result cannot be written (ENOSPC).\n", status: 2 });
  });

  test("never shows a stack trace for text that is no scenario", async () => {
    const folder = folderWith({ "a.yaml": "[", "b.yaml": "\u0000\u0001", "c.yaml": "", "d.json": "{}" });
    writeFileSync(join(folder, "e.yaml"), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    for (const file of readdirSync(folder)) {
      const { stdout, stderr, status } = await whoSaves(["run", file], folder);
      expect({ stdout, status }, file).toEqual({ stdout: "", status: 2 });
      expect(stderr, file).toMatch(/error/);
      expect(stderr, file).not.toMatch(/ {4}at |fault/);
    }
  });
});

describe("the tables beside a scenario", () => {
  const scenario = (file: string): string => gritting.replace("file: hadcet-weekly.csv", `file: ${file}`);
  const printed = async (folder: string): Promise<string> => {
    const { stdout, stderr, status } = await whoSaves(["run", "mine.yaml", "--draws", "1"], folder);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    return stderr.replace(/\s+/g, " ");
  };

  test("are read from its own folder, in whatever folder the command runs", async () => {
    const folder = folderWith({ "mine.yaml": scenario("winters.csv"), "winters.csv": winters });
    expect((await whoSaves(["run", join(folder, "mine.yaml"), "--draws", "1"])).status).toBe(0);
  });

  test("are missed by name", async () => {
    expect(await printed(folderWith({ "mine.yaml": scenario("winters.csv") }))).toContain(
      "There is no file winters.csv in this folder.",
    );
  });

  test("are missed by the name at their own address, where one name is part of another", async () => {
    const two = scenario("very-cold.csv").replace(
      /^quantities:.*$/m,
      (line) => `${line}\n  also: { file: cold.csv, trace: a, column: b, pick: each-year }`,
    );
    const text = await printed(folderWith({ "mine.yaml": two }));
    expect(text).toMatch(/quantities\.also.*There is no file cold\.csv in this folder/);
    expect(text).toMatch(/quantities\.temperature.*There is no file very-cold\.csv in this folder/);
  });

  test("are not read outside it, by path or through a link", async () => {
    const outside = join(folderWith({ "winters.csv": winters }), "winters.csv");
    expect(await printed(folderWith({ "mine.yaml": scenario(outside) }))).toContain("outside");
    const folder = folderWith({ "mine.yaml": scenario("winters.csv") });
    symlinkSync(outside, join(folder, "winters.csv"));
    expect(await printed(folder)).toContain("winters.csv is a link that leads outside the scenario's folder.");
  });

  test("have at most 10 MB", async () => {
    const folder = folderWith({ "mine.yaml": scenario("winters.csv"), "winters.csv": winters });
    truncateSync(join(folder, "winters.csv"), 10_000_001);
    expect(await printed(folder)).toContain("over 10 MB");
  });
});

describe("--out", () => {
  test("writes the whole result, and leaves nothing else behind", async () => {
    const folder = folderWith({ "answer.json": "before" });
    const { stdout, stderr, status } = await whoSaves(
      ["run", "gritting", "--draws", "9", "--out", "answer.json"],
      folder,
    );
    expect({ stdout, stderr, status }).toEqual({
      stdout: "",
      stderr: "Wrote answer.json\n",
      status: 0,
    });
    const { stdout: printed } = await whoSaves(["run", "gritting", "--draws", "9", "--format", "json"]);
    expect(readFileSync(join(folder, "answer.json"), "utf8")).toBe(printed);
    expect(readdirSync(folder)).toEqual(["answer.json"]);
  });

  test("writes a CSV file for each output into a folder", async () => {
    const folder = folderWith();
    const words = [
      "run",
      "fdac",
      "--draws",
      "9",
      "--format",
      "csv",
      "--show",
      "who-saves,explain:nhs:2",
      "--out",
      "paper/",
    ];
    const { stdout, stderr, status } = await whoSaves(words, folder);
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "Wrote 2 files in paper/\n", status: 0 });
    expect(readdirSync(join(folder, "paper")).sort()).toEqual(["explain-nhs-2.csv", "who-saves.csv"]);
    expect(readFileSync(join(folder, "paper", "who-saves.csv"), "utf8")).toMatch(/^\ufeffstrategy,/);
  });

  test("writes a workbook, which its own command makes again to the byte", async () => {
    const folder = folderWith();
    const first = ["run", "fdac", "--draws", "9", "--show", "answer,cash-by-year", "--out", "first.xlsx"];
    expect(await whoSaves(first, folder)).toMatchObject({ stdout: "", stderr: "Wrote first.xlsx\n", status: 0 });
    const bytes = readFileSync(join(folder, "first.xlsx"));
    const [cover] = readWorkbook(bytes);
    const [command] = cover.rows.flatMap(([term, text]) => (term.value === "Command" ? [String(text.value)] : []));
    expect(command).toBe(
      "who-saves run fdac --show answer,cash-by-year --draws 9 --seed who-saves --out workbook.xlsx",
    );
    expect(await whoSaves(command.split(" ").slice(1), folder)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "workbook.xlsx")).equals(bytes)).toBe(true);
  });

  test("changes nothing when the run fails", async () => {
    const folder = folderWith({ "answer.txt": "before" });
    expect((await whoSaves(["run", "gritting", "--strategy", "none", "--out", "answer.txt"], folder)).status).toBe(2);
    expect(readFileSync(join(folder, "answer.txt"), "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["answer.txt"]);
  });

  test("follows a link, and refuses a folder", async () => {
    const folder = folderWith({ "real.csv": "before" });
    symlinkSync("real.csv", join(folder, "link.csv"));
    expect((await whoSaves(["run", "fdac", "--out", "link.csv"], folder)).status).toBe(0);
    expect(lstatSync(join(folder, "link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real.csv"), "utf8")).toMatch(/^\ufeffstrategy,level/);
    expect(await whoSaves(["run", "fdac", "--out", "."], folder)).toMatchObject({ status: 2, stdout: "" });
    expect(existsSync("/dev/null") && lstatSync("/dev/null").isFile()).toBe(false);
  });
});

describe("a terminal", () => {
  const shown = async (env: Readonly<Record<string, string>>, columns = 80): Promise<string> => {
    for (const [name, value] of Object.entries({ TERM: "xterm", NO_COLOR: "", ...env })) vi.stubEnv(name, value);
    const { isTTY, columns: before } = process.stdout;
    Object.assign(process.stdout, { isTTY: true, columns });
    try {
      return (await whoSaves(["run", "fdac", "--draws", "1"])).stdout;
    } finally {
      Object.assign(process.stdout, { isTTY, columns: before });
      vi.unstubAllEnvs();
    }
  };

  test("has bold and dim text, unless NO_COLOR or TERM=dumb says no", async () => {
    expect(await shown({})).toContain("\u001b[1mFamily");
    expect(await shown({ NO_COLOR: "1" })).not.toContain("\u001b[");
    expect(await shown({ TERM: "dumb" })).not.toContain("\u001b[");
  });

  test("has lines as wide as it is, from 60 to 160 columns", async () => {
    const widest = async (columns: number): Promise<number> => {
      const text = await shown({ NO_COLOR: "1" }, columns);
      return Math.max(...text.split("\n").map((line) => line.length));
    };
    for (const [columns, most] of [
      [20, 60],
      [70, 70],
      [130, 130],
      [500, 160],
    ] as const) {
      expect(await widest(columns)).toBeLessThanOrEqual(most);
      expect(await widest(columns)).toBeGreaterThan(most - 12);
    }
  });

  test.runIf(shell("script --version").status === 0)("shows colour if it is a real one", () => {
    const env = { NODE: process.execPath, CLI: join(process.cwd(), "dist/cli/index.js"), TERM: "xterm" };
    const { stdout } = shell('script -qec "$NODE $CLI run fdac --draws 1" /dev/null', folderWith(), env);
    expect(stdout).toContain("\u001b[1mFamily");
  });
});

test("a page says how to make it again: the command, the seed and the bytes of the scenario", async () => {
  const { stdout } = await whoSaves(["run", "gritting", "--show", "answer", "--draws", "16", "--format", "html"]);
  expect(stdout).toContain("who-saves run gritting --show answer --draws 16 --seed who-saves --format html");
  const bytes = readFileSync("examples/gritting/scenario.yaml");
  expect(stdout).toContain(createHash("sha256").update(bytes).digest("hex"));
});
