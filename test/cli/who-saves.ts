import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished, vi } from "vitest";
import { main } from "../../src/cli/main.js";

const packageFolder = resolve(".");

/** The built command line. */
const command = resolve("dist/cli/index.js");

/** The output and exit status of a command. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Collects the text that a command writes to a stream of this process. */
const collected = (stream: NodeJS.WriteStream): { readonly text: () => string; readonly end: () => void } => {
  let text = "";
  const spy = vi.spyOn(stream, "write").mockImplementation((part) => {
    text += part;
    return true;
  });
  return { text: () => text, end: () => spy.mockRestore() };
};

let running: Promise<unknown> = Promise.resolve();

/**
 * Runs the command line within this process, because starting Node takes longer than most commands.
 * One at a time, because a process has one folder and one output: a command of a test that ran out of time is waited
 * for, or else it would write into the next one's folder. `shell` tests what needs its own process.
 */
export const whoSaves = (words: readonly string[], cwd = packageFolder): Promise<Ended> => {
  const ended = running.then(() => runIn(cwd, words));
  running = ended.catch(() => {});
  return ended;
};

const runIn = async (cwd: string, words: readonly string[]): Promise<Ended> => {
  const [stdout, stderr] = [collected(process.stdout), collected(process.stderr)];
  try {
    process.chdir(cwd);
    const status = await main(words, packageFolder);
    return { stdout: stdout.text(), stderr: stderr.text(), status };
  } finally {
    process.chdir(packageFolder);
    for (const stream of [stdout, stderr]) stream.end();
  }
};

/** Runs a line in a shell; `who-saves` in it is the built command line. */
export const shell = (line: string, cwd = packageFolder, env: NodeJS.ProcessEnv = {}): Ended => {
  const words = `who-saves() { "${process.execPath}" "${command}" "$@"; }; ${line}`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", words], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    encoding: "utf8",
  });
  return { stdout, stderr, status };
};

/** Runs the built command line in a process of its own, so that commands that wait can wait side by side. */
export const started = (words: readonly string[], cwd: string): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [command, ...words], { cwd }, (_error, stdout, stderr) =>
      done({ stdout, stderr, status: child.exitCode }),
    );
  });

/** A folder with files, removed at the end of the test, or with `afterAll` at the end of all. */
export const folderWith = (
  files: Readonly<Record<string, string>> = {},
  atEnd: (remove: () => void) => void = onTestFinished,
): string => {
  const folder = mkdtempSync(join(tmpdir(), "who-saves-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

/** The text that a user sees of a few commands, one after another in one folder. */
export const transcript = async (
  lines: readonly string[],
  run: (line: string) => Ended | Promise<Ended>,
): Promise<string> => {
  const outputs: string[] = [];
  for (const line of lines) {
    const { stdout, stderr, status } = await run(line);
    outputs.push(`$ ${line}\n${stdout}${stderr === "" ? "" : `[stderr]\n${stderr}`}[exit ${status}]\n`);
  }
  return outputs.join("\n");
};
