import { type Document, isCollection, isScalar, visit, type YAMLError } from "yaml";
import { entryMeant } from "./entry-meant.js";
import { noTags } from "./nodes.js";
import type { Refusal } from "./parse.js";

/** A problem that the YAML parser found, in words an analyst can act on, with its offset in characters. */
export interface SyntaxProblem extends Refusal {
  readonly offset: number;
  /** True if the errors after it follow from it. */
  readonly isCause?: boolean;
}

const quotes = 'Text that holds ": ", or begins with a sign, goes in quotes: "Grit more: Camden".';
const unclosed: Refusal = {
  what: "This is opened and never closed.",
  mend: "Close it; text that goes on in the next line is indented further than the line it began in.",
};

const byMessage: readonly (readonly [RegExp, Omit<SyntaxProblem, "offset">])[] = [
  [/must be sufficiently indented and end with|Missing closing/, unclosed],
  [/flow-(map|seq)-end token/, { what: "This closes a bracket that was never opened.", mend: "Take it out." }],
  [
    /flow-(map|seq)-start token/,
    {
      what: "A bracket opens behind a value.",
      mend: "Take out what stands before it, or write a comma between them.",
      isCause: true,
    },
  ],
  [/Missing ,/, { what: "A comma is missing before this.", mend: "Write one after the entry above." }],
  [/Unexpected , in flow/, { what: "There is no entry before this comma.", mend: "Take one comma out." }],
  [
    /Unexpected \S+ at node end/,
    {
      what: "There is text behind the end of this value.",
      mend: "Inside 'single quotes' an apostrophe is written twice, or use \"double quotes\" round it.",
    },
  ],
  [
    /Implicit map keys need to be followed|Implicit keys need to be on a single line/,
    {
      what: "This is not an entry: an entry is a name, a colon, a space and a value.",
      mend: "Write name: value, with each entry of a map indented by the same number of spaces.",
    },
  ],
];

const byCode: Partial<Readonly<Record<YAMLError["code"], Refusal>>> = {
  BLOCK_AS_IMPLICIT_KEY: { what: 'Here is a second ": " in one value.', mend: quotes },
  BLOCK_IN_FLOW: {
    what: 'A comma is missing here, or text that holds ": " has no quotes.',
    mend: 'Write such as { name: "Grit more: Camden", kind: local }.',
  },
  BAD_INDENT: {
    what: "This line is not indented like the lines it belongs with.",
    mend: "Indent each entry of a map by the same number of spaces.",
  },
  TAB_AS_INDENT: { what: "This line begins with a tab.", mend: "Indent with spaces." },
  BAD_SCALAR_START: { what: "A value cannot begin with this sign.", mend: quotes },
  BAD_DQ_ESCAPE: { what: "A \\ in double quotes means something else.", mend: "Write \\\\, or use single quotes." },
  TAG_RESOLVE_FAILED: noTags,
  MULTIPLE_TAGS: noTags,
  BAD_ALIAS: { what: "A value cannot begin with & or *.", mend: quotes },
};

/** The problems that the YAML parser found: one per line and at most five, as each error causes others after it. */
export const syntaxProblems = (
  document: Document.Parsed,
  text: string,
  lineOf: (offset: number) => number,
): SyntaxProblem[] => {
  const byLine = new Map<number, SyntaxProblem>();
  for (const error of [...document.errors, ...document.warnings].slice(0, mostRead)) {
    const problem = plainly(error, document, text);
    const line = lineOf(problem.offset);
    // Of two errors at one offset the second is more precise.
    if (!byLine.has(line) || byLine.get(line)?.offset === problem.offset) byLine.set(line, problem);
    if (problem.isCause || /in YAML stream|Tabs/.test(error.message)) break;
  }
  return [...byLine.values()].slice(0, mostShown);
};

const mostRead = 50;
const mostShown = 5;

const plainly = (
  { code, message, pos: [offset] }: YAMLError,
  document: Document.Parsed,
  text: string,
): SyntaxProblem => {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0];
  const habit = entryMeant(line);
  if (habit !== undefined) return { ...habit, offset, isCause: true };
  const refusal = byMessage.find(([pattern]) => pattern.test(message))?.[1] ??
    byCode[code] ?? { what: `This cannot be read as YAML: ${message}.`, mend: quotes };
  if (refusal !== unclosed) return { ...refusal, offset };
  const opened = openedBefore(document, offset);
  return { ...(cutByComment(text.slice(opened).split("\n", 1)[0]) ?? refusal), offset: opened };
};

/** The refusal of an opened line that ends early, because # in its text begins a comment: `name: Council #1`. */
const cutByComment = (line: string): Refusal | undefined => {
  const [, key, before, after] = /(\w+): ([^,{}[\]"']*? )(#[^\s,}\]]*)/.exec(line) ?? [];
  if (key === undefined) return undefined;
  const what = `${after} begins a comment here, so the line ends before it.`;
  if (after === "#" || Number.isFinite(Number(before)))
    return { what, mend: "Put the comment behind the bracket that closes this, or into a line of its own." };
  return {
    what,
    mend: `Write ${key}: "${before}${after}".`,
  };
};

/** The offset at which the innermost bracket or quotation mark that is open at an offset was opened. */
const openedBefore = (document: Document.Parsed, offset: number): number => {
  let opened = offset;
  visit(document.contents, {
    Node: (_, node) => {
      const opens = isScalar(node) ? node.type?.startsWith("QUOTE") : isCollection(node) && node.flow;
      const [from, to] = node.range ?? [offset, 0];
      if (opens && from < offset && to >= offset) opened = from;
    },
  });
  return opened;
};
