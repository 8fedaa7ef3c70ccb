import { canRedraw } from "./terminal.js";

const patience = 1000; // milliseconds
const width = 30;

/** A bar on a terminal, for runs of over a second. */
export interface Progress {
  readonly show: (done: number) => void;
  /** Says what is being worked out where nothing measures it. */
  readonly say: (what: string) => void;
  readonly clear: () => void;
}

/** A progress bar; nothing at all where there is no terminal. */
export const progress = (): Progress => {
  const start = Date.now();
  let shown = false;
  const draw = (text: string): void => {
    if (!canRedraw() || Date.now() - start < patience) return;
    shown = true;
    process.stderr.write(`\r\u001b[K${text}`);
  };
  return {
    show: (done) => {
      const full = Math.round(done * width);
      draw(`[${"#".repeat(full)}${"-".repeat(width - full)}] ${Math.floor(done * 100)}%`);
    },
    say: (what) => draw(`${what} …`),
    clear: () => {
      if (shown) process.stderr.write("\r\u001b[K");
      shown = false;
    },
  };
};
