import { sum } from "../../base/mathematics/statistics.js";
import type { Part } from "../table.js";
import { type LinePanel, lineChart } from "./lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "./picture.js";

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

type Years = ReturnType<typeof groupsBy>[number];

/** The years of the last party of each strategy, which sums the others. */
const widest = ({ table }: Part): readonly Years[] =>
  groupsBy(pictureRows(table), ["strategy"]).map(({ heading, rows }) => {
    const last = rows[rows.length - 1];
    const name = last.text("name");
    const own = rows.filter((row) => row.cell("level") === last.cell("level") && row.text("name") === name);
    return { heading: heading === "" ? name : `${heading}: ${name}`, rows: own };
  });

const ranged = "with the range of 90% of draws";

const panelOf = ({ heading, rows }: Years): LinePanel => {
  const x = (row: PictureRow): number => row.number("year");
  const hasBias = rows.some((row) => row.number("netAfterBias") !== row.number("net"));
  const net = rows.map((row) => row.number("netAfterBias"));
  const isSure = rows.every((row) => row.number("netP5") === row.number("netP95"));
  return {
    heading,
    along: rows.map((row) => ({ value: x(row), text: row.text("label") })),
    lines: [
      {
        label: ["net of the year", ...(isSure ? [] : [ranged]), ...(hasBias ? ["before optimism bias"] : [])].join(
          ", ",
        ),
        points: rows.map((row) => ({ x: x(row), y: row.number("net") })),
        ...(isSure
          ? {}
          : { range: rows.map((row) => ({ x: x(row), low: row.number("netP5"), high: row.number("netP95") })) }),
      },
      {
        label: `sum from the start${hasBias ? ", after optimism bias" : ""}`,
        points: rows.map((row, at) => ({ x: x(row), y: sum(net.slice(0, at + 1)) })),
      },
    ],
  };
};
