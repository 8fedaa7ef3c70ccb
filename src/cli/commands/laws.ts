import { didYouMean } from "../../base/problem.js";
import { recordOf } from "../../base/records.js";
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
import type { LawFormat } from "../definitions/options.js";
import { mistake, print, printJson } from "../terminal.js";

/** The options of `laws`. */
export interface LawsOptions {
  readonly family?: string;
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly format?: LawFormat;
}

const samplesByFamily: {
  readonly [F in RuleFamily]: Readonly<Record<string, Rule<WorldOf<F>, OutcomeOf<F>>>>;
} = sampleRules;

const lawsByFamily: { readonly [F in RuleFamily]: readonly Law<WorldOf<F>, OutcomeOf<F>>[] } = laws;

/** One row per rule and law of a family. */
const matrixOf = <F extends RuleFamily>(family: F, search: CheckOptions<WorldOf<F>>): readonly MatrixRow[] =>
  lawMatrix<WorldOf<F>, OutcomeOf<F>>(samplesByFamily[family], lawsByFamily[family], search);

/** Worlds per law: enough to find what the matrix shows, in seconds. */
const worldsPerLaw = 100;

/** Tries our rules by every law of their family, and prints which break which. */
export const printLaws = ({
  family,
  seed,
  runs = worldsPerLaw,
  exhaustive = false,
  format = "text",
}: LawsOptions): number => {
  const families = ruleFamilies.filter((name) => family === undefined || name === family);
  if (families.length === 0)
    throw mistake("--family", `There is no family ${family}. ${didYouMean(family ?? "", ruleFamilies)}`);
  const search = {
    mode: exhaustive ? "exhaustive" : "random",
    runs,
    ...(seed === undefined ? {} : { seed }),
  } as const;
  const rowsOf = (name: RuleFamily): readonly MatrixRow[] => matrixOf(name, search);
  if (format === "json") {
    printJson(recordOf(families, rowsOf));
    return 0;
  }
  for (const name of families) {
    const title = `${familyTitles[name]} (${name})`;
    const rows = rowsOf(name);
    print(format === "markdown" ? `## ${title}\n\n${matrixMarkdown(rows)}\n\n` : `${title}\n\n${matrixText(rows)}\n\n`);
  }
  if (format === "text") print(legend(exhaustive, runs));
  return 0;
};

const legend = (exhaustive: boolean, runs: number): string =>
  `·  keeps the law ${exhaustive ? "in every small world" : `in ${runs} worlds drawn at random`}
✗  breaks it
–  untested: what the law changes never moves the rule's answer
?  no world tested it
The laws: who-saves list laws. A rule of your own: who-saves check RULE.js
`;
