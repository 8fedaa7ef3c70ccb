/** How a mark looks; its outline is that of `shape`, a path around a point, or a bar. */
export interface Look {
  readonly fill: string;
  readonly edge: string;
  readonly shape?: string;
}

/** A look with its words in the legend. */
export interface Mark extends Look {
  readonly words: string;
}

const circle = "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
const diamond = "m0 -5l5 5l-5 5l-5 -5z";

/** The signs in the cells of a grid. Each has an outline of its own. */
export const signs = {
  full: { fill: "#0063a8", edge: "#0063a8", shape: circle },
  cross: { fill: "none", edge: "#7a2e00", shape: "m-5 -5l10 10m0 -10l-10 10" },
  half: { fill: "#ffffff", edge: "#0063a8", shape: "m-5 -4h10v8h-10z" },
  dash: { fill: "none", edge: "#4a4a4a", shape: "m-5 0h10" },
  open: { fill: "#ffffff", edge: "#4a4a4a", shape: diamond },
} as const satisfies Readonly<Record<string, Look>>;

/** The name of a sign of a grid. */
export type SignName = keyof typeof signs;

/**
 * What bars and flows draw. Their colours differ in lightness too, for grey paper and for readers who see fewer
 * colours: CIE L* of 27, 41, 100, 93, 77 and 70 in the order of money. What is not cash is hollow or pale.
 */
export const marks = {
  avoided: { fill: "#3c4a54", edge: "#3c4a54", words: "avoided" },
  pays: { fill: "#7a2e00", edge: "#7a2e00", words: "pays" },
  cash: { fill: "#0063a8", edge: "#0063a8", words: "cash: leaves the budget" },
  freed: { fill: "#ffffff", edge: "#0063a8", words: "freed: still paid for" },
  idle: { fill: "#ffffff", edge: "#0063a8", words: "idle: nobody uses it, and it is still paid for" },
  backfilled: { fill: "#a9c9e4", edge: "#0063a8", words: "backfilled: serves others" },
  cheaper: { fill: "#5fb0e5", edge: "#0063a8", words: "cheaper: a lower unit cost" },
  low: { fill: "#c9d4dc", edge: "#3c4a54", words: "at the low end of its range" },
  high: { fill: "#3c4a54", edge: "#3c4a54", words: "at the high end of its range" },
  without: { fill: "#3c4a54", edge: "#3c4a54", words: "without" },
  with: { fill: "#a9c9e4", edge: "#0063a8", words: "with" },
  saved: { fill: "#a9c9e4", edge: "#0063a8", words: "saved" },
  spent: { fill: "#b35900", edge: "#7a2e00", words: "more spent" },
  gain: { fill: "#e3eef7", edge: "#0063a8", words: "net gain: saved, and not paid for" },
  loss: { fill: "#f1e4da", edge: "#7a2e00", words: "net loss: paid, and not saved" },
  paid: { fill: "#c9d4dc", edge: "#3c4a54", words: "paid" },
  net: { fill: "#111111", edge: "#111111", words: "net, with the range of 90% of draws", shape: diamond },
} as const satisfies Readonly<Record<string, Mark>>;

/** The name of a mark. */
export type MarkName = keyof typeof marks;

/** The look of one line among several: colour and dash differ together. */
export const lineLooks = [
  { colour: "#111111", dash: "" },
  { colour: "#0063a8", dash: "7 3" },
  { colour: "#b35900", dash: "2 3" },
  { colour: "#5f6b73", dash: "10 3 2 3" },
  { colour: "#5b2a86", dash: "4 2" },
] as const;

/** Colours of everything that is no mark. All text has a contrast of 7 or more on white. */
export const ink = {
  text: "#1a1a1a",
  muted: "#4a4a4a",
  grid: "#dcdcdc",
  zero: "#1a1a1a",
  band: "#d5dde3",
  paper: "#ffffff",
};

/** Sizes in pixels. */
export const sizes = { title: 15, text: 12, line: 1.3, edge: 14, bar: 13, gap: 16 } as const;

/** A font that every reader has. */
export const font = "Helvetica, Arial, 'Liberation Sans', sans-serif";
