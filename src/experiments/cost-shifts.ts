import { addProduct } from "../base/kernels.js";
import { shapleyValues } from "../base/shapley.js";
import { mean, quantile, sorted } from "../base/statistics.js";
import { type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { figureOf, figuresOf } from "../results/sums.js";
import { isUpperBound } from "../results/upper-bounds.js";
import type { Scenario } from "../scenario/scenario.js";

/** What one agency's payments saved another: pounds in present value, over all years. */
export interface CostShiftRow {
  readonly strategy: string;
  readonly payer: string;
  readonly saver: string;
  /** A saving, or a `burden` where the payment made another's costs rise. */
  readonly kind: "saving" | "burden";
  /** The mean of the draws; less than 0 for a burden. */
  readonly pounds: number;
  readonly poundsP5: number;
  readonly poundsP95: number;
  /** `exact`; or `pot` where more than four interventions were paid in different shares, and savings are divided as the whole cost is. */
  readonly method: "exact" | "pot";
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/** The payer of what costs nothing. */
export const nobody = "nobody";

const mostForShapley = 4;

/**
 * Whose payment produced whose saving. Each intervention's part of an agency's saving is its Shapley value (Shapley 1953): its addition to the
 * saving, averaged over all orders in which a strategy's interventions might have come; it is credited to those who pay for it as they share its cost.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options as for `simulate`; with several interventions the scenario is run for each set of them
 * @returns a row a payer and saver; the rows of a saver sum to its avoided + cheaper in `whoSaves`
 * @throws ScenarioError as `simulate`
 * @example costShifts(gritting, { draws: 256 }).map((row) => `${row.payer} -> ${row.saver}`)[0] // => "hospital -> ambulance"
 */
export const costShifts = (scenario: Scenario, options: SimulateOptions = {}): readonly CostShiftRow[] => {
  const strategies = options.strategies ?? Object.keys(scenario.strategies);
  const simulation = simulate(scenario, { ...options, strategies });
  return strategies.flatMap((strategy, index) => shiftsOf(simulation, strategy, index, options));
};

const shiftsOf = (
  simulation: Simulation,
  strategy: string,
  index: number,
  options: SimulateOptions,
): readonly CostShiftRow[] => {
  const { scenario } = simulation;
  const players = [...scenario.strategies[strategy].of].sort();
  const costs = players.map((player) => costsOf(simulation, index, player));
  // Where all interventions are paid in the same shares, whose saving is whose does not matter, and needs no further runs.
  const apart = players.length > 1 && !sameShares(costs);
  const method = apart && players.length > mostForShapley ? "pot" : "exact";
  const each = apart && method === "exact";
  const parts = each ? shapleyParts(simulation, strategy, players, options) : [savingsOf(simulation, index)];
  const shares = each ? costs.map(sharesOf) : [sharesOf(potOf(costs))];
  const draws = simulation.drawn.draws;
  return [...new Set(shares.flatMap((share) => [...share.keys()]))].sort().flatMap((payer) =>
    Object.keys(scenario.agencies).flatMap((saver): readonly CostShiftRow[] => {
      const shifted = new Float64Array(draws);
      for (const [part, share] of shares.entries()) {
        const paid = share.get(payer);
        if (paid) addProduct(shifted, 1, paid, parts[part].get(saver) as Float64Array);
      }
      if (shifted.every((pounds) => pounds === 0)) return [];
      const ascending = sorted(shifted);
      const pounds = mean(shifted);
      return [
        {
          strategy,
          payer,
          saver,
          kind: pounds < 0 ? "burden" : "saving",
          pounds,
          poundsP5: quantile(ascending, 0.05),
          poundsP95: quantile(ascending, 0.95),
          method,
          upperBound: isUpperBound(scenario, strategy),
        },
      ];
    }),
  );
};

type ByAgency = ReadonlyMap<string, Float64Array>;

/** What each agency saves (cash, idle and cheaper) under a strategy, by draw. */
const savingsOf = ({ scenario, drawn }: Simulation, strategy: number): ByAgency =>
  new Map(
    Object.keys(scenario.agencies).map((agency) => {
      const figure = figuresOf(drawn, strategy, { agencies: [agency] });
      const pays = figure("pays");
      return [agency, figure("net").map((pounds, draw) => pounds + pays[draw])];
    }),
  );

/** What each agency pays for one intervention, by draw. */
const costsOf = ({ scenario, drawn }: Simulation, strategy: number, intervention: string): ByAgency =>
  new Map(
    Object.keys(scenario.agencies).map((agency) => [
      agency,
      figureOf(drawn, strategy, "pays", {
        agencies: [agency],
        only: ({ address }) => address.startsWith(`interventions.${intervention}.`),
      }),
    ]),
  );

const potOf = (costs: readonly ByAgency[]): ByAgency =>
  new Map(
    [...(costs[0]?.keys() ?? [])].map((agency) => [
      agency,
      (costs[0].get(agency) as Float64Array).map((_, draw) =>
        costs.reduce((sum, each) => sum + (each.get(agency) as Float64Array)[draw], 0),
      ),
    ]),
  );

/** The shares in which agencies pay; nobody pays for what costs nothing. */
const sharesOf = (costs: ByAgency): ByAgency => {
  const [first] = costs.values();
  const total = first.map((_, draw) => [...costs.values()].reduce((sum, each) => sum + each[draw], 0));
  const shares = [...costs]
    .filter(([, pounds]) => pounds.some((each) => each !== 0))
    .map(
      ([agency, pounds]) => [agency, pounds.map((each, draw) => (total[draw] === 0 ? 0 : each / total[draw]))] as const,
    );
  const unpaid = total.map((pounds) => (pounds === 0 ? 1 : 0));
  return new Map([...shares, ...(unpaid.some((share) => share > 0) ? [[nobody, unpaid] as const] : [])]);
};

const sameShares = (costs: readonly ByAgency[]): boolean => {
  const [first, ...others] = costs.map(sharesOf);
  return others.every(
    (shares) =>
      shares.size === first.size &&
      [...shares].every(([agency, share]) =>
        first.get(agency)?.every((each, draw) => Math.abs(each - share[draw]) < 1e-12),
      ),
  );
};

/** The Shapley value of each intervention for each agency's saving, from a run of every set of them on the same draws. */
const shapleyParts = (
  { scenario, settings }: Simulation,
  strategy: string,
  players: readonly string[],
  { signal }: SimulateOptions,
): readonly ByAgency[] => {
  const { overlap } = scenario.strategies[strategy];
  const names = Array.from({ length: 2 ** players.length }, (_, set) => `set ${set}`);
  const sets = names.map(
    (name, set) => [name, { of: players.filter((_, player) => (set >> player) & 1), overlap }] as const,
  );
  const { draws, seed } = settings;
  const run = simulate(
    { ...scenario, strategies: Object.fromEntries(sets) },
    { draws, seed, strategies: names, ...(signal ? { signal } : {}) },
  );
  const savings = names.map((_, set) => savingsOf(run, set));
  const values = Object.keys(scenario.agencies).map(
    (agency) =>
      [
        agency,
        shapleyValues(
          players.length,
          savings.map((each) => each.get(agency) as Float64Array),
        ),
      ] as const,
  );
  return players.map((_, player) => new Map(values.map(([agency, value]) => [agency, value[player]])));
};
