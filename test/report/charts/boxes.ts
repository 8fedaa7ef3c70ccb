/** A text of a picture, and the box that it fills, in pixels. */
interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The widths of letters in DejaVu Sans, the widest of the fonts that a reader is likely to have, in thousandths. */
const widths: Readonly<Record<string, number>> = {
  ...{ a: 613, b: 635, c: 550, d: 635, e: 615, f: 352, g: 635, h: 634, i: 278, j: 278, k: 579, l: 278, m: 974 },
  ...{ n: 634, o: 612, p: 635, q: 635, r: 411, s: 521, t: 392, u: 634, v: 592, w: 818, x: 592, y: 592, z: 525 },
  ...{ " ": 318, ".": 318, ",": 318, ":": 337, ";": 337, "'": 275, "(": 390, ")": 390, "-": 361, "/": 337, "|": 337 },
  ...{ "−": 838, "%": 950, "£": 636, M: 863, W: 989, I: 295, O: 787, Q: 787, "=": 838, "<": 838, ">": 838 },
};

const widthOfLetter = (letter: string): number => {
  const known = widths[letter];
  if (known !== undefined) return known / 1000;
  return letter > "\u2fff" ? 1.2 : /[A-Z]/.test(letter) ? 0.73 : 0.64;
};

const numberIn = (attributes: string, name: string, usual = 0): number =>
  Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? usual);

const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** The boxes of all texts of an SVG, where its groups move them. */
export const textBoxes = (svg: string): readonly TextBox[] => {
  const usualSize = numberIn(svg.slice(0, svg.indexOf(">")), "font-size");
  const groups: (readonly [number, number])[] = [];
  const boxes: TextBox[] = [];
  for (const [, close, open = "", text = "", inner = ""] of svg.matchAll(
    /(<\/g>)|<g ([^>]*)>|<text ([^>]*)>([^<]*)<\/text>/g,
  )) {
    if (close) groups.pop();
    else if (open) {
      const [, x, y] = /translate\(([\d.-]+) ([\d.-]+)\)/.exec(open) ?? ["", "0", "0"];
      groups.push([Number(x), Number(y)]);
    } else {
      const [dx, dy] = groups.reduce(([a, b], [x, y]) => [a + x, b + y], [0, 0]);
      const size = numberIn(text, "font-size", usualSize);
      const bold = text.includes('font-weight="bold"') ? 1.1 : 1;
      const width = [...unescaped(inner)].reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size * bold;
      const anchor = /text-anchor="(\w+)"/.exec(text)?.[1] ?? "start";
      const left = numberIn(text, "x") + dx - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
      const baseline = numberIn(text, "y") + dy;
      const [top, bottom] = [baseline - 0.75 * size, baseline + 0.2 * size];
      boxes.push({ text: unescaped(inner), left, right: left + width, top, bottom });
    }
  }
  return boxes;
};

/** Pairs of texts that touch, and texts that leave the picture. */
export const clashes = (svg: string): readonly string[] => {
  const boxes = textBoxes(svg);
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  const outside = boxes.filter(({ left, right }) => left < -1 || right > width + 1);
  const touching = boxes.flatMap((box, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
      )
      .map((other) => `${box.text} | ${other.text}`),
  );
  return [...outside.map(({ text }) => `outside: ${text}`), ...touching];
};
