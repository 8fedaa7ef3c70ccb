import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { keysOf } from "../../base/records.js";
import type { OutcomeOf, Rule, RuleFamily, WorldOf } from "../../funding/rule.js";
import { lawsByFamily } from "../../laws/by-family.js";
import { type CheckOptions, lawMatrix, type MatrixRow, sampleRules } from "../../laws/index.js";

/** The matrices that threads are asked for. All threads share `next`, the place of the first family not yet taken. */
interface MatricesTask {
  readonly families: readonly RuleFamily[];
  readonly search: CheckOptions<never>;
  readonly next: Int32Array;
}

/** A family with its rows: one per rule and law. */
type FamilyRows = readonly [RuleFamily, readonly MatrixRow[]];

const samplesByFamily: {
  readonly [F in RuleFamily]: Readonly<Record<string, Rule<WorldOf<F>, OutcomeOf<F>>>>;
} = sampleRules;

const matrixOf = <F extends RuleFamily>(family: F, search: CheckOptions<WorldOf<F>>): readonly MatrixRow[] =>
  lawMatrix<WorldOf<F>, OutcomeOf<F>>(samplesByFamily[family], lawsByFamily[family], search);

/** Takes family after family, and tries our rules by its laws, until none is left. */
export function* takenMatrices({ families, search, next }: MatricesTask): Generator<FamilyRows> {
  for (let at = Atomics.add(next, 0, 1); at < families.length; at = Atomics.add(next, 0, 1))
    yield [families[at], matrixOf(families[at], search)];
}

/** Our rules of some families, tried by the laws of their family, on two threads if there are two cores. */
export const matricesOf = async (
  families: readonly RuleFamily[],
  search: CheckOptions<never>,
  packageFolder: string,
): Promise<ReadonlyMap<RuleFamily, readonly MatrixRow[]>> => {
  const largestFirst = [...families].sort((one, other) => cellsOf(other) - cellsOf(one));
  const task = { families: largestFirst, search, next: new Int32Array(new SharedArrayBuffer(4)) };
  const isShared = families.length > 1 && availableParallelism() > 1;
  const beside = isShared ? matricesBeside(task, packageFolder) : [];
  const here = [...takenMatrices(task)];
  return new Map([...here, ...(await beside)]);
};

const cellsOf = (family: RuleFamily): number => lawsByFamily[family].length * keysOf(samplesByFamily[family]).length;

const matricesBeside = (task: MatricesTask, packageFolder: string): Promise<readonly FamilyRows[]> =>
  new Promise((resolve, reject) => {
    const all: FamilyRows[] = [];
    const thread = new Worker(join(packageFolder, "dist", "cli", "laws-thread.js"), { workerData: task });
    thread.on("message", (matrix: FamilyRows) => all.push(matrix));
    thread.on("error", reject);
    thread.on("exit", () => resolve(all));
  });
