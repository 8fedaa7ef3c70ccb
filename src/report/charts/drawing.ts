import { sum } from "../../base/mathematics/statistics.js";
import { oneLine } from "../words.js";
import { font, ink, sizes } from "./style.js";

/** A part of a chart below its title: its SVG, drawn from y = 0, and its height in pixels. */
export interface Drawing {
  readonly height: number;
  readonly parts: readonly string[];
}

/** A drawing that no sheet of paper cuts. */
export interface Piece extends Drawing {
  /** True if it is the first of a group, which stays on one sheet if it fits. Default: false. */
  readonly isFirst?: boolean;
  /** Drawn above it, if it starts a sheet in the middle of its group: an axis. Default: nothing. */
  readonly again?: Drawing;
}

/** Words of harmless letters with a space between them, which nearly all texts are. */
const harmless = /^[!#-%(-;=?-~£–−]+(?: [!#-%(-;=?-~£–−]+)*$/;

/** A text that is harmless inside XML and HTML, in one line. */
export const escapedXml = (text: string): string => (harmless.test(text) ? text : escapedLines(oneLine(text)));

/** A text that is harmless inside XML and HTML, with its spaces and lines. */
export const escapedLines = (text: string): string =>
  text.replace(/[\ufffe\uffff]|\p{Cs}/gu, "").replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A place in whole pixels: every computer writes the same bytes, and a page of many pictures stays small. */
export const pixels = (value: number): string => String(Math.round(value));

/** An element with its attributes. Numbers have one decimal at most. */
export const element = (name: string, attributes: Attributes, inner = ""): string => {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== "")
      start += ` ${key}="${typeof value === "number" ? Number(value.toFixed(1)) : escapedXml(value)}"`;
  return inner === "" ? `${start}/>` : `${start}>${inner}</${name}>`;
};

/** The most that a letter is wide in the fonts that readers have, as a share of its size. */
const letterWidths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlrtfI.,:;'|!()[\] -]/, 0.42],
  [/[a-ln-vx-z]/, 0.64],
  [/[A-LN-VX-Z\d£]/, 0.75],
  [/[\u2e80-\uffff]|\p{Extended_Pictographic}/u, 1.4],
];

const widthByKind = (letter: string): number => letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? 1;

/** The widths of the first letters of Unicode, by their code. */
const firstWidths = Array.from({ length: 256 }, (_, code) => widthByKind(String.fromCharCode(code)));

/** The width of a text in pixels, at most. */
export const textWidth = (text: string, size: number): number => {
  let width = 0;
  for (const letter of text) width += firstWidths[letter.charCodeAt(0)] ?? widthByKind(letter);
  return size * width;
};

/** A text in lines that fit a width in pixels. A word that is longer than a line is broken. */
const linesOf = (text: string, width: number, size: number): readonly string[] => {
  const fits = (line: string): boolean => textWidth(line.trimEnd(), size) <= width;
  const lines = [""];
  const add = (piece: string): void => {
    const line = lines[lines.length - 1];
    if (line === "" || fits(line + piece)) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  };
  for (const word of oneLine(text).split(/(?<= )/)) for (const piece of fits(word) ? [word] : word) add(piece);
  return lines.map((line) => line.trimEnd());
};

interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
}

/** What a picture states once for all its texts. */
const usualText = { "font-family": font, "font-size": sizes.text, fill: ink.text };

/** One line of text on its baseline. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  { size = sizes.text, bold, anchor }: TextLook = {},
): string =>
  element(
    "text",
    {
      x: x === 0 ? undefined : pixels(x),
      y: pixels(y),
      "font-size": size === sizes.text ? undefined : size,
      "font-weight": bold ? "bold" : undefined,
      "text-anchor": anchor === "start" ? undefined : anchor,
    },
    escapedXml(text) || " ",
  );

/** How much wider a bold text is. */
const boldWidth = 1.1;

/** Lines of text below each other, from the top `y`. */
export const paragraphAt = (x: number, y: number, text: string, width: number, look: TextLook = {}): Drawing => {
  const { size = sizes.text } = look;
  const lines = linesOf(text, width / (look.bold ? boldWidth : 1), size);
  return {
    height: lines.length * size * sizes.line,
    parts: lines.map((line, at) => textAt(x, y + size + at * size * sizes.line, line, look)),
  };
};

/** Paragraphs below each other, each with its look. */
export const paragraphsAt = (
  x: number,
  width: number,
  paragraphs: readonly (readonly [text: string, look?: TextLook])[],
): Drawing => {
  let height = 0;
  const parts = paragraphs.flatMap(([text, look]) => {
    const drawn = paragraphAt(x, height, text, width, look);
    height += drawn.height;
    return drawn.parts;
  });
  return { height, parts };
};

/** Drawings below each other. */
export const stacked = (drawings: readonly Drawing[], gap = 0): Drawing => {
  let height = 0;
  const parts = drawings.map((drawing, at) => {
    if (at > 0) height += gap;
    const moved = height === 0 ? drawing.parts.join("") : movedBy(0, height, drawing);
    height += drawing.height;
    return moved;
  });
  return { height, parts };
};

/** A drawing to the right and below, in pixels. */
export const movedBy = (right: number, down: number, { parts }: Drawing): string =>
  element("g", { transform: `translate(${pixels(right)} ${pixels(down)})` }, parts.join("") || " ");

/** A picture in words, for those who do not see it. */
interface InWords {
  /** By which a page tells pictures apart. */
  readonly name: string;
  readonly title: string;
  readonly describe: string;
}

/** A picture on its own: its title, and the drawing below. */
export const svgOf = (words: InWords, width: number, draw: (width: number) => readonly Drawing[]): string => {
  const inside = width - 2 * sizes.edge;
  const heading = paragraphAt(0, 0, words.title, inside, { size: sizes.title, bold: true });
  return framed(words, width, stacked([heading, stacked(draw(inside))], sizes.gap));
};

/** A picture without its title, for a page that has it, in sheets of at most some pixels: none cuts a piece. */
export const onSheets = (words: InWords, width: number, pieces: readonly Piece[], most: number): readonly string[] => {
  const sheets: Drawing[][] = [[]];
  for (const [at, { isFirst, again, ...drawing }] of pieces.entries()) {
    const last = sheets[sheets.length - 1];
    const end = pieces.findIndex((piece, other) => other > at && piece.isFirst);
    const together = isFirst ? pieces.slice(at, end < 0 ? pieces.length : end) : [drawing];
    const isFull = heightOf(last) + heightOf(together) > most;
    if (last.length > 0 && isFull) sheets.push(again ? [again, drawing] : [drawing]);
    else last.push(drawing);
  }
  const wordsOf = (at: number): InWords =>
    at === 0
      ? words
      : { name: `${words.name}-${at + 1}`, title: `${words.title}, ${at + 1} of ${sheets.length}`, describe: "" };
  return sheets.map((sheet, at) => framed(wordsOf(at), width, stacked(sheet), 0));
};

const heightOf = (drawings: readonly Drawing[]): number => sum(drawings.map(({ height }) => height));

const framed = (
  { name, title, describe }: InWords,
  width: number,
  { height, parts }: Drawing,
  edge: number = sizes.edge,
): string => {
  const whole = Math.ceil(height + 2 * edge);
  const id = `${name.replace(/[^\w-]+/g, "-")}-${width}`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${whole}`,
      width,
      height: whole,
      role: "img",
      "aria-labelledby": `${id}-title${describe === "" ? "" : ` ${id}-desc`}`,
      ...usualText,
    },
    [
      element("title", { id: `${id}-title` }, escapedXml(title)),
      ...(describe === "" ? [] : [element("desc", { id: `${id}-desc` }, escapedXml(describe))]),
      element("rect", { width, height: whole, fill: ink.paper }),
      edge === 0 ? parts.join("") : movedBy(edge, edge, { height, parts }),
    ].join(""),
  );
};
