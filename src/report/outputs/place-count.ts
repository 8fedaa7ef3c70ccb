import { type PlaceCountRow, placeCount } from "../../results/place-count.js";
import { placeCountFinding } from "../finding/place-count.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

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
  finding: placeCountFinding,
  rows: placeCount,
  empty: "nothing is spent on services",
});
