import { largestOf } from "../../base/mathematics/largest.js";
import { clean } from "../../base/texts/clean.js";
import { unitCosts } from "../../data/unit-costs/index.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { type Table, tableOf } from "../../report/table.js";
import { wrap } from "../../report/words.js";
import { payersOf } from "../../scenario/money/catalogue.js";
import { type Layer, layers } from "../../scenario/money/layer.js";
import { printProblems } from "../terminal.js";
import { readCosts } from "./costs.js";

/** The catalogue. The unit costs of a file come first, and replace unit costs of the same code. */
export const unitCostsWith = (file: string | undefined): readonly UnitCost[] => {
  if (file === undefined) return unitCosts;
  const { costs, problems } = readCosts(file);
  printProblems(problems);
  const own = new Set(costs.map(({ code }) => code));
  return [...costs, ...unitCosts.filter(({ code }) => !own.has(code))];
};

/** Unit costs as the table that `readUnitCosts` reads: one row per unit cost, layer and payer. */
export const costTable = (costs: readonly UnitCost[]): Table =>
  tableOf(
    {
      code: ["code", "text"],
      what: ["what", "text"],
      unit: ["unit", "text"],
      layer: ["layer", "text"],
      payer: ["payer", "text"],
      pounds: ["pounds", "number"],
      priceYear: ["price year", "text"],
      confidence: ["confidence", "text"],
      source: ["source", "text"],
      licence: ["licence", "text"],
      covers: ["covers", "text"],
      note: ["note", "text"],
    },
    costs.flatMap((cost) =>
      layers.flatMap((layer) => Object.entries(payersOf(cost, layer) ?? {}).map((payer) => rowOf(cost, layer, payer))),
    ),
  );

const rowOf = (
  { code, what, unit, priceYear, confidence, source, licence, covers = [], note = "" }: UnitCost,
  layer: Layer,
  [payer, pounds]: readonly [string, number],
) => ({
  code,
  what,
  unit,
  layer,
  payer,
  pounds,
  priceYear,
  confidence: confidence ?? "",
  source,
  licence,
  covers: covers.join(" "),
  note,
});

const pageWidth = 80;

/** Unit costs in 80 columns: their sums, price years and ratings; below each, its unit and its payers. */
export const costsText = (costs: readonly UnitCost[]): string => {
  const width = largestOf([0, ...costs.map(({ code }) => code.length)]);
  const lines = costs.flatMap((cost) => costLines(cost, width));
  const heading = "Unit costs, for { catalogue: CODE, bears: { PAYER: AGENCY } } in a scenario:";
  return `${[heading, ...lines, ...wrap(notes, pageWidth)].map((line) => line.trimEnd()).join("\n")}\n`;
};

const notes = [
  "Ratings are the publisher's.",
  "Sources, licences and notes: --format csv or json.",
  "Your own unit costs have the form of the csv; use them with --costs FILE.",
].join(" ");

const costLines = (cost: UnitCost, width: number): readonly string[] => {
  const { code, what, unit, payers, priceYear, confidence } = cost;
  const parts = Object.entries(payers);
  const sum = parts.reduce((total, [, pounds]) => total + pounds, 0);
  const figures = `${exactly(sum).padStart(11)}  ${priceYear.padEnd(7)}  ${(confidence ?? "").padEnd(5)}`;
  const room = pageWidth - width - 4;
  const names = wrap(what, room - figures.length - 2);
  const first = `${(names[0] ?? "").padEnd(room - figures.length - 2)}  ${figures}`;
  const shares = parts.map(([payer, pounds]) => (parts.length === 1 ? payer : `${payer} ${exactly(pounds)}`));
  const beyond = layers.flatMap((layer) =>
    layer === "fiscal"
      ? []
      : Object.entries(payersOf(cost, layer) ?? {}).map(([payer, pounds]) => `${layer} ${exactly(pounds)} (${payer})`),
  );
  const below = [
    ...names.slice(1),
    ...wrap(`per ${unit}: ${shares.join(", ")}`, room),
    ...(beyond.length === 0 ? [] : wrap(`besides: ${beyond.join(", ")}`, room)),
  ];
  return [first, ...below].map((line, at) => `  ${(at === 0 ? clean(code) : "").padEnd(width)}  ${line}`);
};

const exactly = (pounds: number): string => {
  const digits = Number.isInteger(pounds) ? 0 : 2;
  return `£${pounds.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
};
