import type { Command } from "commander";
import { formatAmong, lineWidth, names } from "./options.js";

const formats = ["text", "markdown", "csv", "json", "html", "xlsx", "svg"] as const;
const headings = ["words", "keys"] as const;

/** Adds the options that say what is printed of a run, and how. */
export const addPrintOptions = (command: Command): Command =>
  command
    .option("--show <outputs>", "what to print, a,b,… or all (who-saves list outputs)", names)
    .option("--notes", "all notes of the answer, not only the first three")
    .option("--format <format>", `${formats.join(", ")} (text by default)`, formatAmong(formats))
    .option("--headings <kind>", "of csv: words, for people (by default), or keys, for programs", formatAmong(headings))
    .option("--out <file>", "write to a file; its ending sets the format; FOLDER/ takes csv or svg")
    .option("--width <columns>", "the width of text, 40 to 400 (that of the terminal, or 100)", lineWidth);
