import { type WaitingRow, waiting } from "../../../results/people/waiting.js";
import { type LinePanel, lineChart, pointsByYear, yearsAlong } from "../../charts/lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import { waitingFinding } from "../../finding/waiting.js";
import { shortCount } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type Part } from "../../table.js";

export const waitingOutput = output<WaitingRow>({
  title: "Waiting",
  answers: "How many people wait for each service, give up or are turned away, and how long they wait, in each year.",
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    service: ["service", "text", 0.5],
    unit: ["contact", "text", 20],
    priority: ["priority", "text", 1.05],
    year: ["year", "year", 20],
    label: ["from", "text"],
    waiting: ["waiting at the end", "count"],
    waitingP5: ["5th", "count", 1.5],
    waitingP95: ["95th", "count", 1.5],
    gaveUp: ["gave up", "count"],
    turnedAway: ["turned away", "count", 1.2],
    seen: ["seen", "count", 1.4],
    monthsWaited: ["months waited", "ratio"],
    target: ["target", "text", 1.3],
    shareWithin: ["within target", "share", 1.1],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  finding: waitingFinding,
  rows: waiting,
  after: (rows) => [
    ...(rows.some(({ monthsWaited }) => monthsWaited !== null)
      ? ["Months waited are the mean list over the contacts seen a month (Little's law), as if the list were steady."]
      : []),
    ...(rows.some(({ shareWithin }) => shareWithin !== null)
      ? ["The share within the target takes waits to be spread exponentially about that mean."]
      : []),
  ],
  empty: "no service has a capacity",
});

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
