// The processor time of runs of examples, against an earlier commit on the scenario texts of that commit:
// `npm run build:js && node test/bench/against.mjs COMMIT DRAWS PAIRS EXAMPLE…`
// Each pair is two fresh processes in turn; each gives the median of ten runs of `simulate` after three.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds of a run of a version of the program. */
const timeOf = async (program, folder, draws) => {
  const { readScenario, simulate } = await import(join(program, "dist", "index.js"));
  const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  const files = Object.fromEntries(texts.filter(([name]) => name.endsWith(".csv")));
  const { scenario } = readScenario(readFileSync(join(folder, "scenario.yaml"), "utf8"), { files });
  const times = Array.from({ length: 13 }, () => {
    const start = process.cpuUsage();
    simulate(scenario, { draws });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times.slice(3));
};

const compare = (commit, draws, pairs, examples) => {
  const here = resolve(import.meta.dirname, "..", "..");
  const run = (folder, command, ...args) => execFileSync(command, args, { cwd: folder, encoding: "utf8" });
  const tree = join(mkdtempSync(join(tmpdir(), "who-saves-")), "tree");
  try {
    run(here, "git", "worktree", "add", "--detach", tree, commit);
    cpSync(join(here, "node_modules"), join(tree, "node_modules"), { recursive: true, verbatimSymlinks: true });
    run(tree, "npm", "run", "--silent", "build:js");
    for (const example of examples) {
      const time = (program) =>
        Number(run(here, "node", import.meta.filename, "one", program, join(tree, "examples", example), draws));
      const times = Array.from({ length: Number(pairs) }, () => [time(tree), time(here)]);
      const ratio = median(times.map(([then, now]) => now / then)).toFixed(3);
      const [then, now] = [0, 1].map((side) => median(times.map((pair) => pair[side])).toFixed(1));
      console.log(`${example}: ${then} ms then, ${now} ms now, ratio ${ratio}`);
    }
  } finally {
    run(here, "git", "worktree", "remove", "--force", tree);
    rmSync(resolve(tree, ".."), { recursive: true });
  }
};

const [first, ...rest] = process.argv.slice(2);
if (first === "one") console.log(await timeOf(rest[0], rest[1], Number(rest[2])));
else compare(first, rest[0], rest[1], rest.slice(2));
