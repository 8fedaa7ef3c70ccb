// Compares every output of every example with what an earlier commit gives: `npm run same -- COMMIT` (default HEAD).
// Numbers and keys must be the same to the last bit; sentences that differ are counted. Ends with 1 if a number differs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [commit = "HEAD"] = process.argv.slice(2);
const here = resolve(import.meta.dirname, "..");
const run = (folder, command, ...args) =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "pipe"] });

/** Every output of an example at 300 draws, as data; undefined if this version cannot run it. */
const outputsOf = (folder, example) => {
  const args = ["dist/cli/index.js", "run", example, "--draws", "300", "--show", "all", "--format", "json"];
  try {
    return JSON.parse(run(folder, "node", ...args));
  } catch {
    return undefined;
  }
};

/** The paths at which two values differ, told apart by whether both are sentences. */
const differences = (before, after, path = "") => {
  if (Object.is(before, after)) return [];
  if (typeof before === "string" && typeof after === "string") return [{ path, isText: true }];
  const isData = [before, after].every((value) => typeof value === "object" && value !== null);
  if (!isData) return [{ path, isText: false }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${path}.${key}`));
};

const then = mkdtempSync(join(tmpdir(), "who-saves-"));
try {
  run(here, "git", "worktree", "add", "--detach", join(then, "tree"), commit);
  const tree = join(then, "tree");
  cpSync(join(here, "node_modules"), join(tree, "node_modules"), { recursive: true, verbatimSymlinks: true });
  for (const folder of [here, tree]) run(folder, "npm", "run", "--silent", "build:js");
  const examples = readdirSync(join(here, "examples"), { recursive: true })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => join("examples", file))
    .sort();
  let hasMoved = false;
  for (const example of examples) {
    const [before, after] = [tree, here].map((folder) => outputsOf(folder, example));
    const found = before === undefined ? [] : differences(before, after);
    const numbers = found.filter(({ isText }) => !isText);
    hasMoved ||= numbers.length > 0;
    const text =
      before === undefined ? "new" : `${numbers.length} numbers and ${found.length - numbers.length} texts differ`;
    console.log(
      `${example}: ${text}${numbers
        .slice(0, 5)
        .map(({ path }) => `\n  ${path}`)
        .join("")}`,
    );
  }
  process.exitCode = hasMoved ? 1 : 0;
} finally {
  run(here, "git", "worktree", "remove", "--force", join(then, "tree"));
  rmSync(then, { recursive: true, force: true });
}
