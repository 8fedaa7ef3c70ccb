import { type AcceptabilityRow, acceptability } from "../../../results/uncertainty/acceptability.js";
import { type LinePanel, lineChart } from "../../charts/lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import { runs, strategyNameIn } from "../../finding/words.js";
import { roundedPounds, shareText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type Part } from "../../table.js";

export const acceptabilityOutput = output<AcceptabilityRow>({
  title: "Acceptability",
  answers: "How likely each strategy is to be the best, by what one outcome is worth.",
  takes: ["outcome", "of", "willingnessToPay", "figure"],
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    of: ["cost of", "text", 2],
    figure: ["by", "text", 12],
    willingnessToPay: ["if one is worth", "pounds"],
    share: ["best in", "share"],
    netBenefit: ["net benefit", "pounds"],
    isBest: ["best on the mean", "mark"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  ofOptions: true,
  finding: (rows, simulation) =>
    [...new Set(rows.map(({ outcome }) => outcome))].map((outcome) => {
      const own = rows.filter((row) => row.outcome === outcome);
      const { name, unit } = simulation.scenario.services[outcome];
      const ends = [own[0], own[own.length - 1]].map(({ willingnessToPay }) => {
        const alike = own.filter((row) => row.willingnessToPay === willingnessToPay);
        const best = alike.find(({ isBest }) => isBest) ?? alike[0];
        const often = best.share === null ? "on the mean" : `on the mean, and in ${runs(best.share)}`;
        return `at ${roundedPounds(willingnessToPay)} ${strategyNameIn(simulation, best.strategy)} is best ${often}`;
      });
      return `${name} (${unit.one}): ${[...new Set(ends)].join("; ")}.`;
    }),
  net: { of: "public", figure: "netAvoided" },
  rows: acceptability,
  empty: "no service has a worth",
});

/** How often each strategy is the best, by what one outcome is worth. */
export const acceptabilityPicture: Picture = {
  describe:
    "The worth of one outcome runs to the right, in the steps that were tried. Each line is a strategy: the share of " +
    "draws in which it is the best. Hollow points are the frontier: the share of the strategy best on the mean.",
  words: ({ table }) =>
    pictureRows(table).map(
      (row) =>
        `${row.text("strategy")}, if one ${row.text("outcome")} is worth ${row.text("willingnessToPay")}: ` +
        `best in ${row.text("share")} of draws${row.cell("isBest") ? ", and best on the mean" : ""}.`,
    ),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["outcome"]).map(({ heading, rows }) => {
    const worths = [...new Set(rows.map((row) => row.text("willingnessToPay")))];
    const pointsOf = (own: readonly PictureRow[]) =>
      own
        .filter((row) => row.cell("share") !== null)
        .map((row) => ({ x: worths.indexOf(row.text("willingnessToPay")), y: row.number("share") }));
    return {
      heading,
      along: worths.map((text, value) => ({ value, text })),
      print: shareText,
      lines: [
        ...groupsBy(rows, ["strategy"]).map(({ rows: own }) => ({
          label: own[0].text("strategy"),
          points: pointsOf(own),
        })),
        {
          label: "frontier: the best on the mean",
          points: pointsOf(rows.filter((row) => row.cell("isBest") === true)),
          isDots: true,
        },
      ],
    };
  });
