import * as z from "zod";
import { fromExactJson } from "../../base/exact-json.js";
import { mistake, type Problem, ScenarioError } from "../../base/problem.js";
import { blockSize } from "../../base/random.js";
import { drawsIn } from "../../engine/blocks.js";
import { type Book, emptyBook } from "../../engine/book.js";
import { addDraws, numbersIn } from "../../engine/book-draws.js";
import { runCentral } from "../../engine/central.js";
import { mustSum } from "../../engine/run-size.js";
import { type ReadyToRun, readyToRun, type Simulation, simulationOf, sound } from "../../engine/simulate.js";
import { readyToSum, type SummedRun, summedRunOf } from "../../experiments/summed-run.js";
import { needsCycles } from "../../report/show.js";
import { partiesOf } from "../../results/parties.js";
import { joinDraws, noDraws, type SummedDraws } from "../../results/summed-draws.js";
import { readSource, withPlaces } from "../load.js";
import { type RunPart, readPart } from "../parts/part-file.js";
import { blocksOfShard } from "../parts/shard.js";
import { type PartFound, wholeOf } from "../parts/whole.js";
import { type PrintOptions, printingOf, printRun, printSummed } from "../print-run.js";
import { commandOf } from "../run-terms.js";
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
  if (mustSum(scenario, settings))
    return printSummed(run, printing, (onProgress) =>
      withPlaces(source, () => joinedSums(readyToSum(scenario, settings, { from: 0, to: 0 }), parts, onProgress)),
    );
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

/** Joins the sums of parts, which come in any order to the same bits. */
const joinedSums = async (
  ready: ReadyToRun,
  parts: readonly PartFound[],
  onProgress: (done: number) => void,
): Promise<SummedRun> => {
  const central = runCentral(ready.scenario, ready.settings.strategies);
  let summed = noDraws;
  for (const [at, { file }] of parts.entries()) {
    summed = joinDraws(summed, sumsIn(soundPart(readPart(file)), ready));
    onProgress((at + 1) / parts.length);
  }
  return summedRunOf(ready, central, summed);
};

/** The sums of a part, if they are those of its draws and its scenario. */
const sumsIn = ({ file, header, sums }: RunPart, { scenario, settings }: ReadyToRun): SummedDraws => {
  const summed = header.sums > 0 ? fromExactJson(sums) : undefined;
  const many = drawsIn(blocksOfShard(header.shard, settings.draws), settings.draws);
  if (isSumOf(summed, many, settings.strategies.length, partiesOf(scenario).length)) return summed;
  throw notOfScenario(file);
};

/** True for the sums of some draws, by strategy and party. */
const isSumOf = (data: unknown, draws: number, strategies: number, parties: number): data is SummedDraws => {
  const byParty = z.array(z.looseObject({ figures: z.looseObject({}), nets: z.looseObject({}) })).length(parties);
  return z.looseObject({ draws: z.literal(draws), parties: z.array(byParty).length(strategies) }).safeParse(data)
    .success;
};

const soundPart = (part: RunPart | Problem): RunPart => {
  if ("header" in part) return part;
  throw new ScenarioError([part]);
};

/** Adds the draws of a part, if they are laid out as those of the whole. */
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
