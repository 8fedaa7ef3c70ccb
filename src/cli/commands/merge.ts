import * as z from "zod";
import { listed, mistake, type Problem, ScenarioError } from "../../base/problems/problem.js";
import { blockSize } from "../../base/random/random.js";
import { fromExactJson } from "../../base/texts/exact-json.js";
import { drawsIn } from "../../engine/blocks.js";
import { type Book, emptyBook } from "../../engine/book/book.js";
import { addDraws, numbersIn } from "../../engine/book/book-draws.js";
import { runCentral } from "../../engine/central.js";
import { mustSum } from "../../engine/run-size.js";
import { type ReadyToRun, readyToRun, type Simulation, simulationOf, sound } from "../../engine/simulate.js";
import { readyToSum, summedRunOf } from "../../experiments/summed-run.js";
import { needsCycles } from "../../report/show.js";
import { readsOf, type SummedParts } from "../../report/summed-report.js";
import { joinDraws, noDraws, type SummedDraws } from "../../results/sums/summed-draws.js";
import { checkPrintOfEach, printEach } from "../each/print-each.js";
import { buildRowRuns, type RunOfRows } from "../each/row-runs.js";
import type { ValueTable } from "../each/value-table.js";
import { readSource, withPlaces } from "../files/load.js";
import { type RunPart, readPart } from "../parts/part-file.js";
import { linesIn } from "../parts/rows-part.js";
import { blocksOfShard } from "../parts/shard.js";
import { type PartFound, wholeOf } from "../parts/whole.js";
import { type PrintOptions, printingOf, printRun, printSummed } from "../print-run.js";
import { commandOf, type RunOfTerms, type RunTerms } from "../run-terms.js";
import { printProblems } from "../terminal.js";
import { versionOf } from "../version.js";

/** Joins the parts of a run, in any order, and prints or writes what `run` would have, to the byte. */
export const merge = async (
  files: readonly string[],
  options: PrintOptions,
  packageFolder: string,
): Promise<number> => {
  const parts = wholeOf([...new Set(files)].map(headOf), versionOf(packageFolder));
  const [{ file, header }] = parts;
  const { source, settings, written } = header.terms;
  if (header.terms.each) checkPrintOfEach(options);
  const printing = printingOf(options, written.regime);
  const { scenario, problems } = readSource(source);
  if (scenario === undefined) {
    printProblems(problems);
    return 2;
  }
  const terms = { ...header.terms, show: printing.showFor(scenario) };
  if (needsCycles([...terms.show, ...scenario.answer]) && !settings.cycles)
    throw mistake(
      file,
      "These parts have no figures by cycle, which --show asks for.",
      `Make each part with it: ${commandOf(terms, ["--shard", `1/${header.shard.count}`, "--out", file])}`,
    );
  const run = { terms, scenario, problems, packageFolder };
  const table = terms.each;
  if (table) return printEach(run, table, printing, (onProgress) => joinedRows(run, parts, table, onProgress));
  if (mustSum(scenario, settings)) {
    const show = outputsInParts(parts, terms, options.show !== undefined);
    return printSummed({ ...run, terms: { ...terms, show } }, printing, (shown, onProgress) =>
      withPlaces(source, () => {
        const ready = readyToSum(scenario, settings, readsOf(shown), { from: 0, to: 0 });
        return joinedSums(ready, parts, shown, onProgress);
      }),
    );
  }
  return printRun(run, printing, (onProgress) =>
    withPlaces(source, () => {
      const ready = readyToRun(scenario, settings, { blocks: { from: 0, to: 0 } });
      return joined(ready, parts, onProgress);
    }),
  );
};

/** Only the head of a part is kept: its numbers are read again when they are joined. */
const headOf = (file: string): PartFound | Problem => {
  const part = readPart(file);
  return "header" in part ? { file, header: part.header } : part;
};

const joined = async (
  ready: ReadyToRun,
  parts: readonly PartFound[],
  onProgress: (done: number) => void,
): Promise<Simulation> => {
  const { scenario, settings, cycles } = ready;
  const central = runCentral(scenario, settings.strategies);
  const drawn = emptyBook(scenario, settings.strategies, settings.draws, undefined, cycles);
  for (const [at, { file }] of parts.entries()) {
    addPart(drawn, soundPart(readPart(file)));
    onProgress((at + 1) / parts.length);
  }
  return sound(simulationOf(ready, { central, drawn }));
};

/** Joins the lines of rows. The run with the values of the scenario is run again. */
const joinedRows = async (
  { terms, scenario }: RunOfTerms,
  parts: readonly PartFound[],
  table: ValueTable,
  onProgress: (done: number) => void,
): Promise<RunOfRows> => {
  const { before } = buildRowRuns(scenario, terms.settings);
  const lines = parts.flatMap(({ file }, at) => {
    const own = linesIn(soundPart(readPart(file)), table);
    if (own === undefined) throw notOfScenario(file);
    onProgress((at + 1) / parts.length);
    return own;
  });
  return { before, lines };
};

/** The outputs that are asked of parts with sums. Parts have sums for those outputs alone for which they were made. */
const outputsInParts = (
  [{ file, header }]: readonly PartFound[],
  terms: RunTerms,
  isByName: boolean,
): readonly string[] => {
  const there = header.terms.show;
  const [able, others] = [true, false].map((is) => terms.show.filter((name) => there.includes(name) === is));
  if (!isByName) return able.length > 0 ? able : there;
  if (others.length === 0) return able;
  const again = { ...terms, show: [...there, ...others] };
  throw mistake(
    file,
    `These parts have sums for ${listed(there)} alone, and --show asks for ${listed(others)}.`,
    `Make each part with it: ${commandOf(again, ["--shard", `1/${header.shard.count}`, "--out", file])}`,
  );
};

/** Joins the sums of parts, which come in any order to the same bits. */
const joinedSums = async (
  ready: ReadyToRun,
  parts: readonly PartFound[],
  show: readonly string[],
  onProgress: (done: number) => void,
): Promise<SummedParts> => {
  const central = runCentral(ready.scenario, ready.settings.strategies);
  let summed = noDraws;
  for (const [at, { file }] of parts.entries()) {
    summed = joinDraws(summed, sumsIn(soundPart(readPart(file)), ready));
    onProgress((at + 1) / parts.length);
  }
  const there = parts[0].header.terms.show;
  const figures = show.map((name) => summed.figures[there.indexOf(name)]);
  return summedRunOf(ready, central, { ...summed, figures }, readsOf(show));
};

/** The sums of a part. Throws if they do not fit its draws and its scenario. */
const sumsIn = ({ file, header, json }: RunPart, { settings }: ReadyToRun): SummedDraws => {
  const summed = header.json > 0 ? fromExactJson(json) : undefined;
  const many = drawsIn(blocksOfShard(header.shard, settings.draws), settings.draws);
  if (isSumOf(summed, many, header.terms.show.length)) return summed;
  throw notOfScenario(file);
};

/** True for the sums of some draws, for a number of outputs. */
const isSumOf = (data: unknown, draws: number, outputs: number): data is SummedDraws => {
  const figure = z.looseObject({ draws: z.looseObject({}), blocks: z.looseObject({}) });
  return z.looseObject({ draws: z.literal(draws), figures: z.array(z.array(figure)).length(outputs) }).safeParse(data)
    .success;
};

const soundPart = (part: RunPart | Problem): RunPart => {
  if ("header" in part) return part;
  throw new ScenarioError([part]);
};

/** Adds the draws of a part to the whole. Throws if their layout differs. */
const addPart = (whole: Book, { file, header: { shard }, draws }: RunPart): void => {
  const { from, to } = blocksOfShard(shard, whole.draws);
  const many = Math.min(whole.draws, to * blockSize) - from * blockSize;
  const fits = numbersIn(whole).every(
    ({ length }, at) => draws.numbers[at]?.length === (length < whole.draws ? length : (length / whole.draws) * many),
  );
  if (!fits || draws.draws !== many) throw notOfScenario(file);
  addDraws(whole, draws, from * blockSize);
};

const notOfScenario = (file: string): ScenarioError =>
  mistake(file, "Its numbers are not those of its scenario.", "Remove it, and make this part again.");
