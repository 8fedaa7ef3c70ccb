import { drawsAt } from "../base/cube.js";
import { indexYear, uprate } from "../base/prices.js";
import { deflators } from "../data/deflators.js";
import type { Book } from "../engine/book.js";
import { runCentral } from "../engine/central.js";
import { plainValue } from "../quantity/read.js";
import { agenciesAt, type Figure, figureOf } from "../results/figures.js";
import type { Expectation } from "../scenario/expect.js";
import { mapQuantities } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";

/** A published result beside what the central run gives. */
export interface ExpectationRow {
  readonly name: string;
  readonly what: Expectation["what"];
  readonly published: number;
  readonly within: number;
  /** What the central run gives; null where a ratio has no costs. */
  readonly found: number | null;
  readonly holds: boolean;
  readonly source: string;
}

/**
 * Tests the published results a scenario expects (`expect:`) against its central run. What `who-saves check` prints.
 * Sums are in present value over all years, or plain pounds of one year where `year` is given; `gross` is avoided with every deadweight at 0.
 * @param scenario from `readScenario` or `defineScenario`
 * @returns a row an expectation
 * @example expectations(fdac).every((row) => row.holds) // => true
 */
export const expectations = (scenario: Scenario): readonly ExpectationRow[] => {
  const strategies = Object.keys(scenario.strategies);
  const book = runCentral(scenario, strategies);
  const gross = Object.values(scenario.expect).some(({ what }) => what === "gross")
    ? runCentral(withoutDeadweight(scenario), strategies)
    : book;
  return Object.entries(scenario.expect).map(([name, expectation]) => {
    const { what, equals, within, source = "" } = expectation;
    const found = foundOf(scenario, what === "gross" ? gross : book, expectation);
    return {
      name,
      what,
      published: equals,
      within,
      found,
      holds: found !== null && Math.abs(found - equals) <= within,
      source,
    };
  });
};

const withoutDeadweight = (scenario: Scenario): Scenario =>
  mapQuantities(scenario, (quantity) =>
    quantity.address.endsWith(".deadweight") ? { ...quantity, expression: 0 } : quantity,
  );

const foundOf = (scenario: Scenario, book: Book, expectation: Expectation): number | null => {
  const { what, year, strategy, per, prices } = expectation;
  const index = strategy === undefined ? 0 : Object.keys(scenario.strategies).indexOf(strategy);
  const agencies =
    expectation.agency === undefined ? agenciesAt(scenario, expectation.level ?? "public") : [expectation.agency];
  const figure = (name: Figure): number =>
    figureOf(book, index, name, { agencies, ...(year === undefined ? {} : { year, money: "plain" as const }) })[0];
  if (what === "bcr") return figure("pays") > 0 ? (figure("net") + figure("pays")) / figure("pays") : null;
  const found =
    what === "contacts"
      ? contactsAverted(scenario, book, index, expectation)
      : figure(what === "gross" ? "avoided" : what);
  return (found * (what === "contacts" ? 1 : priceFactor(scenario, prices))) / peopleOf(scenario, per);
};

const contactsAverted = (
  scenario: Scenario,
  { activity }: Book,
  strategy: number,
  { service = "", year }: Expectation,
): number => {
  const at = Object.keys(scenario.services).indexOf(service);
  const years = year === undefined ? activity.axes[2].labels.map((_, index) => index) : [year - 1];
  return years.reduce(
    (sum, each) => sum + drawsAt(activity, 0, at, each)[0] - drawsAt(activity, strategy + 1, at, each)[0],
    0,
  );
};

const priceFactor = ({ money }: Scenario, prices: string | number | undefined): number => {
  if (prices === undefined || indexYear(String(prices)) === undefined) return 1;
  return uprate(1, { from: money.priceYear, to: String(prices), series: deflators["hm-treasury-2025"] }) ?? 1;
};

const peopleOf = ({ cohorts }: Scenario, per: string | undefined): number => {
  if (per === undefined) return 1;
  const counted = Object.values(cohorts).filter(({ unit }) => unit === per);
  return counted.reduce((sum, { size }) => sum + (plainValue(size) ?? 0), 0) || 1;
};
