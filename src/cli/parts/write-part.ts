import { extname } from "node:path";
import { mistake } from "../../base/problems/problem.js";
import { blockSize } from "../../base/random/random.js";
import { drawsIn } from "../../engine/blocks.js";
import { drawsOf } from "../../engine/book/book-draws.js";
import { runCentral } from "../../engine/central.js";
import { mustSum } from "../../engine/run-size.js";
import { readyToRun, simulationOf } from "../../engine/simulate.js";
import { readyToSum } from "../../experiments/summed-run.js";
import { namesOf, readShow } from "../../report/show.js";
import { readsOf, summedOutputs } from "../../report/summed-report.js";
import { checkWritable, writeWhole } from "../files/files.js";
import { withPlaces } from "../files/load.js";
import type { PrintOptions } from "../print-run.js";
import { withProgress } from "../progress.js";
import type { RunOfTerms } from "../run-terms.js";
import { printNote } from "../terminal.js";
import { booksOnThreads, sumOnThreads } from "../threads/simulate-on-threads.js";
import { versionOf } from "../version.js";
import { drawsTable } from "./draws-table.js";
import { jsonPartContent, partContent } from "./part-file.js";
import { blocksOfShard, type Shard, shardOf } from "./shard.js";

/** What `--shard` asks for, checked before the run. */
export interface PartAsked {
  readonly shard: Shard;
  readonly out: string;
  /** The outputs that will be asked of the whole. */
  readonly showFor: () => readonly string[];
}

/** The ending of a part, for `merge`. */
export const partEnding = ".part";

/** The ending of a table of every draw, for other programs. */
const tableEnding = ".parquet";

/** Checks what `--shard` asks for. Options that say how something is printed belong to `merge`. */
export const partAsked = (options: PrintOptions & { readonly shard?: string }): PartAsked => {
  const { shard = "", out, format, headings, notes, width, show = [] } = options;
  const asked = shardOf(shard, process.env);
  const printing = Object.entries({ format, headings, notes, width }).find(([, value]) => value !== undefined);
  if (printing)
    throw mistake(`--${printing[0]}`, "A part is not printed.", `Give --${printing[0]} to who-saves merge.`);
  if (out === undefined || ![partEnding, tableEnding].includes(extname(out)))
    throw mistake(
      "--out",
      out === undefined ? "A part is written to a file." : `A part does not end in ${extname(out) || "nothing"}.`,
      `Add --out part-${asked.index}${partEnding}; or one that ends in ${tableEnding}, for DuckDB, R or Python.`,
    );
  checkWritable(out);
  const names = namesOf(show);
  for (const name of names) readShow(name);
  return { shard: asked, out, showFor: () => names };
};

/** Runs a part of the draws, and writes them to a file, whole or not at all. */
export const writePart = async (
  { terms, scenario, packageFolder }: RunOfTerms,
  { shard, out }: PartAsked,
  workers: number | undefined,
): Promise<number> => {
  const { source, settings } = terms;
  if (out.endsWith(tableEnding) && shard.count > 1 && Object.keys(scenario.observed).length > 0)
    throw mistake(
      "--out",
      "What was observed weighs all draws beside each other, so a part of them is no table yet.",
      `Write parts that end in ${partEnding}, for merge; or the whole: --shard 1/1 --out draws${tableEnding}.`,
    );
  const blocks = blocksOfShard(shard, settings.draws);
  const first = 1 + blocks.from * blockSize;
  const isSummed = mustSum(scenario, settings) && !out.endsWith(tableEnding);
  const show = isSummed
    ? summedOutputs(scenario, settings, terms.show.length > 0 ? terms.show : ["answer", "who-saves"], true)
    : terms.show;
  const name = { product: versionOf(packageFolder), terms: { ...terms, show }, shard };
  const content = await withProgress((bar) =>
    withPlaces(source, async () => {
      const ready = isSummed
        ? readyToSum(scenario, settings, readsOf(show), blocks)
        : readyToRun(scenario, settings, { blocks });
      const run = { ready, blocks, workers, packageFolder, onProgress: bar.show };
      // What stops the central run stops the merge, so it stops each part.
      if (isSummed) {
        runCentral(ready.scenario, settings.strategies);
        const sums = await sumOnThreads(run, show);
        return jsonPartContent(name, sums.draws, sums);
      }
      const books = await booksOnThreads(run);
      return out.endsWith(tableEnding)
        ? drawsTable(simulationOf(ready, books), first)
        : partContent(name, drawsOf(books.drawn));
    }),
  );
  writeWhole(out, content);
  const last = first + drawsIn(blocks, settings.draws) - 1;
  printNote(`Wrote ${out}: part ${shard.index} of ${shard.count}, draws ${first} to ${last}`);
  return 0;
};
