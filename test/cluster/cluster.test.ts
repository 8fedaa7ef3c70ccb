import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Slurm, startSlurm } from "./slurm.js";

const parts = 3;
const draws = 40_000;

/** A folder that is removed at the end. */
const newFolder = (atEnd: (work: () => void) => void): string => {
  const folder = mkdtempSync(join(tmpdir(), "who-saves-cluster-"));
  chmodSync(folder, 0o755);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A folder with the built command line on the path, as `npm install --global` puts it there. */
let bin = "";
beforeAll(() => {
  bin = newFolder(afterAll);
  writeFileSync(
    join(bin, "who-saves"),
    `#!/bin/sh\nexec "${process.execPath}" "${resolve("dist/cli/index.js")}" "$@"\n`,
    {
      mode: 0o755,
    },
  );
});

/** Runs a line in a shell in a folder, and returns what it prints. */
const shell = (line: string, cwd: string, env: NodeJS.ProcessEnv = process.env): string =>
  execFileSync("bash", ["-c", line], { cwd, env: { ...env, PATH: `${bin}:${process.env.PATH}` }, encoding: "utf8" });

/** The report of one run, to compare with. */
const ofOneRun = (folder: string): string => {
  shell(`who-saves run gritting --draws ${draws} --out one.html`, folder);
  return readFileSync(join(folder, "one.html"), "utf8");
};

const until = async (what: string, isSo: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 1200; tries++) {
    if (isSo()) return;
    await pause(100);
  }
  throw new Error(`This never came: ${what}`);
};

describe("a cluster", () => {
  let slurm: Slurm | undefined;
  afterAll(() => slurm?.end());

  test("of Slurm: a killed part is named by the merge, run again, and the whole is one run to the byte", async () => {
    slurm = await startSlurm(newFolder(onTestFinished));
    const { env } = slurm;
    const folder = newFolder(onTestFinished);
    const here = resolve("examples/cluster/slurm");
    shell(`bash "${here}/submit.sh" gritting ${parts} ${draws}`, folder, env);
    const states = (): string => shell("squeue --noheader --array --format '%j %a %K %T'", folder, env);
    await until("a second part that runs", () => / 2 RUNNING/.test(states()));
    shell(
      'scancel --signal=KILL --full "$(squeue --noheader --array --name part --format %F | head -1)_2"',
      folder,
      env,
    );
    await until("the end of all jobs", () => states() === "");
    expect(existsSync(join(folder, "part-2.part"))).toBe(false);
    const log = readFileSync(join(folder, "merge.log"), "utf8").replace(/\n {2}/g, " ");
    const [, again] = /error: part 2 of 3 .* Make it: (who-saves run .*)/.exec(log) ?? [];
    shell(`sbatch --wait --output=again.log --wrap '${again}'`, folder, env);
    shell(`sbatch --wait "${here}/merge.sbatch"`, folder, env);
    expect(readFileSync(join(folder, "report.html"), "utf8")).toBe(ofOneRun(folder));
  });

  test("of GNU parallel: a killed line goes on where it was, and the whole is one run to the byte", async () => {
    const folder = newFolder(onTestFinished);
    const words = [resolve("examples/cluster/parallel/run.sh"), "gritting", String(parts), String(draws)];
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const child = spawn("bash", words, { cwd: folder, env, stdio: "ignore", detached: true });
    await until("a first part", () => existsSync(join(folder, "part-1.part")));
    process.kill(-(child.pid ?? 0), "SIGKILL");
    shell(`bash ${words.join(" ")}`, folder);
    expect(readFileSync(join(folder, "report.html"), "utf8")).toBe(ofOneRun(folder));
  });
});
