import { indexYear } from "../../base/appraisal/prices.js";
import { didYouMean, errorAt, listed, mostProblems, type Problem } from "../../base/problems/problem.js";
import { grouped } from "../../base/records.js";
import type { UnitCost } from "../../data/unit-costs/unit-cost.js";
import { dottedMend, readCellNumber } from "../../quantity/cell-number.js";
import { readColumns } from "../csv-columns.js";
import { type Layer, layers } from "./layer.js";
import { priceYearMend } from "./price-year.js";

/** Unit costs, and the problems of those that could not be read. */
export interface UnitCostsResult {
  /** The costs that could be read. */
  readonly costs: readonly UnitCost[];
  /** What is wrong, each with its line; empty if nothing is. */
  readonly problems: readonly Problem[];
}

const needed = ["code", "what", "unit", "payer", "pounds", "priceYear", "source"] as const;
const optional = ["layer", "confidence", "licence", "covers", "note"] as const;

type Row = Readonly<Record<(typeof needed)[number] | (typeof optional)[number], string>> & {
  /** The line of the text: `line 2`. */
  readonly at: string;
  /** How to mend pounds that are not a number. */
  readonly poundsMend?: string;
};

/**
 * Reads unit costs of your own from CSV, for `readScenario(text, { unitCosts })`.
 * A row is the part of one payer in one unit. A unit cost has one row per payer. Lines that begin with # are ignored.
 * Required columns, in any order: code, what, unit, payer, pounds, priceYear (2024/25), source.
 * Optional columns: layer (fiscal by default, economic, social or transfer), confidence (green, amber or red), licence,
 * covers (codes that it includes, with spaces between), note.
 * @param text the CSV text
 * @returns the unit costs without a problem in any row, and all problems by line of the text. It throws no errors.
 * @example
 * const text = "code,what,unit,payer,pounds,priceYear,source\nX1,Visit,visit,NHS,40,2024/25,Our ledger";
 * readUnitCosts(text).costs[0].payers.NHS // => 40
 */
export const readUnitCosts = (text: string): UnitCostsResult => {
  if (typeof text !== "string")
    return { costs: [], problems: [problem("the unit costs", "readUnitCosts takes the text of a CSV file.")] };
  const { rows, isDecimalComma, problems } = readColumns(text, code, needed, optional);
  const read = rows.slice(0, mostRows).map(({ cells, line }) => rowOf(cells, isDecimalComma, `line ${line}`));
  const checked = [...grouped(read, (row) => row.code).values()].map((group) => ({
    group,
    wrong: [...group.flatMap(wrongIn), ...wrongTogether(group)],
  }));
  return {
    costs: checked.filter(({ wrong }) => wrong.length === 0).map(({ group }) => costOf(group)),
    problems: [...problems, ...checked.flatMap(({ wrong }) => wrong)].slice(0, mostProblems),
  };
};

// More rows than any published list has.
const mostRows = 10_000;

const code = "unit-costs";
const problem = (address: string, what: string, mend?: string): Problem => errorAt(code, address, what, mend);

const rowOf = (row: Omit<Row, "at">, isDecimalComma: boolean, at: string): Row => {
  const pounds = readCellNumber(row.pounds, isDecimalComma);
  const wrong = notPounds(row.pounds);
  if (wrong !== undefined) return { ...row, at, poundsMend: wrong };
  return { ...row, at, ...("number" in pounds ? { pounds: String(pounds.number) } : { poundsMend: pounds.mend }) };
};

/** The mend of a number that is none of pounds: a percentage, pence, or a point that may be between thousands. */
const notPounds = (cell: string): string | undefined => {
  if (cell.endsWith("%")) return "Write pounds: a percentage is a share of something.";
  const [, pence] = /^(\d+(?:\.\d+)?)\s?p$/.exec(cell) ?? [];
  if (pence !== undefined) return `Write ${Number((Number(pence) / 100).toPrecision(12))}, in pounds.`;
  return dottedMend(cell);
};

const ratings = ["green", "amber", "red"] as const;
const layerOf = ({ layer }: Pick<Row, "layer">): string => layer || "fiscal";
const codePattern = /^[A-Za-z0-9][\w&.-]*$/;

/** The problems of one row by itself. */
const wrongIn = ({ at, ...row }: Row): readonly Problem[] => {
  const empty = needed.filter((column) => row[column] === "");
  if (empty.length > 0)
    return [problem(at, `It has no ${listed(empty, "and no")}.`, "Fill it in, or take the row out.")];
  if (row.code.toLowerCase() === "code" && row.pounds.toLowerCase() === "pounds")
    return [problem(at, "It is the headings again.", "Take it out.")];
  const problems: Problem[] = [];
  if (!codePattern.test(row.code) || row.code.length > 60)
    problems.push(
      problem(at, `${row.code} is not a code.`, "A code has letters, digits, dots, & and hyphens, at most 60."),
    );
  const isNegative = row.poundsMend === undefined ? Number(row.pounds) < 0 : /^Write -/.test(row.poundsMend);
  if (row.poundsMend !== undefined || isNegative) {
    const isInBrackets = /^\(.*\)$/.test(row.pounds);
    const below = `${isInBrackets ? "Brackets are a minus in accounts, and a" : "A"} unit cost cannot be below 0.`;
    problems.push(problem(at, `The pounds of ${row.code} are "${row.pounds}".`, isNegative ? below : row.poundsMend));
  }
  if (/^(?:(?:grand|sub)[ -]?)?total\b/i.test(row.payer))
    problems.push(problem(at, `${row.payer} is no payer, but a sum of payers.`, "Take the row out."));
  if (indexYear(row.priceYear) === undefined)
    problems.push(problem(at, `${row.priceYear} is not a price year.`, priceYearMend(row.priceYear)));
  if (row.confidence !== "" && !ratings.some((rating) => rating === row.confidence))
    problems.push(problem(at, `${row.confidence} is not a rating. ${didYouMean(row.confidence, ratings)}`));
  if (!layers.some((layer) => layer === layerOf(row)))
    problems.push(problem(at, `${row.layer} is not a layer. ${didYouMean(row.layer, layers)}`));
  return problems;
};

const shared = ["what", "unit", "priceYear", "source", "confidence", "licence", "covers", "note"] as const;

/** The problems of the rows of one unit cost together. */
const wrongTogether = ([first, ...others]: readonly Row[]): readonly Problem[] => {
  if (![first, ...others].some((row) => layerOf(row) === "fiscal"))
    return [
      problem(
        first.at,
        `${first.code} has no fiscal row: the cost to public budgets.`,
        "Add a fiscal row, of £0 if it costs them nothing.",
      ),
    ];
  return others.flatMap((row, index) => {
    const differs = shared.filter((column) => row[column] !== first[column]);
    const twice = [first, ...others.slice(0, index)].some(
      (other) => other.payer === row.payer && layerOf(other) === layerOf(row),
    );
    const mend = "The rows of a code are parts of one unit cost: give another unit cost another code.";
    const twiceMend = "Take one out if it is there twice, or add the two rows up.";
    return [
      ...(differs.length > 0
        ? [problem(row.at, `The ${listed(differs)} of ${row.code} differ from those in ${first.at}.`, mend)]
        : []),
      ...(twice ? [problem(row.at, `${row.payer} is a payer of ${row.code} twice.`, twiceMend)] : []),
    ];
  });
};

const costOf = (group: readonly Row[]): UnitCost => {
  const [{ code, what, unit, priceYear, confidence, source, licence, covers, note }] = group;
  const payersIn = (layer: Layer): UnitCost["payers"] =>
    Object.fromEntries(
      group.flatMap((row) => (layerOf(row) === layer ? [[row.payer, Number(row.pounds)] as const] : [])),
    );
  const beyond = layers.flatMap((layer) =>
    layer !== "fiscal" && group.some((row) => layerOf(row) === layer) ? [[layer, payersIn(layer)]] : [],
  );
  return {
    code,
    what,
    unit,
    payers: payersIn("fiscal"),
    ...Object.fromEntries(beyond),
    priceYear,
    confidence: ratings.find((rating) => rating === confidence) ?? null,
    source,
    licence,
    ...(covers === "" ? {} : { covers: covers.split(/\s+/) }),
    ...(note === "" ? {} : { note }),
  };
};
