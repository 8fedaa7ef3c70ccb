import { mean } from "../../base/statistics.js";
import { spendingOf } from "../../engine/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { partiesOf } from "../../results/parties.js";
import { percentilesOf } from "../../results/percentiles.js";
import { contextOf } from "../context.js";
import { roundedPounds } from "../numbers.js";
import { type Page, tableOf } from "../table.js";
import { noStrategy, numberWord } from "../words.js";
import { capital } from "./sentences.js";

/** What an agency or a level spends in business as usual, in pounds of present value over all years. */
interface UsualRow {
  readonly name: string;
  readonly spends: number;
  readonly spendsP5: number;
  readonly spendsP95: number;
}

/** The outputs with rows about business as usual alone. */
const usualOutputs = "activity,people,outcomes,cost-effectiveness,assumptions";

/** The answer of a scenario without a strategy: what each agency spends in business as usual. */
export const usualPage = (
  simulation: Simulation,
  { title, question }: { readonly title: string; readonly question: readonly string[] },
): Page => {
  const { scenario, drawn } = simulation;
  const rows = partiesOf(scenario).map(({ name, agencies }): UsualRow => {
    const spending = spendingOf(drawn, agencies);
    const { p5, p95 } = percentilesOf(spending);
    return { name, spends: mean(spending), spendsP5: p5, spendsP95: p95 };
  });
  const { spends } = rows[rows.length - 1];
  const { years } = scenario.time;
  const over = years === 1 ? "one year" : `${numberWord(years)} years`;
  return {
    title,
    before: [...question, contextOf(simulation)],
    table: tableOf(
      {
        name: ["", "text"],
        spends: ["spends", "roundedPounds"],
        spendsP5: ["5th", "roundedPounds"],
        spendsP95: ["95th", "roundedPounds"],
      },
      rows,
    ),
    after: [
      `Business as usual: all agencies together would spend ${roundedPounds(spends)} on services over ${over}.`,
      `${capital(noStrategy)}. More of business as usual: --show ${usualOutputs}.`,
    ],
  };
};
