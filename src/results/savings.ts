import { mean } from "../base/statistics.js";
import type { AccountEntry } from "../engine/entries.js";
import type { Simulation } from "../engine/simulate.js";
import type { Expression, Quantity } from "../quantity/quantity.js";
import type { Layer } from "../scenario/layer.js";
import type { Borne } from "../scenario/money/amount.js";
import type { Scenario } from "../scenario/scenario.js";
import { strategyNamed } from "./strategies.js";
import { figuresOf } from "./sums.js";

/** Why a reader might doubt a number: what is known against the unit cost it is. */
export const doubtsIn = ({ sources }: Scenario, { source = "" }: Quantity): readonly string[] =>
  Object.hasOwn(sources, source) ? (sources[source].doubts ?? []) : [];

/** What is saved under a strategy, in present value and of every layer, by the number of pounds that prices it; what rises elsewhere counts as much. */
const savingsOf = ({ scenario, drawn }: Simulation, strategy: number): readonly (readonly [Quantity, number])[] => {
  const priced = (
    { agency, pounds }: Borne,
    layer: Layer,
    address: string,
  ): readonly (readonly [Quantity, number])[] => {
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
        kind === "pays" ? [] : amounts.flatMap((amount) => priced(amount, layer, address)),
      ),
    ),
  ];
};

/** The number that prices an amount: itself, or that of one outcome where it is a product with how many there are. */
const priceIn = (quantity: Quantity): Quantity => {
  const inner = quantity.unit === "£" ? undefined : poundsIn(quantity.expression);
  return inner ?? quantity;
};

const poundsIn = (expression: Expression): Quantity | undefined => {
  if (typeof expression !== "object") return undefined;
  if ("quantity" in expression) return expression.quantity.unit === "£" ? expression.quantity : undefined;
  return "apply" in expression ? expression.to.map(poundsIn).find((found) => found !== undefined) : undefined;
};

/** The share of what a strategy saves (the first, unless said) that is priced at each number of pounds, by its address. */
export const sharesOfSavings = (
  simulation: Simulation,
  { strategy }: { readonly strategy?: string } = {},
): ReadonlyMap<string, number> => {
  const { strategies } = simulation.settings;
  if (strategies.length === 0) return new Map();
  const savings = savingsOf(simulation, strategyNamed(strategies, strategy ?? strategies[0]));
  const all = savings.reduce((sum, [, saved]) => sum + saved, 0);
  const shares = new Map<string, number>();
  for (const [{ address }, saved] of savings) shares.set(address, (shares.get(address) ?? 0) + saved / all);
  return shares;
};

/** The share of what a strategy saves that is priced at unit costs a reader might doubt. */
export const doubtedShare = (simulation: Simulation, strategy: string): number => {
  const savings = savingsOf(simulation, strategyNamed(simulation.settings.strategies, strategy));
  const sum = (found: typeof savings): number => found.reduce((total, [, saved]) => total + saved, 0);
  const doubted = sum(savings.filter(([price]) => doubtsIn(simulation.scenario, price).length > 0));
  return doubted === 0 ? 0 : doubted / sum(savings);
};
