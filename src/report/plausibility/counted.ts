import type { Line } from "../../scenario/interventions/line.js";
import type { Doubt, DoubtsIn } from "./doubt.js";

/** What a line counts, if it is a named number or a formula: who pays how much of which kind. */
const countedIn = ({ kind, amounts }: Line): string | undefined =>
  amounts.some(({ pounds }) => /[\p{L}_]/u.test(pounds.written))
    ? [kind, ...amounts.map(({ agency, pounds }) => `${agency} ${pounds.written}`)].join(" ")
    : undefined;

/** Lines for an intervention as a whole, of a number that another line counts for each person. */
export const countedOnce: DoubtsIn = ({ scenario }) => {
  const lines = Object.values(scenario.interventions).flatMap((each) => each.lines);
  return lines.flatMap((line): readonly Doubt[] => {
    if (line.per !== undefined || line.kind === "grants") return [];
    const same = lines.find(({ per, ...other }) => per !== undefined && countedIn(other) === countedIn(line));
    if (same === undefined || countedIn(line) === undefined) return [];
    const { written } = line.amounts[0].pounds;
    return [
      {
        address: line.address,
        what: `${written} counts once here, for the intervention as a whole; at ${same.address} it counts for each.`,
        mend: "Write the same per here.",
      },
    ];
  });
};
