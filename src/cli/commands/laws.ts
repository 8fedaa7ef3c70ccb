import { didYouMean } from "../../base/problem.js";
import { keysOf, recordOf } from "../../base/records.js";
import {
  type CheckOptions,
  lawMatrix,
  laws,
  type MatrixRow,
  matrixMarkdown,
  matrixText,
  sampleRules,
} from "../../laws/index.js";
import type { LawsOptions } from "../definitions/laws.js";
import { mistake, print } from "../terminal.js";

/** How the laws are tried, in worlds of any family. */
type Search = Omit<CheckOptions<unknown>, "examples">;

interface Family {
  readonly title: string;
  readonly rows: (search: Search) => readonly MatrixRow[];
}

const families: Readonly<Record<keyof typeof laws, Family>> = {
  permit: {
    title: "What money may be spent on (permit)",
    rows: (search) => lawMatrix(sampleRules.permit, laws.permit, search),
  },
  finance: {
    title: "Who pays first (finance)",
    rows: (search) => lawMatrix(sampleRules.finance, laws.finance, search),
  },
  share: {
    title: "Who shares a gain (share)",
    rows: (search) => lawMatrix(sampleRules.share, laws.share, search),
  },
  pay: {
    title: "Who is paid for what (pay)",
    rows: (search) => lawMatrix(sampleRules.pay, laws.pay, search),
  },
  yearEnd: {
    title: "What happens to money not spent (yearEnd)",
    rows: (search) => lawMatrix(sampleRules.yearEnd, laws.yearEnd, search),
  },
  allocate: {
    title: "What everybody gets (allocate)",
    rows: (search) => lawMatrix(sampleRules.allocate, laws.allocate, search),
  },
};

/** Worlds per law: enough to find what the matrix shows, in seconds. */
const worldsPerLaw = 200;

/** Tries our rules by every law of their family, and prints which break which. */
export const printLaws = ({
  family,
  seed,
  runs = worldsPerLaw,
  exhaustive = false,
  format = "text",
}: LawsOptions): number => {
  const names = keysOf(laws).filter((name) => family === undefined || name === family);
  if (names.length === 0)
    throw mistake("--family", `There is no family ${family}. ${didYouMean(family ?? "", keysOf(laws))}`);
  const search: Search = {
    mode: exhaustive ? "exhaustive" : "random",
    runs,
    ...(seed === undefined ? {} : { seed }),
  };
  if (format === "json") {
    print(
      `${JSON.stringify(
        recordOf(names, (name) => families[name].rows(search)),
        null,
        2,
      )}\n`,
    );
    return 0;
  }
  for (const { title, rows } of names.map((name) => families[name]))
    print(
      format === "markdown"
        ? `## ${title}\n\n${matrixMarkdown(rows(search))}\n\n`
        : `${title}\n\n${matrixText(rows(search))}\n\n`,
    );
  if (format === "text") print(legend(exhaustive, runs));
  return 0;
};

const legend = (exhaustive: boolean, runs: number): string =>
  `·  keeps the law ${exhaustive ? "in every small world" : `in ${runs} worlds drawn at random`}
✗  breaks it
?  no world tested it
The laws: who-saves list laws. A rule of your own: who-saves check RULE.js
`;
