import { blockSize } from "../base/random/random.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, emptyBook } from "./book/book.js";
import { runCentralOn } from "./central.js";
import { buildMachine } from "./machine.js";
import { blocksPerPiece } from "./run-size.js";
import { drawBlock, drawsAtOnce, randomInputsIn } from "./values/inputs.js";

/** Some blocks of a run, of 256 draws each: from block `from`, from 0, up to but not including block `to`. */
export interface Blocks {
  readonly from: number;
  readonly to: number;
}

/** How many blocks some draws are; the last may be shorter. */
export const blocksOf = (draws: number): number => Math.ceil(draws / blockSize);

/** How many draws some blocks of a run have: `draws` are those of the whole run. */
export const drawsIn = ({ from, to }: Blocks, draws: number): number =>
  Math.min(draws, to * blockSize) - Math.min(draws, from * blockSize);

/** Runs a block (from 0), and writes its draws into a book from draw `from` on. */
type RunBlock = (block: number, into: Book, from: number) => void;

/** A run that is built once: its centre and its blocks. */
export interface BlockRun {
  readonly runCentral: () => Book;
  readonly runBlock: RunBlock;
}

/**
 * Builds a run, to run its blocks in any order and in any book: each has random streams of its own, so its numbers are
 * the same wherever it runs.
 */
export const buildBlocks = (
  scenario: Scenario,
  settings: { readonly draws: number; readonly strategies: readonly string[]; readonly seed: string },
): BlockRun => {
  const { draws, strategies, seed } = settings;
  const interventions = strategies.flatMap((name) => scenario.strategies[name].of);
  const randomInputs = randomInputsIn(scenario, interventions);
  const machine = buildMachine(scenario, strategies, randomInputs, drawsAtOnce(draws));
  return {
    runCentral: () => runCentralOn(machine, scenario, strategies, randomInputs),
    runBlock: (block, into, from) => {
      drawBlock(machine.inputs, randomInputs, seed, block);
      machine.run(into, from);
    },
  };
};

/**
 * Builds a run in pieces of a few blocks: some blocks in, the book of a piece after another out. A book is to be summed
 * and dropped, so a run of any number of draws takes the memory of a piece.
 */
export const buildPieces = (
  scenario: Scenario,
  settings: { readonly draws: number; readonly strategies: readonly string[]; readonly seed: string },
  cycles = false,
): ((blocks: Blocks) => Generator<Book>) => {
  const { draws, strategies } = settings;
  const { runBlock } = buildBlocks(scenario, settings);
  const size = blocksPerPiece(scenario, strategies, cycles);
  return function* (blocks) {
    for (let from = blocks.from; from < blocks.to; from += size) {
      const piece = { from, to: Math.min(from + size, blocks.to) };
      const book = emptyBook(scenario, strategies, drawsIn(piece, draws), undefined, cycles);
      for (let block = from; block < piece.to; block++) runBlock(block, book, (block - from) * blockSize);
      yield book;
    }
  };
};
