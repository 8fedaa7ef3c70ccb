import { canRedraw } from "./terminal.js";

/** Milliseconds before the bar appears. */
const patience = 1000;

/** Marks in a full bar. */
const width = 30;

/** How a long piece of work reports its progress. */
export interface Progress {
  /** Shows the share that is done, 0 to 1. */
  readonly show: (done: number) => void;
  /** Shows the name of a step whose progress is not measured. */
  readonly say: (what: string) => void;
}

/** Does a piece of work. If it takes over a second, a terminal shows a bar. */
export const withProgress = <Result>(work: (progress: Progress) => Result): Result => {
  const start = Date.now();
  let shown = false;
  const draw = (text: string): void => {
    if (!canRedraw() || Date.now() - start < patience) return;
    shown = true;
    process.stderr.write(`\r\u001b[K${text}`);
  };
  try {
    return work({
      show: (done) => {
        const full = Math.round(done * width);
        draw(`[${"#".repeat(full)}${"-".repeat(width - full)}] ${Math.floor(done * 100)}%`);
      },
      say: (what) => draw(`${what} …`),
    });
  } finally {
    if (shown) process.stderr.write("\r\u001b[K");
  }
};
