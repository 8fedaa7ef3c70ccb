import { type ActivityRow, activity } from "../../results/activity.js";
import { activityFinding } from "../finding/activity.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

export const activityOutput = output<ActivityRow>({
  title: "Activity",
  answers: "How many contacts each service has in each year or cycle, without and with.",
  takes: ["period"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    service: ["service", "text"],
    unit: ["contact", "text", 2],
    year: ["year", "year", 3],
    cycle: ["cycle", "count", dataOnly],
    label: ["from", "text"],
    without: ["without", "count"],
    with: ["with", "count"],
    difference: ["difference", "count"],
    differenceP5: ["5th", "count", 1.5],
    differenceP95: ["95th", "count", 1.5],
    turnedAwayWithout: ["away without", "count", 1.2],
    turnedAwayWith: ["away with", "count", 1.2],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  finding: activityFinding,
  rows: activity,
  empty: "there are no services",
});
