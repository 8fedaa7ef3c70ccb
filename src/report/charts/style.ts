/** What a chart draws: its colours differ in lightness too, for grey paper and for readers who see fewer colours. */
export type MarkName = "pays" | "cash" | "freed" | "idle" | "backfilled" | "cheaper" | "low" | "high" | "net";

/** How a bar looks, and its words in the legend. What is not cash is hollow or pale. */
interface Mark {
  readonly fill: string;
  readonly edge: string;
  readonly words: string;
}

/** The marks of all charts. Their lightness (CIE L*) is 27, 41, 100, 93, 77 and 70 in the order of money. */
export const marks: Readonly<Record<MarkName, Mark>> = {
  pays: { fill: "#7a2e00", edge: "#7a2e00", words: "pays" },
  cash: { fill: "#0063a8", edge: "#0063a8", words: "cash: leaves the budget" },
  freed: { fill: "#ffffff", edge: "#0063a8", words: "freed: still paid for" },
  idle: { fill: "#ffffff", edge: "#0063a8", words: "idle: nobody uses it, and it is still paid for" },
  backfilled: { fill: "#a9c9e4", edge: "#0063a8", words: "backfilled: serves others" },
  cheaper: { fill: "#5fb0e5", edge: "#0063a8", words: "cheaper: a lower unit cost" },
  low: { fill: "#c9d4dc", edge: "#3c4a54", words: "at the low end of its range" },
  high: { fill: "#3c4a54", edge: "#3c4a54", words: "at the high end of its range" },
  net: { fill: "#111111", edge: "#111111", words: "net; a line through it is the range of 90% of draws" },
};

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
export const sizes = { title: 15, text: 13, small: 12, line: 1.3, edge: 14, bar: 13, gap: 16 } as const;

/** A font that every reader has. */
export const font = "Helvetica, Arial, 'Liberation Sans', sans-serif";
