import { type Document, isCollection, isScalar, visit, type YAMLError } from "yaml";
import { noTags } from "./nodes.js";
import type { Refusal } from "./parse.js";

/** Something the YAML parser found, in words an analyst can act on, and where: so many characters in. */
export interface SyntaxProblem extends Refusal {
  readonly offset: number;
}

const quotes = 'Text that holds ": ", or begins with a sign, goes in quotes: "Grit more: Camden".';
const unclosed: Refusal = {
  what: "This is opened and never closed.",
  mend: "Close it; what goes on in the next line is indented further than the line it began in.",
};

const byMessage: readonly (readonly [RegExp, Refusal])[] = [
  [/must be sufficiently indented and end with|Missing closing/, unclosed],
  [/flow-(map|seq)-end token/, { what: "This closes a bracket that nothing opened.", mend: "Take it out." }],
  [/Missing ,/, { what: "A comma is missing before this.", mend: "Write one after the entry above." }],
  [/Unexpected , in flow/, { what: "Nothing stands before this comma.", mend: "Take one comma out." }],
  [
    /Unexpected \S+ at node end/,
    {
      what: "Something stands behind the end of this value.",
      mend: "Inside 'single quotes' an apostrophe is written twice, or use \"double quotes\" round it.",
    },
  ],
  [
    /Implicit map keys need to be followed|Implicit keys need to be on a single line/,
    {
      what: "This is no entry: an entry is a name, a colon, a space and a value.",
      mend: "Write name: value, with each entry of a map indented by the same number of spaces.",
    },
  ],
];

const byCode: Partial<Readonly<Record<YAMLError["code"], Refusal>>> = {
  BLOCK_AS_IMPLICIT_KEY: { what: 'Here, where one value should stand, is a second ": ".', mend: quotes },
  BLOCK_IN_FLOW: {
    what: 'A comma is missing here, or text that holds ": " stands without quotes.',
    mend: 'Write such as { name: "Grit more: Camden", kind: local }.',
  },
  BAD_INDENT: {
    what: "This line is not indented like the lines it belongs with.",
    mend: "Indent each entry of a map by the same number of spaces.",
  },
  TAB_AS_INDENT: { what: "A tab stands at the beginning of this line.", mend: "Indent with spaces." },
  BAD_SCALAR_START: { what: "A value cannot begin with this sign.", mend: quotes },
  BAD_DQ_ESCAPE: { what: "A \\ in double quotes means something else.", mend: "Write \\\\, or use single quotes." },
  TAG_RESOLVE_FAILED: noTags,
  MULTIPLE_TAGS: noTags,
  BAD_ALIAS: { what: "A value cannot begin with & or *.", mend: quotes },
};

/** What the YAML parser found: one problem a line and five at most, since each error makes others behind it. */
export const syntaxProblems = (document: Document.Parsed, lineOf: (offset: number) => number): SyntaxProblem[] => {
  const found = new Map<number, SyntaxProblem>();
  for (const error of [...document.errors, ...document.warnings].slice(0, mostRead)) {
    const problem = plainly(error, document);
    const line = lineOf(problem.offset);
    // Of two errors at one place the second says more.
    if (!found.has(line) || found.get(line)?.offset === problem.offset) found.set(line, problem);
    if (/in YAML stream|Tabs/.test(error.message)) break;
  }
  return [...found.values()].slice(0, mostShown);
};

const mostRead = 50;
const mostShown = 5;

const plainly = ({ code, message, pos: [offset] }: YAMLError, document: Document.Parsed): SyntaxProblem => {
  const said = byMessage.find(([pattern]) => pattern.test(message))?.[1] ??
    byCode[code] ?? { what: `This cannot be read as YAML: ${message}.`, mend: quotes };
  return { ...said, offset: said === unclosed ? openedBefore(document, offset) : offset };
};

/** Where the innermost bracket or quotation mark that is open at an offset was opened. */
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
