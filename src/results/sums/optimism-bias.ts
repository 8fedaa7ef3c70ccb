import { largestOf } from "../../base/mathematics/largest.js";
import type { Book } from "../../engine/book/book.js";
import { exitAddress } from "../../engine/book/entries.js";
import { entryValue, modelYearsOf } from "../../engine/book/read-book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import { type Graded, gradesOfAmounts, gradesOfEffects, statedGrade } from "../../scenario/money/grades.js";
import type { Layer } from "../../scenario/money/layer.js";
import type { OptimismBias } from "../../scenario/money/optimism-bias.js";
import type { Scenario } from "../../scenario/scenario.js";

/**
 * Shares (0 or more) by which optimism bias raises the costs of a line, and cuts the benefits of an agency in a layer
 * or those of an outcome.
 */
export interface Corrections {
  readonly ofCost: (agency: string, address: string) => number;
  readonly ofBenefits: (agency: string, layer: Layer) => number;
  readonly ofOutcome: (service: string) => number;
}

/** No corrections. */
export const uncorrected: Corrections = { ofCost: () => 0, ofBenefits: () => 0, ofOutcome: () => 0 };

/**
 * The corrections of a strategy by the grades of its evidence. A line of costs takes the grade of its pounds. An
 * agency's benefits take the grades of its lines of money and of the unit costs of services that change. If a service
 * changes, they also take the grades of all effects of the strategy's interventions.
 */
export const correctionsOf = (scenario: Scenario, book: Book, strategy: number): Corrections => {
  const { money, strategies, interventions, services, demand, quantities } = scenario;
  const bias = money.optimismBias;
  if (bias === null) return uncorrected;
  // A run may leave strategies out, so the book knows which one this is.
  const name = book.activity.plain.axes[0].labels[strategy + 1];
  const names = strategies[name].of;
  const lines = names.flatMap((name) => interventions[name].lines);
  const toService = (name: string): readonly Graded[] =>
    Object.values(demand).flatMap(({ to, contacts }) => (to === name ? statedGrade(contacts) : []));
  return {
    ofCost: (agency, address) => {
      const exits = Object.entries(services).flatMap(([name, { closing }]) =>
        exitAddress(name) === address ? (closing?.exitCosts ?? []) : [],
      );
      const paid = lines.flatMap((line) => (line.address === address ? line.amounts : []));
      return correctionBy(bias, "costs", gradesOfAmounts([...exits, ...paid], agency, quantities));
    },
    ofBenefits: (agency, layer) => {
      const changed = Object.entries(services).filter(
        ([name, service]) => service.layer === layer && isActive(book, strategy, agency, `services.${name}`),
      );
      const money = lines.filter(
        (line) => line.layer === layer && (line.kind === "saves" || line.kind === "costsMore"),
      );
      return correctionBy(bias, "benefits", [
        ...(changed.length > 0 ? gradesOfEffects(scenario, names) : []),
        ...changed.flatMap(([name, { costs }]) => [...gradesOfAmounts(costs, agency, quantities), ...toService(name)]),
        ...money.flatMap(({ amounts, deadweight }) => {
          const own = gradesOfAmounts(amounts, agency, quantities);
          return own.length > 0 ? [...own, ...statedGrade(deadweight)] : [];
        }),
      ]);
    },
    ofOutcome: (service) =>
      correctionBy(bias, "benefits", [...gradesOfEffects(scenario, names), ...toService(service)]),
  };
};

/** True if an agency's avoided or cheaper entry at an address is not 0 in some draw. */
const isActive = (book: Book, strategy: StrategyIndex, agency: string, address: string): boolean =>
  book.entries.some(
    (entry) =>
      entry.agency === agency &&
      entry.address === address &&
      (entry.kind === "avoided" || entry.kind === "cheaper") &&
      modelYearsOf(book).some((year) =>
        entryValue(book, strategy, entry, { year, money: "plain" }).some((pounds) => pounds !== 0),
      ),
  );

/** The correction for several grades together. A number without a grade counts as the worst. */
const correctionBy = (bias: OptimismBias, side: "costs" | "benefits", graded: readonly Graded[]): number => {
  const shares = graded.map(({ grade }) => bias[side][(grade ?? 6) - 1]);
  if (shares.length === 0) return 0;
  return bias.combine === "worst" ? largestOf(shares) : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};
