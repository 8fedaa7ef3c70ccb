import type { Simulation } from "../../engine/simulate.js";
import { type CashRow, cash } from "../../results/cash.js";
import { count } from "../numbers.js";
import { output } from "../output.js";

export const cashOutput = output<CashRow>({
  title: "Cash",
  answers: "What stops in each year, and how much of a saving is cash, idle capacity, or capacity that others fill.",
  columns: {
    strategy: ["strategy", "text", 0.5],
    agency: ["agency", "text", 0.5],
    service: ["service", "text", 0.5],
    year: ["year", "year", 3],
    label: ["from", "text"],
    avoided: ["avoided", "roundedPounds"],
    cash: ["cash", "roundedPounds"],
    idle: ["idle", "roundedPounds"],
    backfilled: ["backfilled", "roundedPounds"],
    stepsShut: ["steps shut", "count", 2],
    exitCost: ["exit cost", "roundedPounds", 2],
    rationed: ["rationed", "count", 2],
    stops: ["what stops", "text", 1],
    upperBound: ["upper bound", "mark", 14],
  },
  rows: cash,
  after: (rows, simulation) => stopsText(rows, simulation),
});

/** What stops by the last year: a sentence per service. */
const stopsText = (rows: readonly CashRow[], { scenario, settings }: Simulation): readonly string[] => {
  const several = settings.strategies.length > 1;
  const sentences = rows
    .filter(({ year }) => year === scenario.time.years)
    .map(({ strategy, service, stops, rationed }) => {
      const whose = several ? `${scenario.strategies[strategy].name}, ` : "";
      const name = scenario.services[service]?.name ?? service;
      return `${whose}${name}: what stops is ${stops}.${rationedText(rationed)}`;
    });
  return [...new Set(sentences)];
};

const rationedText = (contacts: number): string =>
  contacts < 0.5 ? "" : ` ${count(contacts)} are turned away for want of money.`;
