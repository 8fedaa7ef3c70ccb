import { extname } from "node:path";
import * as z from "zod";
import { mistake } from "../../base/problems/problem.js";
import { fromExactJson } from "../../base/texts/exact-json.js";
import type { RowLine } from "../each/row-runs.js";
import { type ValueTable, valueRows } from "../each/value-table.js";
import { writeWhole } from "../files/files.js";
import { withProgress } from "../progress.js";
import type { RunOfTerms } from "../run-terms.js";
import { printNote } from "../terminal.js";
import { rowsOnThreads } from "../threads/rows-on-threads.js";
import { versionOf } from "../version.js";
import { jsonPartContent, type RunPart } from "./part-file.js";
import { rowsOfShard } from "./shard.js";
import { type PartAsked, partEnding } from "./write-part.js";

/** Runs a part of the rows of a table of values, and writes their lines to a file, whole or not at all. */
export const writeRowsPart = async (
  run: RunOfTerms,
  table: ValueTable,
  { shard, out }: PartAsked,
  workers: number | undefined,
): Promise<number> => {
  if (extname(out) !== partEnding)
    throw mistake("--out", "--each has no table of every draw.", `Write a part that ends in ${partEnding}, for merge.`);
  const rows = rowsOfShard(shard, valueRows(table).rows.length);
  const { lines } = await withProgress((bar) => rowsOnThreads(run, { table, rows }, workers, bar.show));
  const name = { product: versionOf(run.packageFolder), terms: run.terms, shard };
  writeWhole(out, jsonPartContent(name, run.terms.settings.draws, lines));
  printNote(`Wrote ${out}: part ${shard.index} of ${shard.count}, rows ${rows.from + 1} to ${rows.to}`);
  return 0;
};

/** The lines of a part, by row. Undefined if they are not those of its rows of a table of values. */
export const linesIn = ({ header, json }: RunPart, table: ValueTable): readonly (readonly RowLine[])[] | undefined => {
  const { from, to } = rowsOfShard(header.shard, valueRows(table).rows.length);
  const line = z.array(z.union([z.string(), z.number(), z.null()]));
  const lines = z.array(z.array(line)).length(to - from);
  return lines.safeParse(header.json > 0 ? fromExactJson(json) : undefined).data;
};
