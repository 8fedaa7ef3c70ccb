import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { mistake, systemCode } from "./mistake.js";

/** Refuses a file that could not be written, before a long run. */
export const checkWritable = (file: string): void => {
  const folder = dirname(file);
  if (!existsSync(folder)) throw mistake("--out", `There is no folder ${folder} to write ${basename(file)} in.`);
  if (existsSync(file) && !statSync(file).isFile())
    throw mistake("--out", `${file} is no file that can be replaced.`, "Name a file, or leave --out away to print.");
};

/** Writes a file whole or not at all: beside it first, then in its place. */
export const writeWhole = (file: string, text: string): void => {
  const target = existsSync(file) ? realpathSync(file) : file;
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    writeFileSync(beside, text, { flag: "wx", ...(existsSync(target) ? { mode: statSync(target).mode } : {}) });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw mistake("--out", `${file} cannot be written (${systemCode(error) ?? error}).`);
  }
};
