import { grouped } from "../../../base/records.js";
import { type ConcentrationRow, concentration } from "../../../results/money/concentration.js";
import { wordsOf } from "../../../scenario/names.js";
import { type LinePanel, lineChart } from "../../charts/lines.js";
import { groupsBy, type Picture, pictureRows } from "../../charts/picture.js";
import { printed, shareText } from "../../numbers.js";
import { output } from "../../output.js";
import type { Part } from "../../table.js";

export const concentrationOutput = output<ConcentrationRow>({
  title: "Concentration",
  answers: "Which share of the people makes which share of the demand, from the segment of least need to the greatest.",
  columns: {
    cohort: ["cohort", "text", 0.5],
    segment: ["segment", "year"],
    weight: ["of the people", "percent"],
    multiplier: ["times the mean", "number"],
    people: ["people so far", "percent", 4],
    demand: ["demand so far", "percent", 4],
    top: ["the top", "percent"],
    topShare: ["make", "percent"],
    paretoAlpha: ["Pareto alpha", "ratio", 3],
    lognormalSigma: ["lognormal sigma", "ratio", 3],
    gini: ["Gini of segments", "ratio", 2],
  },
  ofUsual: true,
  finding: (rows) =>
    [...grouped(rows, ({ cohort }) => cohort)].map(([cohort, own]) => {
      const { top, topShare } = own.find((row) => row.topShare < 0.75) ?? own[own.length - 1];
      const [few, much] = [top, topShare].map((share) => printed(share, "percent", {}));
      return `Of ${wordsOf(cohort)}, the ${few} with the greatest need make ${much} of the demand.`;
    }),
  rows: concentration,
  empty: "no cohort says how concentrated its need is (concentration)",
});

/** Lorenz curves: the share of demand that the people of least need make, up to all people. */
export const concentrationPicture: Picture = {
  describe:
    "People run to the right, from the least need to the greatest. The dashed line is the share of demand that they " +
    "make together. The straight line is what it would be if all had the same need.",
  words: ({ table }) =>
    pictureRows(table).map(
      (row) => `${row.text("cohort")}: ${row.text("people")} of the people make ${row.text("demand")} of the demand.`,
    ),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({ value, text: shareText(value) }));

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["cohort"]).map(({ heading, rows }) => ({
    heading,
    along: fifths,
    print: shareText,
    lines: [
      {
        label: "if all had the same need",
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      {
        label: "demand of the people so far",
        points: [{ x: 0, y: 0 }, ...rows.map((row) => ({ x: row.number("people"), y: row.number("demand") }))],
      },
    ],
  }));
