import { afterEach, expect, test, vi } from "vitest";
import { withProgress } from "../../src/cli/progress.js";

const { isTTY } = process.stderr;
afterEach(() => {
  Object.assign(process.stderr, { isTTY });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What stderr gets of a piece of work that reports shares done at times, in milliseconds. */
const shownOf = async (isTerminal: boolean, steps: readonly (readonly [time: number, done: number])[]) => {
  vi.stubEnv("TERM", "xterm");
  Object.assign(process.stderr, { isTTY: isTerminal });
  const texts: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => texts.push(String(text)) > 0);
  let now = 5_000_000;
  const start = now;
  const result = await withProgress(
    ({ show, say }) => {
      for (const [time, done] of steps) {
        now = start + time;
        show(done);
      }
      say("sensitivity");
      now += 3_000;
      say("sensitivity", 0.25);
      return "done";
    },
    () => now,
  );
  return { result, texts: texts.map((text) => text.replace("\r\u001b[K", "")) };
};

test("a terminal shows the share done and the time left, and at the end nothing", async () => {
  // After 2 of 10 seconds 8 are left; after 100 of 400 seconds five minutes; work of under a second shows nothing.
  const { result, texts } = await shownOf(true, [
    [500, 0.05],
    [2_000, 0.2],
    [100_000, 0.25],
    [101_000, 1],
  ]);
  expect(result).toBe("done");
  expect(texts).toEqual([
    "[######------------------------] 20%, about 8 seconds left",
    "[########----------------------] 25%, about 5 minutes left",
    "[##############################] 100%",
    "sensitivity …",
    "[########----------------------] 25%, about 9 seconds left: sensitivity",
    "",
  ]);
});

test("it says nothing of the time left before anything is done", async () => {
  expect((await shownOf(true, [[2_000, 0]])).texts[0]).toBe("[------------------------------] 0%");
});

test("a pipe gets nothing", async () => {
  expect(
    (
      await shownOf(false, [
        [2_000, 0.2],
        [60_000, 0.5],
      ])
    ).texts,
  ).toEqual([]);
});
