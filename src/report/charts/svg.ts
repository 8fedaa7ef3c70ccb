import { sum } from "../../base/statistics.js";
import { oneLine } from "../words.js";
import { font, ink, sizes } from "./style.js";

/** A part of a chart below its title: its SVG, drawn from y = 0, and its height in pixels. */
export interface Drawing {
  readonly height: number;
  readonly parts: readonly string[];
}

/** A text that is harmless inside XML and HTML, in one line. */
export const escapedXml = (text: string): string =>
  oneLine(text)
    .replace(/[\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes. Numbers have one decimal, so that every computer writes the same bytes. */
export const element = (name: string, attributes: Attributes, inner = ""): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(
      ([key, value]) => ` ${key}="${typeof value === "number" ? Number(value.toFixed(1)) : escapedXml(value ?? "")}"`,
    );
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
};

/** The most that a letter is wide in the fonts that readers have, as a share of its size. */
const letterWidths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlrtfI.,:;'|!()[\] -]/, 0.42],
  [/[a-ln-vx-z]/, 0.64],
  [/[A-LN-VX-Z\d£]/, 0.75],
  [/[\u2e80-\uffff]|\p{Extended_Pictographic}/u, 1.4],
];

const letterWidth = (letter: string): number => letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? 1;

/** The width of a text in pixels, at most. */
export const textWidth = (text: string, size: number): number => size * sum([...text].map(letterWidth));

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
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
}

/** One line of text on its baseline. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  { size = sizes.text, bold, fill = ink.text, anchor }: TextLook = {},
): string =>
  element(
    "text",
    { x, y, "font-size": size, "font-weight": bold ? "bold" : undefined, fill, "text-anchor": anchor },
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
  element(
    "g",
    { transform: `translate(${Number(right.toFixed(1))} ${Number(down.toFixed(1))})` },
    parts.join("") || " ",
  );

/** A whole picture: what it shows in words for those who do not see it, its heading, and what is drawn below. */
export const svgOf = (
  { name, title, describe }: { readonly name: string; readonly title: string; readonly describe: string },
  width: number,
  draw: (width: number) => Drawing,
): string => {
  const inside = width - 2 * sizes.edge;
  const heading = paragraphAt(0, 0, title, inside, { size: sizes.title, bold: true });
  const { height, parts } = stacked([heading, draw(inside)], sizes.gap);
  const whole = Math.ceil(height + 2 * sizes.edge);
  const id = `${name.replace(/[^\w-]+/g, "-")}-${width}`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${whole}`,
      width,
      height: whole,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      "font-family": font,
    },
    [
      element("title", { id: `${id}-title` }, escapedXml(title)),
      element("desc", { id: `${id}-desc` }, escapedXml(describe)),
      element("rect", { width, height: whole, fill: ink.paper }),
      element("g", { transform: `translate(${sizes.edge} ${sizes.edge})` }, parts.join("")),
    ].join(""),
  );
};
