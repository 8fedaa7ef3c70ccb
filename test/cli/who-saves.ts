import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** The built command line. */
export const command = resolve("dist/cli/index.js");

/** How a command ended, and what it said. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

const environment = { PATH: process.env.PATH, HOME: process.env.HOME };

/** Runs the command line as a user does, its words one by one. */
export const whoSaves = (words: readonly string[], cwd = process.cwd()): Ended => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...words], {
    cwd,
    env: environment,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
};

/** Runs a line of a shell, in which `who-saves` is the command line. */
export const shell = (line: string, cwd = process.cwd(), env: NodeJS.ProcessEnv = {}): Ended => {
  const words = `who-saves() { "${process.execPath}" "${command}" "$@"; }; ${line}`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", words], {
    cwd,
    env: { ...environment, ...env },
    encoding: "utf8",
  });
  return { stdout, stderr, status };
};

/** A folder with files in it, for the length of a test. */
export const folderWith = (files: Readonly<Record<string, string>> = {}, whenFinished = onTestFinished): string => {
  const folder = mkdtempSync(join(tmpdir(), "who-saves-"));
  whenFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

/** What a reader would see of a few commands, one after another in one folder. */
export const transcript = async (lines: readonly string[], cwd: string): Promise<string> => {
  const told: string[] = [];
  for (const line of lines) {
    const words = line.split(" ").slice(1);
    told.push(
      await new Promise<string>((resolve) => {
        execFile(process.execPath, [command, ...words], { cwd, env: environment }, (error, stdout, stderr) =>
          resolve(`$ ${line}\n${stdout}${stderr === "" ? "" : `[stderr]\n${stderr}`}[exit ${error?.code ?? 0}]\n`),
        );
      }),
    );
  }
  return told.join("\n");
};
