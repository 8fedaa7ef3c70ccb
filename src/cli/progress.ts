import { canRedraw } from "./terminal.js";

const patience = 1000; // milliseconds
const width = 30;

/** What a long piece of work may say of itself. */
export interface Progress {
  /** The share that is done, 0 to 1. */
  readonly show: (done: number) => void;
  /** What is being worked out, where nothing measures it. */
  readonly say: (what: string) => void;
}

/** Does a piece of work; where it takes over a second and there is a terminal, a bar shows how far it is. */
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
