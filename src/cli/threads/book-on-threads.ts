import { blockSize } from "../../base/random/random.js";
import { buildBlocks, drawsIn } from "../../engine/blocks.js";
import { type Books, emptyBook } from "../../engine/book/book.js";
import { addDraws } from "../../engine/book/book-draws.js";
import { runOnThreads, type ThreadedRun } from "./run-on-threads.js";

/** Runs the centre here, then blocks on some threads. This thread writes into the book of their draws in place. */
export const booksOnThreads = async (run: ThreadedRun): Promise<Books> => {
  const { ready, blocks } = run;
  const { scenario, settings, cycles } = ready;
  const { runCentral, runBlock } = buildBlocks(scenario, settings);
  const central = runCentral();
  const drawn = emptyBook(scenario, settings.strategies, drawsIn(blocks, settings.draws), undefined, cycles);
  const placeOf = (block: number): number => (block - blocks.from) * blockSize;
  await runOnThreads(run, {
    makes: { kind: "draws" },
    run: function* ({ from, to }) {
      for (let block = from; block < to; block++) {
        runBlock(block, drawn, placeOf(block));
        yield 1;
      }
    },
    take: (made) => {
      if (made.kind === "draws") addDraws(drawn, made.draws, placeOf(made.from));
    },
  });
  return { central, drawn };
};
