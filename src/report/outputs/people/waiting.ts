import { type WaitingRow, waiting } from "../../../results/people/waiting.js";
import { waitingFinding } from "../../finding/waiting.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

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
