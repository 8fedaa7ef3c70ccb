import type { Line } from "../../scenario/interventions/line.js";
import { wordsOf } from "../../scenario/names.js";
import { namesIn } from "../../scenario/quantities.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { DoubtsIn } from "./doubt.js";

/** What is bought once, and what is paid for as long as something runs. */
const once = new RegExp(
  "\\b(set ?up|start ?up|one off|build|construction|redesign|reorganisation|refurbishment|redundanc\\w+|" +
    "removals?|install\\w*|equipment|prosthes\\w+|adaptations?|purchase)\\b",
);
const yearly = /\b(salar\w+|wages?|rent|licences?|yearly|annual\w*|running costs?|an? year|staff)\b/;

/** The words of a line of money: its key, and the labels and units of its numbers. */
const wordsOfLine = ({ address, amounts }: Line, { quantities }: Scenario): string => {
  const numbers = amounts.flatMap(({ pounds }) => [
    pounds,
    // A name of the clock, such as year, is no quantity.
    ...namesIn(pounds.expression).flatMap((name) => quantities[name] ?? []),
  ]);
  const key = wordsOf(address.slice(address.lastIndexOf(".") + 1));
  return [key, ...numbers.flatMap(({ label = "", unit = "" }) => [label, unit])].join(" ").toLowerCase();
};

/** Costs that fall once though their words say each year, and those of each year though their words say once. */
export const oftenOrOnce: DoubtsIn = ({ scenario }) =>
  Object.values(scenario.interventions).flatMap(({ lines, startYears }) =>
    lines.flatMap((line) => {
      const { address, kind, timing, profile, per } = line;
      const years = scenario.time.years - startYears;
      if (kind !== "pays" || years < 2 || profile.byYear !== null) return [];
      if ("renewedYears" in timing && timing.renewedYears >= years)
        return [
          {
            address: `${address}.every`,
            what: `This is due every ${timing.renewedYears} years, so once in a run of ${years}.`,
            mend: "If it is for each year, write every: year; if for the start alone, write in: year 1.",
          },
        ];
      const words = wordsOfLine(line, scenario);
      const isYearly = "everyYears" in timing && timing.everyYears <= 1 && (profile.untilYears ?? years) > 1;
      const said = (isYearly ? once : yearly).exec(words)?.[0] ?? (isYearly || per !== "worker" ? undefined : "worker");
      if (said === undefined || !(isYearly || "atYears" in timing || "renewedYears" in timing)) return [];
      const often = "renewedYears" in timing ? `every ${timing.renewedYears} years` : "once";
      return [
        {
          address: `${address}.${"atYears" in timing ? "in" : "every"}`,
          what: `This is due ${isYearly ? "in every year" : often}, and its words say ${said}.`,
          mend: `If it is for ${isYearly ? "the start alone, write in: year 1" : "each year, write every: year"}.`,
        },
      ];
    }),
  );
