import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished, vi } from "vitest";
import { main } from "../../src/cli/main.js";

const packageFolder = resolve(".");

/** The built command line. */
const command = resolve("dist/cli/index.js");

/** How a command ended, and what it said. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Keeps what is written to a stream of this process while a command runs. */
const heard = (stream: NodeJS.WriteStream): { readonly text: () => string; readonly end: () => void } => {
  let text = "";
  const spy = vi.spyOn(stream, "write").mockImplementation((part) => {
    text += part;
    return true;
  });
  return { text: () => text, end: () => spy.mockRestore() };
};

/**
 * Runs the command line, its words one by one, within this process: to start Node takes longer than most commands.
 * One at a time, since a process has one folder and one output; what only a process has is tested by `shell`.
 */
export const whoSaves = async (words: readonly string[], cwd = packageFolder): Promise<Ended> => {
  const [stdout, stderr] = [heard(process.stdout), heard(process.stderr)];
  process.chdir(cwd);
  try {
    const status = await main(words, packageFolder);
    return { stdout: stdout.text(), stderr: stderr.text(), status };
  } finally {
    process.chdir(packageFolder);
    for (const stream of [stdout, stderr]) stream.end();
  }
};

/** Runs a line of a shell, in which `who-saves` is the built command line. */
export const shell = (line: string, cwd = packageFolder, env: NodeJS.ProcessEnv = {}): Ended => {
  const words = `who-saves() { "${process.execPath}" "${command}" "$@"; }; ${line}`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", words], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    encoding: "utf8",
  });
  return { stdout, stderr, status };
};

/** A folder with files in it, for the length of a test. */
export const folderWith = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), "who-saves-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

/** What a reader would see of a few commands, one after another in one folder. */
export const transcript = async (
  lines: readonly string[],
  run: (line: string) => Ended | Promise<Ended>,
): Promise<string> => {
  const told: string[] = [];
  for (const line of lines) {
    const { stdout, stderr, status } = await run(line);
    told.push(`$ ${line}\n${stdout}${stderr === "" ? "" : `[stderr]\n${stderr}`}[exit ${status}]\n`);
  }
  return told.join("\n");
};
