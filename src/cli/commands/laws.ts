import { didYouMean } from "../../base/problem.js";
import {
  familyTitles,
  type OutcomeOf,
  type Rule,
  type RuleFamily,
  ruleFamilies,
  type WorldOf,
} from "../../funding/rule.js";
import {
  type CheckOptions,
  type Law,
  lawMatrix,
  laws,
  type MatrixRow,
  matrixMarkdown,
  matrixText,
  sampleRules,
} from "../../laws/index.js";
import { mistake } from "../mistake.js";
import { print } from "../terminal.js";

/** The options of `laws`. */
export interface LawsOptions {
  readonly family?: string;
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly format?: "text" | "markdown" | "json";
}

/** Worlds per law: enough to find what the matrix shows, in seconds. */
const runsOfMatrix = 200;

const samplesByFamily: {
  readonly [F in RuleFamily]: Readonly<Record<string, Rule<WorldOf<F>, OutcomeOf<F>>>>;
} = sampleRules;

const lawsByFamily: { readonly [F in RuleFamily]: readonly Law<WorldOf<F>, OutcomeOf<F>>[] } = laws;

/** One row per rule and law of a family. */
const matrixOf = <F extends RuleFamily>(family: F, options: CheckOptions<WorldOf<F>>): readonly MatrixRow[] =>
  lawMatrix<WorldOf<F>, OutcomeOf<F>>(samplesByFamily[family], lawsByFamily[family], options);

/** Tries our rules by every law of their family, and prints which rule breaks which law. */
export const printLaws = ({
  family,
  seed,
  runs = runsOfMatrix,
  exhaustive = false,
  format = "text",
}: LawsOptions): number => {
  const families = ruleFamilies.filter((name) => family === undefined || name === family);
  if (families.length === 0)
    throw mistake("--family", `There is no family ${family}. ${didYouMean(family ?? "", ruleFamilies)}`);
  const options = {
    mode: exhaustive ? "exhaustive" : "random",
    runs,
    ...(seed === undefined ? {} : { seed }),
  } as const;
  if (format === "json") {
    const matrices = Object.fromEntries(families.map((name) => [name, matrixOf(name, options)]));
    print(`${JSON.stringify(matrices, null, 2)}\n`);
    return 0;
  }
  for (const name of families) {
    const title = `${familyTitles[name]} (${name})`;
    const rows = matrixOf(name, options);
    print(format === "markdown" ? `## ${title}\n\n${matrixMarkdown(rows)}\n\n` : `${title}\n\n${matrixText(rows)}\n\n`);
  }
  if (format === "text") print(legend(exhaustive, runs));
  return 0;
};

const legend = (exhaustive: boolean, runs: number): string =>
  `·  keeps the law ${exhaustive ? "in every small world" : `in ${runs} worlds drawn at random`}
✗  breaks it
?  nothing was tested
What they say: who-saves list laws. A rule of your own: who-saves check RULE.js
`;
