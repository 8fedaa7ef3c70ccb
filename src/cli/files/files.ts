import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { errorText } from "../../base/problems/error-text.js";
import { mistake } from "../../base/problems/problem.js";
import type { ReportFile } from "../../report/table.js";
import { type ForeignFile, foreignFile, notUtf8 } from "./foreign-file.js";

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

/** Refuses what is no plain file, by default of at most 10 MB: a folder, a device or a pipe may never end. */
export const checkPlainFile = (path: string, what: string, shown = path, most = mostBytes): void => {
  const status = statSync(path);
  if (status.isDirectory()) throw mistake(shown, "This is a folder.", `Name a ${what} in it.`);
  if (!status.isFile())
    throw mistake(shown, "This is no file, but a device, a pipe or a socket.", `Write the ${what} to a file first.`);
  if (status.size > most) throw mistake(shown, `A ${what} is at most 10 MB.`);
};

/** The mistake behind an error in reading a file. `what` names the kind of file in messages: `file of unit costs`. */
export const readingMistake = (shown: string, what: string, error: unknown): unknown => {
  const code = systemCode(error);
  if (code === undefined) return error;
  if (code === "ENOENT") return mistake(shown, `There is no such ${what}.`);
  if (code === "EACCES" || code === "EPERM") return mistake(shown, "You may not read this file.");
  if (code === "ELOOP") return mistake(shown, "This is a link that leads to itself.", `Name the ${what} itself.`);
  return mistake(shown, `This file cannot be read (${code}).`);
};

/** The files that were read, which no result replaces. */
const inputs = new Set<string>();

/** The bytes of a file of the user's. */
export const inputOf = (path: string): Buffer => {
  inputs.add(realpathSync(path));
  return readFileSync(path);
};

/** The text of a file. */
export const readText = (file: string, what: string): string => {
  try {
    checkPlainFile(file, what);
    const text = utf8Text(inputOf(file));
    if (typeof text === "string") return text;
    throw mistake(file, text.what, text.mend);
  } catch (error) {
    throw readingMistake(file, what, error);
  }
};

/** Refuses a file that cannot be written, before a long run. */
export const checkWritable = (file: string): void => {
  const folder = dirname(file);
  if (file === "") throw mistake("--out", "It names no file.", "Name one, or leave out --out to print.");
  if (file === "-") throw mistake("--out", "- is no file.", "Leave out --out to print.");
  if (!existsSync(folder)) throw mistake("--out", `There is no folder ${folder} to write ${basename(file)} in.`);
  if (!statSync(folder).isDirectory()) throw mistake("--out", `${folder} is a file, not a folder to write in.`);
  if (/[\\/]$/.test(file))
    throw mistake("--out", `${file} is a folder, and this format is one file.`, `Name a file in it.`);
  if (existsSync(file) && !statSync(file).isFile())
    throw mistake("--out", `${file} is not a file that can be replaced.`, "Name a file, or leave out --out to print.");
};

/** True if `--out` names a folder: it ends in a slash, or there is a folder of this name. */
export const isFolder = (out: string): boolean =>
  /[\\/]$/.test(out) || (existsSync(out) && statSync(out).isDirectory());

/** Writes files into a folder, which is made if it is not there. */
export const writeInto = (folder: string, files: readonly ReportFile[]): void => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw mistake("--out", `The folder ${folder} cannot be made (${systemCode(error) ?? error}).`);
  }
  for (const { name, text } of files) writeWhole(join(folder, name), text);
};

/** What is written to a file: a text, or bytes, whole or in pieces. */
type FileContent = string | Uint8Array | readonly Uint8Array[];

/** Writes a file whole or not at all: first a new file beside it, which then replaces it. */
export const writeWhole = (file: string, content: FileContent): void => {
  const target = existsSync(file) ? realpathSync(file) : file;
  if (inputs.has(target))
    throw mistake("--out", `${file} is what was read, so it is not replaced.`, "Name another file.");
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const mode = existsSync(target) ? statSync(target).mode : undefined;
  try {
    writeNewFile(beside, content, mode);
    renameOrRemove(beside, target);
  } catch (error) {
    throw mistake("--out", `${file} cannot be written (${systemCode(error) ?? errorText(error)}).`);
  }
};

const renameOrRemove = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    unlinkSync(from);
    throw error;
  }
};

/** Writes a file that is not there yet. If that fails half way, no part of it stays. */
export const writeNewFile = (file: string, content: FileContent, mode?: number): void => {
  const opened = openSync(file, "wx", mode);
  try {
    for (const piece of typeof content === "string" || content instanceof Uint8Array ? [content] : content)
      writeFileSync(opened, piece);
  } catch (error) {
    unlinkSync(file);
    throw error;
  } finally {
    closeSync(opened);
  }
};
