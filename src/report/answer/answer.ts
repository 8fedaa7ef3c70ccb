import type { Simulation } from "../../engine/simulate.js";
import type { Scenario } from "../../scenario/scenario.js";
import { bestOf, type NamedStrategy } from "../finding/several-strategies.js";
import { namedStrategies, whoSavesFinding } from "../finding/who-saves.js";
import type { Page } from "../table.js";
import { driverSentences } from "./drivers.js";
import { answerNotes } from "./notes.js";
import { partiesByStrategy, partyTable, strategyTable } from "./rows.js";
import { usualPage } from "./usual.js";

/** The first screen: the finding, a row for every agency and every strategy, what drives it, and the limits. */
export const answerPage = (simulation: Simulation): Page => {
  if (simulation.settings.strategies.length === 0) return usualPage(simulation);
  const strategies = rowsOfMoney(namedStrategies(simulation), simulation.scenario);
  const shown = strategyShown(strategies);
  return {
    finding: whoSavesFinding(simulation, strategies),
    before: [],
    ...tablesOf(strategies),
    after: driverSentences(simulation, shown, strategies.length > 1),
    notes: answerNotes(simulation, strategies, shown),
  };
};

/** The strategy whose drivers and doubts the answer states: the only one, the best, or the first of readings alone. */
export const strategyShown = (strategies: readonly NamedStrategy[]): NamedStrategy =>
  strategies.length === 1 ? strategies[0] : (bestOf(strategies) ?? strategies[0]);

/** The rows without private agencies of which no strategy moves money, such as families whose time is social money. */
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
