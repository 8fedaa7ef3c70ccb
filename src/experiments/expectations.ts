import { indexYear, uprate } from "../base/appraisal/prices.js";
import { checkGivenScenario } from "../base/problems/given.js";
import type { Book } from "../engine/book/book.js";
import { contactsOf, spendingOf } from "../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../engine/book/strategy-index.js";
import { runCentral } from "../engine/central.js";
import { centralValue } from "../quantity/central-value.js";
import type { Quantity } from "../quantity/expression.js";
import { publicValueOf } from "../results/money/public-value.js";
import { waitingAt } from "../results/people/waiting.js";
import { outcomesIn } from "../results/sums/compared.js";
import { yearsOf } from "../results/sums/model-years.js";
import { agenciesAt } from "../results/sums/parties.js";
import { strategyOrUsualNamed } from "../results/sums/strategies.js";
import { type Figure, figureOf, risesIn, type Sum } from "../results/sums/sums.js";
import type { Expectation } from "../scenario/expect.js";
import type { expectedFrom } from "../scenario/expected-figures.js";
import { pricesWith } from "../scenario/money/inflation.js";
import { withoutName } from "../scenario/names.js";
import type { Scenario } from "../scenario/scenario.js";

/** An expected result beside that of the central run. */
export interface ExpectationRow {
  /** Its name in the scenario. */
  readonly name: string;
  /** Which figure is expected, such as `net`, `pays` or `contacts`. */
  readonly what: Expectation["what"];
  /** The expected figure, in the unit of `what`: pounds, a ratio, or a number of contacts or outcomes. */
  readonly expected: number;
  /** Where it comes from: another publication, a second computation, or a sum by hand. */
  readonly from: (typeof expectedFrom)[number] | "not stated";
  /** The greatest difference from `expected` that holds. In the unit of `expected`. */
  readonly within: number;
  /** The figure of the central run. Null if a ratio has no costs, or no outcome is gained. */
  readonly found: number | null;
  /** True if `found` is `expected` ± `within`. */
  readonly holds: boolean;
  /** The source that it names. Empty if it names none. */
  readonly source: string;
}

/**
 * Compares the results that a scenario expects (`expect:`) with its central run. `who-saves check` prints
 * them. Sums are in present value over all years, or in undiscounted pounds of one year if `year` is given. `gross` is
 * avoided with every deadweight at 0, before what costs more. `bcr` is by net, `bcrAvoided` by netAvoided. `cost` and
 * `outcome` are those of a whole strategy or of `without`. `icer` is the cost of one more outcome than in `without`.
 * `cost` and `icer` count all that is avoided. `publicValue` and `netPublicValue` are those of the result
 * `publicValue`, after optimism bias; no other figure is after it.
 * @param scenario from `readScenario` or `defineScenario`
 * @returns one row per expectation; no rows if the scenario has none
 * @example expectations(fdac).every((row) => row.holds) // => true
 */
export const expectations = (scenario: Scenario): readonly ExpectationRow[] => {
  checkGivenScenario(scenario);
  const strategies = Object.keys(scenario.strategies);
  const book = runCentral(scenario, strategies);
  const gross = Object.values(scenario.expect).some(({ what }) => what === "gross")
    ? runCentral(withoutDeadweight(scenario), strategies)
    : book;
  return Object.entries(scenario.expect).map(([name, expectation]) => {
    const { what, equals, within, from, source = "" } = expectation;
    const found = resultOf(scenario, what === "gross" ? gross : book, expectation);
    return {
      name,
      what,
      expected: equals,
      from: from ?? (source === "" ? "not stated" : "published"),
      within,
      found,
      // Converting prices and back can change the last bits.
      holds: found !== null && Math.abs(found - equals) <= within + 1e-12 * Math.abs(equals),
      source,
    };
  });
};

/** The scenario with the deadweight of every effect and line set to 0. */
const withoutDeadweight = (scenario: Scenario): Scenario => ({
  ...scenario,
  interventions: Object.fromEntries(
    Object.entries(scenario.interventions).map(([name, intervention]) => {
      const { effects, lines } = intervention;
      return [name, { ...intervention, effects: effects.map(atNoDeadweight), lines: lines.map(atNoDeadweight) }];
    }),
  ),
});

const atNoDeadweight = <Part extends { readonly deadweight?: Quantity }>(part: Part): Part =>
  part.deadweight ? { ...part, deadweight: { ...part.deadweight, expression: 0 } } : part;

/** The figure of the central run for an expectation. */
const resultOf = (scenario: Scenario, book: Book, expectation: Expectation): number | null => {
  const { what, year, strategy, per, prices } = expectation;
  const strategies = Object.keys(scenario.strategies);
  const index = strategyOrUsualNamed(strategies, strategy ?? strategies.at(0) ?? withoutName);
  const agencies =
    expectation.agency === undefined ? agenciesAt(scenario, expectation.level ?? "public") : [expectation.agency];
  const sum = { agencies, ...(year === undefined ? {} : { year, money: "plain" as const }) };
  const figure = (name: Figure, only: Sum["only"] = () => true): number =>
    index === businessAsUsual ? 0 : figureOf(book, index, name, { ...sum, only })[0];
  const pounds = (amount: number): number => amount * priceFactor(scenario, prices);
  const people = peopleOf(scenario, per);
  switch (what) {
    case "waiting":
    case "gaveUp":
    case "turnedAway":
    case "monthsWaited":
    case "shareWithin": {
      const { figure: queueFigure, ...times } = waitingAt(scenario, book, index, {
        service: expectation.service ?? "",
        priority: expectation.priority === undefined ? null : String(expectation.priority),
      });
      const years = year === undefined ? yearsOf(scenario) : [year];
      return what === "monthsWaited" || what === "shareWithin" ? times[what](years) : queueFigure(what, years);
    }
    case "bcr":
      return ratioOf(figure("net"), figure("pays"));
    case "bcrAvoided":
      return ratioOf(figure("netAvoided"), figure("pays"));
    case "icer": {
      const gain =
        outcomeOf(scenario, book, index, expectation) - outcomeOf(scenario, book, businessAsUsual, expectation);
      return gain === 0 ? null : pounds(-figure("netAvoided") / gain);
    }
    case "outcome":
      return outcomeOf(scenario, book, index, expectation) / people;
    case "contacts":
      return contactsAverted(book, index, expectation) / people;
    case "gross":
      return pounds(figure("avoided", ({ address }) => !risesIn(scenario).has(address))) / people;
    case "cost":
      return pounds(spendingOf(book, agencies, sum)[0] - figure("netAvoided")) / people;
    case "publicValue":
    case "netPublicValue": {
      const parties = expectation.level === "society" ? [...agencies, "society"] : agencies;
      return pounds(publicValueOf(scenario, book, index, parties)[what][0]) / people;
    }
    default:
      return pounds(figure(what)) / people;
  }
};

/** Benefits over costs. Null if costs are not above 0. */
const ratioOf = (net: number, pays: number): number | null => (pays > 0 ? (net + pays) / pays : null);

/** The outcomes of a strategy or business as usual: undiscounted in one year, or in present value over all years. */
const outcomeOf = (
  { services }: Scenario,
  book: Book,
  strategy: StrategyIndex,
  { service, year }: Expectation,
): number => {
  const [outcome] = outcomesIn({ services }, service);
  if (outcome === undefined) return 0;
  return contactsOf(book, strategy, outcome.outcome, { year, money: year === undefined ? "present" : "plain" })[0];
};

const contactsAverted = (book: Book, strategy: StrategyIndex, { service = "", year }: Expectation): number => {
  const [usual, changed] = [businessAsUsual, strategy].map((each) => contactsOf(book, each, service, { year })[0]);
  return usual - changed;
};

const priceFactor = ({ money }: Scenario, prices: string | number | undefined): number => {
  if (prices === undefined || indexYear(String(prices)) === undefined) return 1;
  return uprate(1, { from: money.priceYear, to: String(prices), series: pricesWith(money.inflation) }) ?? 1;
};

/** How many people (or cases, homes) of a unit there are at the start. 1 if there is no unit or none of them. */
const peopleOf = ({ cohorts, quantities }: Scenario, per: string | undefined): number => {
  if (per === undefined) return 1;
  const counted = Object.values(cohorts).filter(({ unit }) => unit.one === per);
  return counted.reduce((sum, { size }) => sum + centralValue(size.expression, quantities), 0) || 1;
};
