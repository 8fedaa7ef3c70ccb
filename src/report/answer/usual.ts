import { mean } from "../../base/statistics.js";
import { spendingOf } from "../../engine/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { partiesOf } from "../../results/parties.js";
import { percentilesOf } from "../../results/percentiles.js";
import { capital, withinYears } from "../finding/words.js";
import { roundedPounds } from "../numbers.js";
import { type Page, tableOf } from "../table.js";
import { noStrategy } from "../words.js";

/** What an agency or a level spends in business as usual, in pounds of present value over all years. */
interface UsualRow {
  readonly name: string;
  readonly spends: number;
  readonly spendsP5: number;
  readonly spendsP95: number;
}

/** The outputs with rows about business as usual alone. */
const usualOutputs = "`place-count`, `activity`, `people`, `outcomes`, `cost-effectiveness` and `assumptions`";

/** The answer of a scenario without a strategy: what each agency spends in business as usual. */
export const usualPage = (simulation: Simulation): Page => {
  const { scenario, drawn } = simulation;
  const rows = partiesOf(scenario).map(({ name, agencies }): UsualRow => {
    const spending = spendingOf(drawn, agencies);
    const { p5, p95 } = percentilesOf(spending);
    return { name, spends: mean(spending), spendsP5: p5, spendsP95: p95 };
  });
  const { spends } = rows[rows.length - 1];
  const { years } = scenario.time;
  return {
    finding: [
      `Business as usual: all agencies would spend ${roundedPounds(spends)} on services ${withinYears(years)}.`,
    ],
    before: [],
    table: tableOf(
      {
        name: ["", "text"],
        spends: ["spends", "roundedPounds"],
        spendsP5: ["5th", "roundedPounds"],
        spendsP95: ["95th", "roundedPounds"],
      },
      rows,
    ),
    after: [`${capital(noStrategy)}. More of business as usual is in the outputs ${usualOutputs}.`],
  };
};
