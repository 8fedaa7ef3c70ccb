import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import { errorValueIn } from "../../base/texts/spreadsheet-error.js";

/** The largest text that is read: a scenario is untrusted. A part is a word, a sign or the end of a line. */
export const textLimits = { characters: 1_000_000, parts: 100_000, nesting: 100 } as const;

/** A YAML document; or why there is none, with the offset of the cause in characters. */
export type ParsedDocument =
  | { readonly document: Document.Parsed }
  | { readonly refused: Refusal; readonly offset: number };

/** Why a text is refused, and what to do about it. */
export interface Refusal {
  readonly what: string;
  readonly mend: string;
}

const inCsv = "Long series go in a CSV file beside it.";
const tooLong = (limit: string): Refusal => ({ what: `A scenario has at most ${limit}.`, mend: inCsv });
const tooDeep: Refusal = {
  what: "This nests deeper than any scenario does.",
  mend: "Is a bracket left open, or a line indented by mistake?",
};

const notText: Refusal = {
  what: "This is not text in UTF-8.",
  mend: "Save it as UTF-8: most editors, and Excel, offer this when they save.",
};

const several: Refusal = {
  what: "A second document begins here; a file holds one scenario.",
  mend: "Put each scenario in a file of its own, or take out the line ---.",
};

/** Why a comment is refused that was meant as text: an error value of a spreadsheet, or a number as in `Council #1`. */
const commentInText = (comment: string, before: string): Refusal | undefined => {
  const error = errorValueIn(comment);
  if (error !== undefined)
    return { what: `${error} is an error value of a spreadsheet, and # begins a comment.`, mend: "Write the number." };
  const [number] = /^#\d[^\s,}\]]*/.exec(comment) ?? [];
  if (number === undefined || !/^\p{L}/u.test(before)) return undefined;
  return {
    what: `${number} begins a comment here, so the text before it ends: "${before}".`,
    mend: `Write "${before} ${number}", in quotes; or a space after # for a comment.`,
  };
};

/**
 * Parses YAML, and so JSON, part by part.
 * A text that is too long or too deep is refused at once, before it costs time or stack.
 * The parser of the parts does not recurse; the composer only gets text that passed it.
 */
export const parseText = (text: string): ParsedDocument => {
  if (text.length > textLimits.characters) return { refused: tooLong("1 MB of text"), offset: 0 };
  const garbled = text.search(/[^\P{Cc}\t\n\r]|\uFFFD/u);
  if (garbled >= 0) return { refused: notText, offset: garbled };
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let parts = 0;
  let before = "";
  for (const part of new Lexer().lex(text)) {
    tokens.push(...parser.next(part));
    const refused = part.startsWith("#") ? commentInText(part, before) : undefined;
    if (refused) return { refused, offset: parser.offset - part.length };
    if (part.trim() !== "" || part.includes("\n")) before = part;
    if (++parts > textLimits.parts) return { refused: tooLong("100,000 words and signs"), offset: parser.offset };
    if (parser.stack.length > textLimits.nesting) return { refused: tooDeep, offset: parser.offset };
  }
  tokens.push(...parser.end());
  const [document, second] = new Composer({ uniqueKeys: false }).compose(tokens, true, text.length);
  return second ? { refused: several, offset: second.range[0] } : { document };
};
