import { listed } from "../../../base/problems/problem.js";
import { type PlaceCountRow, placeCount } from "../../../results/people/place-count.js";
import { inSentence } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const placeCountOutput = output<PlaceCountRow>({
  title: "Place count",
  answers: "What is spent on a place in a year of business as usual: by whom, on what, and who controls it.",
  takes: ["year"],
  columns: {
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["spent by", "text"],
    theme: ["on", "text"],
    control: ["controlled by", "text"],
    year: ["year", "year", 20],
    label: ["in", "text", 4],
    pounds: ["pounds", "pounds"],
    poundsP5: ["5th", "pounds"],
    poundsP95: ["95th", "pounds"],
    share: ["of all", "share"],
  },
  ofUsual: true,
  // What is spent in all, who controls it, and the themes on which most is spent.
  finding: (rows) => {
    const { pounds, label } = rows[rows.length - 1];
    const percent = ({ share }: PlaceCountRow): string => `${(share * 100).toFixed(0)}%`;
    const control = rows.filter(({ level }) => level === "control");
    const shares = control.map((row, at) => `${row.control} bodies ${at === 0 ? "control " : ""}${percent(row)}`);
    const themes = rows.filter(({ level }) => level === "theme").toSorted((a, b) => b.pounds - a.pounds);
    const most = themes.slice(0, 3).map((row) => `${inSentence(row.theme)} ${roundedPounds(row.pounds)}`);
    return [
      `${roundedPounds(pounds)} is spent in ${label}, of which ${listed(shares)}.`,
      `Most goes on ${listed(most)}.`,
    ];
  },
  rows: placeCount,
  empty: "nothing is spent on services",
});
