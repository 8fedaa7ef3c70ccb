import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ForeignFile, foreignFile, notUtf8 } from "./foreign-file.js";
import { mistake } from "./terminal.js";

/** The most bytes of a file that is read. */
export const mostBytes = 10_000_000;

/** The code of an error of the operating system, such as ENOENT; undefined for any other error. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/** The text of bytes in UTF-8; or why they are none: a workbook, a document, another encoding. */
export const utf8Text = (bytes: Uint8Array): string | ForeignFile => {
  try {
    return foreignFile(bytes) ?? new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return notUtf8;
  }
};

/** The text of a file. `what` names the kind of file in messages: `file of unit costs`. */
export const readText = (file: string, what: string): string => {
  try {
    if (statSync(file).size > mostBytes) throw mistake(file, `A ${what} is at most 10 MB.`);
    const text = utf8Text(readFileSync(file));
    if (typeof text === "string") return text;
    throw mistake(file, text.what, text.mend);
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT") throw mistake(file, `There is no such ${what}.`);
    throw code === undefined ? error : mistake(file, `This file cannot be read (${code}).`);
  }
};

/** Refuses a file that cannot be written, before a long run. */
export const checkWritable = (file: string): void => {
  const folder = dirname(file);
  if (!existsSync(folder)) throw mistake("--out", `There is no folder ${folder} to write ${basename(file)} in.`);
  if (existsSync(file) && !statSync(file).isFile())
    throw mistake("--out", `${file} is not a file that can be replaced.`, "Name a file, or leave out --out to print.");
};

/** Writes a file whole or not at all: first a new file beside it, which then replaces it. */
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
