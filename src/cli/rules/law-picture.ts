import { counted } from "../../base/problems/problem.js";
import { familyTitles, type RuleFamily } from "../../funding/rule.js";
import type { MatrixRow } from "../../laws/index.js";
import { svgOf } from "../../report/charts/drawing.js";
import { type GridPanel, gridChart } from "../../report/charts/grid.js";
import type { SignName } from "../../report/charts/style.js";
import { fileWidth } from "../../report/charts.js";

/** The sign of each result of a law for a rule, and what it means. */
const signOf = {
  holds: "full",
  fails: "cross",
  unmoved: "dash",
  vacuous: "open",
  untried: "open",
} as const satisfies Readonly<Record<MatrixRow["result"], SignName>>;

const meanings: Readonly<Partial<Record<SignName, string>>> = {
  full: "the rule keeps the law in all worlds that were tried",
  cross: "the rule breaks it",
  dash: "untested: what the law changes never moves the rule's answer",
  open: "no world tested it",
};

/**
 * The matrices of some families as SVG, 800 pixels wide: a row for each law, a column for each rule.
 * @example
 * const two = lawMatrix(sampleRules.share, laws.share.slice(0, 2));
 * matrixPicture(new Map([["share", two]])).startsWith("<svg") // => true
 */
export const matrixPicture = (families: ReadonlyMap<RuleFamily, readonly MatrixRow[]>): string => {
  const panels = [...families].map(([family, rows]) => panelOf(familyTitles[family], rows));
  const all = [...families.values()].flat();
  const broken = all.filter(({ result }) => result === "fails").length;
  const title = `Our rules break a law in ${broken} of ${counted(all.length, "pair")} of a rule and a law.`;
  const words = all.map(({ rule, law, result }) => `${rule}, ${law}: ${meanings[signOf[result]]}.`);
  const describe = [title, "A row for each law, and a column for each rule.", ...words].join(" ");
  return `${svgOf({ name: "laws", title, describe }, fileWidth, (width) => gridChart(panels, meanings, width))}\n`;
};

const panelOf = (heading: string, rows: readonly MatrixRow[]): GridPanel => {
  const columns = [...new Set(rows.map(({ rule }) => rule))];
  return {
    heading,
    columns,
    rows: [...new Set(rows.map(({ law }) => law))].map((law) => ({
      label: law,
      figures: "",
      cells: columns.map((rule) => {
        const found = rows.find((row) => row.rule === rule && row.law === law);
        return found && signOf[found.result];
      }),
    })),
  };
};
