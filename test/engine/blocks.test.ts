import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Blocks, blocksOf, buildBlocks, drawsIn } from "../../src/engine/blocks.js";
import { type Book, emptyBook } from "../../src/engine/book/book.js";
import { addDraws, drawsOf } from "../../src/engine/book/book-draws.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { timedScenarioForm } from "../oracle/arbitrary.js";
import { richScenarios } from "../oracle/rich.js";
import { isWhole, runsOf } from "../support/hunt.js";
import { read } from "../support/read.js";

const seed = "blocks";

/** The book of a run whose parts ran one by one, each with machines of its own, and were joined afterwards. */
const inParts = (scenario: Scenario, draws: number, parts: readonly Blocks[]): Book => {
  const strategies = Object.keys(scenario.strategies);
  const whole = emptyBook(scenario, strategies, draws, undefined, true);
  const ran = parts.map((blocks) => {
    const book = emptyBook(scenario, strategies, drawsIn(blocks, draws), undefined, true);
    const { runBlock } = buildBlocks(scenario, { draws, strategies, seed });
    for (let block = blocks.to - 1; block >= blocks.from; block--) runBlock(block, book, (block - blocks.from) * 256);
    return [blocks, structuredClone(drawsOf(book))] as const;
  });
  for (const [{ from }, part] of ran) addDraws(whole, part, from * 256);
  return whole;
};

/** Everything in a book that a run writes, to the last bit. */
const bitsOf = (book: Book) => {
  const { numbers, written, passed } = drawsOf(book);
  return {
    numbers: numbers.map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength).toString("hex")),
    written: [...written].sort((a, b) => a - b),
    passed: [...passed].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
};

const expectSame = (scenario: Scenario, draws: number, parts: readonly Blocks[]): void => {
  const { drawn } = simulate(scenario, { draws, seed, cycles: true });
  expect(bitsOf(inParts(scenario, draws, parts))).toEqual(bitsOf(drawn));
};

/** All blocks of some draws, in parts, in any order. */
const partsOf = (draws: number): fc.Arbitrary<readonly Blocks[]> =>
  fc.subarray(Array.from({ length: blocksOf(draws) - 1 }, (_, index) => index + 1)).chain((cuts) => {
    const ends = [0, ...cuts, blocksOf(draws)];
    const parts = cuts.concat(blocksOf(draws)).map((to, index) => ({ from: ends[index], to }));
    return fc.shuffledSubarray(parts, { minLength: parts.length });
  });

const drawsAndParts = fc
  .constantFrom(1, 256, 257, 700, 1024)
  .chain((draws) => fc.tuple(fc.constant(draws), partsOf(draws)));

describe("the parts of a run, in any order, are the run to the last bit", () => {
  test("of any scenario", { timeout: isWhole ? 0 : 30_000 }, () => {
    fc.assert(
      fc.property(timedScenarioForm, drawsAndParts, (form, [draws, parts]) => expectSame(read(form), draws, parts)),
      { numRuns: runsOf(isWhole ? 24 : 4) },
    );
  });

  const few = Object.entries(richScenarios).filter((_, index) => isWhole || index % 9 === 0);
  test.each(few)("of %s", (_, form) => {
    expectSame(read(form), 300, [
      { from: 1, to: 2 },
      { from: 0, to: 1 },
    ]);
  });
});
