import { counted } from "../base/problem.js";
import { canRedraw, printNote } from "./terminal.js";

/** Milliseconds before the bar appears. */
const patience = 1000;

/** Milliseconds between lines where no line can be drawn again, as in a log. */
const betweenLines = 15_000;

/** Marks in a full bar. */
const width = 30;

/** How a long piece of work reports its progress. */
export interface Progress {
  /** Shows the share that is done, 0 to 1. */
  readonly show: (done: number) => void;
  /** Shows the name of a step whose progress is not measured. */
  readonly say: (what: string) => void;
}

/** Does a piece of work. If it takes over a second, a terminal shows a bar; a log gets a line every 15 seconds. */
export const withProgress = async <Result>(work: (progress: Progress) => Result | Promise<Result>): Promise<Result> => {
  const start = Date.now();
  let last = start;
  let shown = false;
  const draw = (text: string): void => {
    const now = Date.now();
    if (!canRedraw()) {
      if (now - last < betweenLines) return;
      last = now;
      printNote(text);
      return;
    }
    if (now - start < patience) return;
    shown = true;
    process.stderr.write(`\r\u001b[K${text}`);
  };
  const left = (done: number): string => {
    const seconds = Math.ceil((((Date.now() - start) / 1000) * (1 - done)) / done);
    return Number.isFinite(seconds) && seconds > 0 ? `, about ${counted(seconds, "second")} left` : "";
  };
  try {
    return await work({
      show: (done) => {
        const full = Math.round(done * width);
        draw(`[${"#".repeat(full)}${"-".repeat(width - full)}] ${Math.floor(done * 100)}%${left(done)}`);
      },
      say: (what) => draw(`${what} …`),
    });
  } finally {
    if (shown) process.stderr.write("\r\u001b[K");
  }
};
