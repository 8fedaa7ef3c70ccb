import { mean } from "../../base/mathematics/statistics.js";
import { spendingOf } from "../../engine/book/read-book.js";
import type { Simulation } from "../../engine/simulate.js";
import { isSummed } from "../../results/sums/draws-reader.js";
import { partiesOf } from "../../results/sums/parties.js";
import { percentilesOf } from "../../results/sums/percentiles.js";
import { assumptions } from "../../results/why/assumptions.js";
import { firstCapital } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { bestOf, type NamedStrategy, widestOf } from "../finding/several-strategies.js";
import { namedStrategies, whoSavesFinding } from "../finding/who-saves.js";
import { textAfterName, withinYears } from "../finding/words.js";
import { roundedPounds, shareText, writtenText } from "../numbers.js";
import type { Output } from "../output.js";
import { type Page, tableOf } from "../table.js";
import { noStrategy, oneLine } from "../words.js";
import { answerNotes } from "./notes.js";
import { partiesByStrategy, partyTable, strategyTable } from "./rows.js";

/** The first screen: the finding, a row for every agency and every strategy, what drives it, and the limits. */
export const answerPage = (simulation: Simulation): Page => {
  if (simulation.settings.strategies.length === 0) return usualPage(simulation);
  const strategies = rowsOfMoney(namedStrategies(simulation), simulation.scenario);
  const shown = strategyShown(strategies);
  return {
    finding: whoSavesFinding(simulation, strategies),
    before: [],
    ...tablesOf(strategies),
    after: isSummed(simulation.drawn) ? [] : driverSentences(simulation, shown, strategies.length > 1),
    notes: answerNotes(simulation, strategies, shown),
  };
};

/** The strategy whose drivers and doubts the answer states: the only one, the best, or the first of readings alone. */
export const strategyShown = (strategies: readonly NamedStrategy[]): NamedStrategy =>
  strategies.length === 1 ? strategies[0] : (bestOf(strategies) ?? strategies[0]);

/** The rows without private agencies whose money no strategy moves, such as families whose time is social money. */
export const rowsOfMoney = (strategies: readonly NamedStrategy[], { agencies }: Scenario): readonly NamedStrategy[] => {
  const isIdle = (at: number): boolean =>
    strategies.every(({ rows }) => {
      const { agency, pays, avoided, cheaper, transfers } = rows[at];
      return (
        agencies[agency]?.kind === "private" && [pays, avoided, cheaper, transfers].every((pounds) => pounds === 0)
      );
    });
  return strategies.map((strategy) => ({ ...strategy, rows: strategy.rows.filter((_, at) => !isIdle(at)) }));
};

/** One strategy: a row for each party. Several: a row for each strategy, then the net of each party under each. */
export const tablesOf = (strategies: readonly NamedStrategy[]): Pick<Page, "heading" | "table" | "further"> => {
  const [{ rows }] = strategies;
  if (strategies.length === 1) return { table: partyTable(rows) };
  const { name } = rows[rows.length - 1];
  const further = [{ heading: "Net by agency", table: partiesByStrategy(strategies) }];
  return {
    heading: `${name}, by strategy`,
    table: strategyTable(strategies),
    further: rows.filter(({ level }) => level === "agency").length === 1 ? [] : further,
  };
};

/** Fewer draws do not show which number explains how much. */
const fewestDraws = 256;

/** The three numbers that explain most of the range of a strategy at its widest level, a line each. */
const driverSentences = (
  simulation: Simulation,
  strategy: NamedStrategy,
  isOneOfSeveral: boolean,
): readonly string[] => {
  const { level, netP5 } = widestOf(strategy);
  if (netP5 === null) return [];
  if (simulation.settings.draws < fewestDraws)
    return [`It takes ${fewestDraws} draws or more to show what the range depends on.`];
  const of = (at: number): string =>
    !isOneOfSeveral ? "the range" : at === 0 ? `the range of ${strategy.name}` : "it";
  const drivers = assumptions(simulation, { strategy: strategy.key, of: level })
    .filter(({ shareOfSpread }) => shareOfSpread >= 0.005)
    .slice(0, 3)
    .map(({ address, label, written, status, shareOfSpread }, at) => {
      const mark = status === "assumption" ? ", an assumption" : "";
      const what = isOneOfSeveral ? textAfterName(label, strategy.name) : label;
      const number = `${what}, ${writtenText(oneLine(written))}${mark} (\`${address}\`)`;
      return `${shareText(shareOfSpread)} of ${of(at)}: ${number}`;
    });
  return drivers.length > 0 ? drivers : ["No one number explains the range."];
};

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
const usualPage = (simulation: Simulation): Page => {
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
    after: [`${firstCapital(noStrategy)}. More of business as usual is in the outputs ${usualOutputs}.`],
  };
};

export const answerOutput: Output = {
  title: "The answer",
  answers: "Who pays, who saves, the total, the chance, and what it depends on: one screen.",
  takes: [],
  isSummable: true,
  columns: [],
  page: answerPage,
};
