import { mean, sum } from "../../base/mathematics/statistics.js";
import { unreachable } from "../../base/records.js";
import type { AccountEntry } from "../../engine/book/entries.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Expression, Quantity } from "../../quantity/expression.js";
import type { PayerAmount } from "../../scenario/money/amount.js";
import type { Layer } from "../../scenario/money/layer.js";
import type { Scenario } from "../../scenario/scenario.js";
import { strategyAsked, strategyNamed } from "../sums/strategies.js";
import { figuresOf } from "../sums/sums.js";

/** Why a reader might doubt a number: the doubts of its source. */
export const doubtsIn = ({ sources }: Scenario, { source = "" }: Quantity): readonly string[] =>
  Object.hasOwn(sources, source) ? (sources[source].doubts ?? []) : [];

/** A number that prices something, and the pounds saved at that price. */
type Saving = readonly [price: Quantity, saved: number];

/**
 * The savings of a strategy (its index in the book) by the number that prices them: pounds in present value, of every
 * layer. Costs that rise count as savings do, without their sign.
 */
const savingsOf = ({ scenario, drawn }: Simulation, strategy: number): readonly Saving[] => {
  const priced = ({ agency, pounds }: PayerAmount, layer: Layer, address: string): readonly Saving[] => {
    const only = (entry: AccountEntry): boolean => entry.address === address;
    const figure = figuresOf(drawn, strategy, { agencies: [agency], layer, only });
    const saved = Math.abs(mean(figure("avoided")) + mean(figure("cheaper")));
    return saved === 0 ? [] : [[priceIn(pounds), saved]];
  };
  const { services, interventions } = scenario;
  return [
    ...Object.entries(services).flatMap(([name, { costs, layer }]) =>
      costs.flatMap((cost) => priced(cost, layer, `services.${name}`)),
    ),
    ...Object.values(interventions).flatMap(({ lines }) =>
      lines.flatMap(({ kind, layer, address, amounts }) =>
        kind === "pays" || kind === "grants" ? [] : amounts.flatMap((amount) => priced(amount, layer, address)),
      ),
    ),
  ];
};

/** The number that prices an amount: the amount itself, or the price in a product of a price and a count. */
const priceIn = (quantity: Quantity): Quantity => {
  const inner = quantity.unit === "£" ? undefined : poundsIn(quantity.expression);
  return inner ?? quantity;
};

const poundsIn = (expression: Expression): Quantity | undefined => {
  if (typeof expression === "number") return undefined;
  switch (expression.kind) {
    case "quantity":
      return expression.quantity.unit === "£" ? expression.quantity : undefined;
    case "apply":
      return expression.to.map(poundsIn).find((price) => price !== undefined);
    case "name":
    case "last":
    case "range":
    case "split":
    case "row":
    case "trace":
    case "steps":
      return undefined;
    default:
      return unreachable(expression);
  }
};

/** The share of a strategy's savings (0 to 1) that each number prices, by its address. Default: the first strategy. */
export const sharesOfSavings = (
  simulation: Simulation,
  { strategy }: { readonly strategy?: string } = {},
): ReadonlyMap<string, number> => {
  const chosen = strategyAsked(simulation, strategy);
  const savings = chosen === undefined ? [] : savingsOf(simulation, chosen.index);
  const all = totalOf(savings);
  const shares = new Map<string, number>();
  for (const [{ address }, saved] of savings) shares.set(address, (shares.get(address) ?? 0) + saved / all);
  return shares;
};

/** The share of a strategy's savings (0 to 1) whose unit costs a reader might doubt. */
export const doubtedShare = (simulation: Simulation, strategy: string): number => {
  const savings = savingsOf(simulation, strategyNamed(simulation.settings.strategies, strategy));
  const doubted = totalOf(savings.filter(([price]) => doubtsIn(simulation.scenario, price).length > 0));
  return doubted === 0 ? 0 : doubted / totalOf(savings);
};

const totalOf = (savings: readonly Saving[]): number => sum(savings.map(([, saved]) => saved));
