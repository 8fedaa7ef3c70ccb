// The library beside the same model in C and in numpy, in one run: `npm run build:js && node test/bench/peers/run.mjs`.
// Prints processor time and the ratio to C, one thread each. What is not installed is left out, and named.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "who-saves-peers-"));
// All keep the memory that they free, as numpy does anyway and as a command of who-saves does: new pages take longer
// than many a run.
const memory = { MALLOC_MMAP_THRESHOLD_: "1000000000", MALLOC_TRIM_THRESHOLD_: "1000000000" };
const environment = { ...process.env, ...memory, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const run = (command, ...words) =>
  execFileSync(command, words.map(String), { encoding: "utf8", env: environment, stdio: ["ignore", "pipe", "ignore"] });

/** A way to run the model: the median of its times in milliseconds, and the first agency's means in pounds. */
const peer = (command, ...words) => {
  const { times, spent, saved } = JSON.parse(run(command, ...words));
  return { milliseconds: median(times), spent, saved };
};

const library = (...shape) => {
  const { times, found } = JSON.parse(
    run(process.execPath, "--single-threaded", join(here, "..", "states.mjs"), ...shape),
  );
  const meansBy = ({ spent, saved }) => ({ spent: spent[0].mean, saved: saved?.[0].mean ?? 0 });
  return {
    "JavaScript by hand": { milliseconds: median(times.map(({ hand }) => hand)), ...meansBy(found.hand) },
    "who-saves": { milliseconds: median(times.map((time) => time.library)), ...meansBy(found.library) },
  };
};

const cProgram = join(folder, "states");
const build = () => run("cc", "-O3", "-march=native", join(here, "states.c"), "-o", cProgram, "-lm");

const peers = {
  "C, one draw at a time": (...shape) => peer(cProgram, ...shape),
  "numpy, all draws at once": (...shape) => peer("python3", join(here, "states.py"), ...shape),
};

const shapes = [
  [4, 20, 1_000, "without"],
  [10, 60, 10_000, "without"],
  [10, 60, 10_000, "with"],
  [20, 120, 10_000, "without"],
];

const missing = new Set();
const tried = (name, make) => {
  try {
    return [[name, make()]];
  } catch {
    missing.add(name);
    return [];
  }
};

try {
  tried("C, one draw at a time", build);
  for (const shape of shapes) {
    const [states, cycles, draws, strategy] = shape;
    const rows = [
      ...Object.entries(peers).flatMap(([name, peerOf]) => tried(name, () => peerOf(...shape))),
      ...Object.entries(library(...shape)),
    ];
    const least = rows[0][1].milliseconds;
    console.log(`${states} states, ${cycles} cycles, ${draws.toLocaleString("en")} draws, ${strategy} a strategy`);
    for (const [name, { milliseconds, spent, saved }] of rows) {
      const means = `£${spent.toFixed(0)} spent, £${saved.toFixed(0)} saved`;
      const ratio = `${(milliseconds / least).toFixed(1)} ×`;
      console.log(`  ${name.padEnd(26)}${milliseconds.toFixed(1).padStart(9)} ms${ratio.padStart(9)}   ${means}`);
    }
  }
  for (const name of missing) console.log(`Not run here: ${name}.`);
} finally {
  rmSync(folder, { recursive: true });
}
