import { counted } from "../base/problems/problem.js";
import { canRedraw } from "./terminal.js";

/** Milliseconds before the bar appears. */
const patience = 1000;

/** Marks in a full bar. */
const width = 30;

/** How a long piece of work reports its progress. */
export interface Progress {
  /** Shows the share that is done, 0 to 1. */
  readonly show: (done: number) => void;
  /** Shows the name of a step, and the share of it that is done if that is known. */
  readonly say: (what: string, done?: number) => void;
}

/**
 * Does a piece of work. If it takes over a second, a terminal shows a bar and the time left; a pipe or a file gets
 * nothing. `clock` gives milliseconds.
 */
export const withProgress = async <Result>(
  work: (progress: Progress) => Result | Promise<Result>,
  clock: () => number = Date.now,
): Promise<Result> => {
  const start = clock();
  let shown = false;
  let step = { what: "", since: start };
  const draw = (text: string): void => {
    if (!canRedraw() || clock() - start < patience) return;
    shown = true;
    process.stderr.write(`\r\u001b[K${text}`);
  };
  try {
    return await work({
      show: (done) => draw(barText(done, clock() - start)),
      say: (what, done = 0) => {
        if (what !== step.what) step = { what, since: clock() };
        draw(done > 0 ? `${barText(done, clock() - step.since)}: ${what}` : `${what} …`);
      },
    });
  } finally {
    if (shown) process.stderr.write("\r\u001b[K");
  }
};

/** A bar, the share that is done, and the time left, after some milliseconds. */
const barText = (done: number, milliseconds: number): string => {
  const full = Math.round(done * width);
  const left = leftText((milliseconds / 1000) * (1 / done - 1));
  return `[${"#".repeat(full)}${"-".repeat(width - full)}] ${Math.floor(done * 100)}%${left}`;
};

/** The time left in words; nothing at the start and at the end. */
const leftText = (seconds: number): string => {
  if (!Number.isFinite(seconds) || seconds <= 0) return "";
  const whole = Math.ceil(seconds);
  return `, about ${whole < 120 ? counted(whole, "second") : counted(Math.round(whole / 60), "minute")} left`;
};
