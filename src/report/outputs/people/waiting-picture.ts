import { type LinePanel, lineChart, pointsByYear, yearsAlong } from "../../charts/lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import { shortCount } from "../../numbers.js";
import type { Part } from "../../table.js";

/** How many wait for each service in each year, by strategy; of a service that keeps no list, who is turned away. */
export const waitingPicture: Picture = {
  describe:
    "Years run to the right. Each line is a strategy: how many wait for a service at the end of each year. Where " +
    "nobody waits, it is how many are turned away in the year.",
  words: (part) =>
    listsOf(part).flatMap(({ heading, rows, key }) =>
      rows.map((row) => `${heading}, ${row.text("strategy")}, ${row.text("label")}: ${row.text(key)}.`),
    ),
  draw: (part, width) => lineChart(listsOf(part).map(panelOf), width),
};

/** The years of a service and priority, with what is counted. */
interface List {
  readonly heading: string;
  readonly rows: readonly PictureRow[];
  readonly key: "waiting" | "turnedAway";
}

const listsOf = ({ table }: Part): readonly List[] =>
  groupsBy(pictureRows(table), ["service", "priority"]).map(({ rows }) => {
    const key = rows.some((row) => row.number("waiting") > 0) ? "waiting" : "turnedAway";
    const of = [rows[0].text("service"), rows[0].text("priority")].filter((text) => text !== "").join(", priority ");
    return { heading: `${of}: ${key === "waiting" ? "waiting at the end of the year" : "turned away"}`, rows, key };
  });

const panelOf = ({ heading, rows, key }: List): LinePanel => {
  const strategies = groupsBy(rows, ["strategy"]);
  return {
    heading,
    print: shortCount,
    along: yearsAlong(strategies[0].rows),
    lines: strategies.map(({ rows: own }) => ({
      label: own[0].text("strategy"),
      points: pointsByYear(own, key),
    })),
  };
};
