import { blockSize } from "../../base/random.js";
import { buildBlocks, drawsIn } from "../../engine/blocks.js";
import { type Book, emptyBook } from "../../engine/book.js";
import { addDraws } from "../../engine/book-draws.js";
import { runOnThreads, type ThreadedRun } from "./run-on-threads.js";

/** Runs blocks on some threads, and returns the book of their draws. This thread writes into it in place. */
export const bookOnThreads = async (run: ThreadedRun): Promise<Book> => {
  const { ready, blocks } = run;
  const { scenario, settings, cycles } = ready;
  const book = emptyBook(scenario, settings.strategies, drawsIn(blocks, settings.draws), undefined, cycles);
  const { runBlock } = buildBlocks(scenario, settings);
  const placeOf = (block: number): number => (block - blocks.from) * blockSize;
  await runOnThreads(run, {
    sumsFor: null,
    run: function* ({ from, to }) {
      for (let block = from; block < to; block++) {
        runBlock(block, book, placeOf(block));
        yield 1;
      }
    },
    take: (made) => {
      if (made.kind === "draws") addDraws(book, made.draws, placeOf(made.from));
    },
  });
  return book;
};
