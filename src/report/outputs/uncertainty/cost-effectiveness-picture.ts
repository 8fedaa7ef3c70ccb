import { type LinePanel, lineChart } from "../../charts/lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import { axisOf } from "../../charts/scale.js";
import { printed } from "../../numbers.js";
import type { Part } from "../../table.js";

/** What each strategy costs and gives, and the line through those worth choosing. */
export const costEffectivenessPicture: Picture = {
  describe:
    "Outcomes run to the right, costs upwards. Each point is a strategy, with a number that the list below it names. " +
    "The line joins the strategies that are the best at some worth of an outcome; the others are hollow points.",
  words: ({ table }) => pictureRows(table).map((row) => `${wordsOfPoint(row)}.`),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const wordsOfPoint = (row: PictureRow): string => {
  const more = row.cell("icer") === null ? "" : `, one more costs ${row.text("icer")}`;
  const gives = `costs ${row.text("cost")}, gives ${row.text("outcomes")}${more}`;
  return `${row.text("strategy")}: ${gives}; ${row.text("status")}`;
};

const number = (value: number): string => printed(value, "number", {});

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["outcome"]).map(({ heading, rows }) => {
    const points = rows.map((row, at) => ({
      isOn: row.text("status") === "frontier",
      x: row.number("outcomes"),
      y: row.number("cost"),
      label: String(at + 1),
    }));
    return {
      heading,
      along: axisOf(
        points.map(({ x }) => x),
        [0, 1],
        { most: 4, withZero: false, print: number },
      ).ticks,
      withZero: false,
      lines: [
        {
          label: "frontier: the best at some worth of an outcome",
          points: points.filter(({ isOn }) => isOn).toSorted((a, b) => a.x - b.x),
        },
        { label: "not on the frontier", points: points.filter(({ isOn }) => !isOn), isDots: true },
      ].filter(({ points: own }) => own.length > 0),
      notes: [
        `To the right: outcomes, one is a ${rows[0].text("unit")}. Upwards: cost.`,
        ...rows.map((row, at) => `${at + 1}  ${wordsOfPoint(row)}`),
      ],
    };
  });
