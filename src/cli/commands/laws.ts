import { didYouMean } from "../../base/problem.js";
import type { Rule } from "../../funding/rule.js";
import {
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

/** What `laws` may be told. */
export interface LawsOptions {
  readonly family?: string;
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly format?: "text" | "markdown" | "json";
}

type FamilyName = keyof typeof laws;
const families = Object.keys(laws) as readonly FamilyName[];

/** Enough to find what the matrix shows, in seconds. */
const runsOfMatrix = 200;

const titles: Readonly<Record<FamilyName, string>> = {
  permit: "What money may be spent on (permit)",
  finance: "Who pays first (finance)",
  share: "Who shares a gain (share)",
  pay: "Who is paid for what (pay)",
  yearEnd: "What happens to money not spent (yearEnd)",
  allocate: "What everybody gets (allocate)",
};

/** Tries our rules by every law of their family, and prints which break which. */
export const printLaws = ({
  family,
  seed,
  runs = runsOfMatrix,
  exhaustive = false,
  format = "text",
}: LawsOptions): number => {
  const asked = families.filter((name) => family === undefined || name === family);
  if (asked.length === 0)
    throw mistake("--family", `There is no family ${family}. ${didYouMean(family ?? "", families)}`);
  const options = {
    mode: exhaustive ? "exhaustive" : "random",
    runs,
    ...(seed === undefined ? {} : { seed }),
  } as const;
  const rowsOf = (name: FamilyName): readonly MatrixRow[] =>
    lawMatrix(
      sampleRules[name] as Readonly<Record<string, Rule<unknown, unknown>>>,
      laws[name] as readonly unknown[] as readonly Law<unknown, unknown>[],
      options,
    );
  if (format === "json") {
    print(`${JSON.stringify(Object.fromEntries(asked.map((name) => [name, rowsOf(name)])), null, 2)}\n`);
    return 0;
  }
  for (const name of asked)
    print(
      format === "markdown"
        ? `## ${titles[name]}\n\n${matrixMarkdown(rowsOf(name))}\n\n`
        : `${titles[name]}\n\n${matrixText(rowsOf(name))}\n\n`,
    );
  if (format === "text") print(legend(exhaustive, runs));
  return 0;
};

const legend = (exhaustive: boolean, runs: number): string =>
  `·  keeps the law ${exhaustive ? "in every small world" : `in ${runs} worlds drawn at random`}
✗  breaks it
?  nothing was tested
What they say: who-saves list laws. A rule of your own: who-saves check RULE.js
`;
