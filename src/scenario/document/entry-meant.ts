import { rangeMeant } from "../../quantity/range-meant.js";
import { numberWithWords, placeholderIn } from "../../quantity/words-meant.js";
import type { Refusal } from "./parse.js";

/** What is wrong with a line that YAML cannot read, if it is written from habit; undefined if it shows no habit. */
export const entryMeant = (line: string): Refusal | undefined => withoutColon(line) ?? badValue(line);

/** A name and its value where the colon is missing, has no space behind it, or is another sign. */
const withoutColon = (line: string): Refusal | undefined => {
  const [, name, value = ""] = colonless.map((form) => form.exec(line)).find((match) => match !== null) ?? [];
  if (name === undefined) return undefined;
  const isClose = line.includes(`${name}:`);
  return {
    what: "This is not an entry: an entry is a name, a colon, a space and a value.",
    mend: `Write ${name}:${value === "" ? "" : ` ${value}`}${isClose ? ", with a space after the colon" : ""}.`,
  };
};

/** `unit:week`; `unit = week`, `unit；week`, `unit： week`; `unit week`, `unit`. */
const colonless: readonly RegExp[] = [
  /^\s*([A-Za-z]\w*):(?=[^\s:])([^{}[\]"']*?)\s*$/,
  /^\s*([A-Za-z]\w*)\s*[=;：；]\s*([^{}[\]"':]*?)\s*$/,
  /^\s*([A-Za-z]\w*)(?:\s+(\w+))?\s*$/,
];

/** `size: ?`, `size: >2000`, `25% [10%, 40%]`: a value that is no number yet, or a number with signs or words. */
const badValue = (line: string): Refusal | undefined => {
  const [, name, value = ""] =
    /([A-Za-z]\w*): +([?\-–>~%*&@<][^{}]*?|[^{}:]*\[[^\]{}]*\])\s*[},]*\s*$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const what = `${name}: ${value} cannot be read.`;
  const range = rangeMeant(value);
  if (range !== undefined) return { what, mend: `For a range write ${range}.` };
  const mend = placeholderIn(value) ?? numberWithWords(value);
  return mend === undefined ? undefined : { what, mend };
};
