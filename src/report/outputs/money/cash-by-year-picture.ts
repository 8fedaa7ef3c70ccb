import { sum } from "../../../base/mathematics/statistics.js";
import { type LinePanel, lineChart, pointsByYear, rangeByYear, yearsAlong } from "../../charts/lines.js";
import { groupsBy, type Picture, pictureRows, type RowGroup } from "../../charts/picture.js";
import type { Part } from "../../table.js";

/** What the budgets of the widest level gain each year, with the range, and the sum so far: it pays back at 0. */
export const cashByYearPicture: Picture = {
  describe:
    "Financial years run to the right. One line is what budgets gain in each year; the band around it spans 90% of " +
    "the draws. The other is the sum from the start: where it stays above 0, the money is paid back.",
  words: (part) =>
    widest(part).flatMap(({ heading, rows }) =>
      rows.map((row) => `${heading}, ${row.text("label")}: net ${row.text("net")}.`),
    ),
  draw: (part, width) => lineChart(widest(part).map(panelOf), width),
};

/** The years of the last party of each strategy, which sums the others. */
const widest = ({ table }: Part): readonly RowGroup[] =>
  groupsBy(pictureRows(table), ["strategy"]).map(({ heading, rows }) => {
    const last = rows[rows.length - 1];
    const name = last.text("name");
    const own = rows.filter((row) => row.cell("level") === last.cell("level") && row.text("name") === name);
    return { heading: heading === "" ? name : `${heading}: ${name}`, rows: own };
  });

const ranged = "with the range of 90% of draws";

const panelOf = ({ heading, rows }: RowGroup): LinePanel => {
  const hasBias = rows.some((row) => row.number("netAfterBias") !== row.number("net"));
  const net = rows.map((row) => row.number("netAfterBias"));
  const isSure = rows.every((row) => row.number("netP5") === row.number("netP95"));
  return {
    heading,
    along: yearsAlong(rows),
    lines: [
      {
        label: ["net of the year", ...(isSure ? [] : [ranged]), ...(hasBias ? ["before optimism bias"] : [])].join(
          ", ",
        ),
        points: pointsByYear(rows, "net"),
        ...(isSure ? {} : { range: rangeByYear(rows, "net") }),
      },
      {
        label: `sum from the start${hasBias ? ", after optimism bias" : ""}`,
        points: rows.map((row, at) => ({ x: row.number("year"), y: sum(net.slice(0, at + 1)) })),
      },
    ],
  };
};
