import { type CashRow, cash } from "../../results/cash.js";
import { count } from "../numbers.js";
import { type MakePage, rowsPage } from "../output.js";

const page = rowsPage<CashRow>(
  {
    strategy: ["strategy", "text", 0.5],
    agency: ["agency", "text", 0.5],
    service: ["service", "text", 0.5],
    year: ["year", "year", 3],
    label: ["from", "text"],
    avoided: ["avoided", "roundedPounds"],
    cash: ["cash", "roundedPounds"],
    idle: ["idle", "roundedPounds"],
    backfilled: ["filled", "roundedPounds"],
    stepsShut: ["steps shut", "count", 2],
    exitCost: ["exit cost", "roundedPounds", 2],
    rationed: ["rationed", "count", 2],
    stops: ["what stops", "text", 1],
    upperBound: ["upper bound", "mark", 14],
  },
  cash,
);

/** The table, and below it what stops by the last year, a sentence a service. */
export const cashPage: MakePage = (simulation, options) => {
  const rows = cash(simulation).filter(({ year }) => year === simulation.scenario.time.years);
  const several = simulation.settings.strategies.length > 1;
  const sentences = rows.map(
    ({ strategy, service, stops, rationed }) =>
      `${several ? `${strategy}, ` : ""}${service}: what stops is ${stops}.${rationedText(rationed)}`,
  );
  const made = page(simulation, options);
  return { ...made, after: [...made.after, ...new Set(sentences)] };
};

const rationedText = (contacts: number): string =>
  contacts < 0.5 ? "" : ` ${count(contacts)} are turned away for want of money.`;
