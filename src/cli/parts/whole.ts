import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { type Problem, ScenarioError } from "../../base/problems/problem.js";
import { grouped } from "../../base/records.js";
import { commandOf } from "../run-terms.js";
import type { PartHeader } from "./part-file.js";

/** A part that was read: its file and its head. */
export interface PartFound {
  readonly file: string;
  readonly header: PartHeader;
}

/**
 * The parts of one whole run, in order. Throws all problems at once: files that are no parts, parts of other runs or
 * given twice, and missing parts, each with the command that makes it.
 */
export const wholeOf = (read: readonly (PartFound | Problem)[], product: string): readonly PartFound[] => {
  const found = read.flatMap((each) => ("header" in each ? [each] : [])).sort(byIndex);
  const broken = read.flatMap((each) => ("header" in each ? [] : [each]));
  const runs = grouped(found, ({ header }) => keyOf(header));
  const [own = [], ...others] = [...runs.values()].sort((a, b) => b.length - a.length);
  const problems = [
    ...broken,
    ...versionProblems(own, product),
    ...others.flat().map((part) => otherRun(part, own[0])),
    ...twiceProblems(own),
    ...missingProblems(own),
  ];
  if (problems.length > 0) throw new ScenarioError(problems);
  return own;
};

const byIndex = (a: PartFound, b: PartFound): number => a.header.shard.index - b.header.shard.index;

/** What must be the same in all parts of a run, with the words for what differs. */
const agreed: Readonly<Record<string, (header: PartHeader) => unknown>> = {
  "version of who-saves": ({ product }) => product,
  scenario: ({ terms }) => [terms.source.text, terms.source.read.files],
  "values (--set, --values)": ({ terms }) => [terms.source.read.set, terms.source.read.values],
  "unit costs (--costs)": ({ terms }) => terms.source.read.unitCosts,
  draws: ({ terms }) => terms.settings.draws,
  seed: ({ terms }) => terms.settings.seed,
  strategies: ({ terms }) => terms.settings.strategies,
  regimes: ({ terms }) => terms.written.regime,
  "record of cycles (--show)": ({ terms }) => terms.settings.cycles,
  "list of outputs (--show)": ({ terms, json }) => json > 0 && terms.show,
  "table of values (--each)": ({ terms }) => terms.each,
  "number of parts": ({ shard }) => shard.count,
};

const same = (value: unknown): string => JSON.stringify(value) ?? "";

/** What names a run: the checksum of all that its parts agree on. */
const keyOf = (header: PartHeader): string =>
  createHash("sha256")
    .update(same(Object.values(agreed).map((of) => of(header))))
    .digest("hex");

const versionProblems = (own: readonly PartFound[], product: string): readonly Problem[] =>
  own
    .filter(({ header }) => header.product !== product)
    .slice(0, 1)
    .map(({ file, header }) => ({
      severity: "error",
      address: file,
      what: `It was made by who-saves ${header.product}, and this is ${product}, whose figures may differ.`,
      mend: `Merge with the same version: npx who-saves@${header.product} merge …`,
    }));

/** A part of another run, with what differs first. A short value is named. */
const otherRun = ({ file, header }: PartFound, { file: own, header: ownHeader }: PartFound): Problem => {
  const [what = "run", of = () => ""] =
    Object.entries(agreed).find(([, value]) => same(value(header)) !== same(value(ownHeader))) ?? [];
  const [value, ownValue] = [same(of(header)), same(of(ownHeader))];
  const isShort = value.length + ownValue.length < 60 && value !== "" && ownValue !== "";
  const values = isShort ? ` (${value}, not ${ownValue})` : "";
  return {
    severity: "error",
    address: file,
    what: `It is a part of another run than ${own}: they differ in ${what}${values}.`,
    mend: "Merge the parts of one run: leave this one out.",
  };
};

const twiceProblems = (own: readonly PartFound[]): readonly Problem[] =>
  own.flatMap(({ file, header: { shard } }, at) =>
    shard.index === own[at - 1]?.header.shard.index
      ? [
          {
            severity: "error",
            address: file,
            what: `It is part ${shard.index} of ${shard.count}, as ${own[at - 1].file} is.`,
            mend: "Give one of them.",
          },
        ]
      : [],
  );

/** The parts that no file has, each with the command that makes it. */
const missingProblems = (own: readonly PartFound[]): readonly Problem[] => {
  if (own.length === 0) return [];
  const { file, header } = own[0];
  const { terms, shard } = header;
  const there = new Set(own.map((part) => part.header.shard.index));
  const indexes = Array.from({ length: shard.count }, (_, at) => at + 1);
  const missing = indexes.filter((index) => !there.has(index)).slice(0, mostNamed);
  return missing.map((index) => {
    const options = ["--shard", `${index}/${shard.count}`, "--out", fileLike(file, shard.index, index)];
    return {
      severity: "error",
      address: `part ${index} of ${shard.count}`,
      what: "It is not among the files.",
      mend: `Make it: ${commandOf(terms, options)}`,
    };
  });
};

/** The most missing parts that are named at once. */
const mostNamed = 20;

/** The file of another part, named as the file of a part is: part-0.part, part-1.part. */
const fileLike = (file: string, own: number, index: number): string => {
  const name = basename(file);
  const [number] = /\d+(?=\D*$)/.exec(name) ?? [];
  const other =
    number === undefined
      ? `part-${index}.part`
      : name.replace(/\d+(?=\D*$)/, String(Number(number) + index - own).padStart(number.length, "0"));
  return join(dirname(file), other);
};
