import { addProduct } from "../base/columns/kernels.js";
import { power } from "../base/mathematics/power.js";
import { mean, sum } from "../base/mathematics/statistics.js";
import { checkGivenScenario } from "../base/problems/given.js";
import { must } from "../base/records.js";
import { shapleyValues } from "../base/shapley.js";
import { type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { netsOf } from "../results/sums/nets.js";
import { type AgencyOrBody, agenciesAndBodies } from "../results/sums/parties.js";
import { percentilesOf } from "../results/sums/percentiles.js";
import { figureOf } from "../results/sums/sums.js";
import { isUpperBound, type StrategyRow } from "../results/sums/upper-bounds.js";
import type { Names } from "../scenario/define/names.js";
import type { Scenario } from "../scenario/scenario.js";

/** What payments of one agency or body saved another: pounds in present value, over all years. */
export interface CostShiftRow<N extends Names = Names> extends StrategyRow<N> {
  /** `body` if the payer or the saver is a body, so that the row sums others. */
  readonly level: AgencyOrBody["level"];
  /** The agency that pays for the interventions, or a body by its name. `nobody` if they cost nothing. */
  readonly payer: N["agency"] | N["body"] | "nobody";
  /** The agency that saves, or a body by its name. */
  readonly saver: N["agency"] | N["body"];
  /** `saving`, or `burden` if the payment raised the other's costs. */
  readonly kind: "saving" | "burden";
  /** The mean over the draws. Below 0 for a burden. */
  readonly pounds: number;
  /** The 5th percentile of pounds. */
  readonly poundsP5: number;
  /** The 95th percentile of pounds. */
  readonly poundsP95: number;
  /** What the payer pays for the strategy in all, the same in each row of the payer. In pounds of present value. */
  readonly pays: number;
  /**
   * `exact`: by intervention. `pot`: more than four interventions are paid in different shares, so savings are divided
   * as the total cost is.
   */
  readonly method: "exact" | "pot";
}

/** The payer of interventions that cost nothing. */
export const nobody = "nobody";

/** Interventions. Each more doubles the number of sets to run. */
const mostForShapley = 4;

/**
 * Whose payment produced whose saving. Each intervention's part of an agency's saving is its Shapley value (Shapley
 * 1953): its addition to the saving, averaged over all orders of the strategy's interventions. The part is credited to
 * the agencies that pay for the intervention, in the shares in which they pay.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options as for `simulate`; if interventions are paid in different shares, every set of them is run
 * @returns one row per strategy, payer and saver; those of all agencies that pay sum to what a saver `saves` in
 * `wrongPockets`
 * @throws ScenarioError as `simulate`
 * @example
 * const rows = costShifts(gritting, { draws: 256 });
 * rows.map((row) => `${row.payer} -> ${row.saver}`)[0] // => "hospital -> ambulance"
 */
export function costShifts<N extends Names>(
  scenario: Scenario<N>,
  options?: SimulateOptions<N>,
): readonly CostShiftRow<N>[];
export function costShifts(scenario: Scenario, options: SimulateOptions = {}): readonly CostShiftRow[] {
  checkGivenScenario(scenario);
  const simulation = simulate(scenario, options);
  return simulation.settings.strategies.flatMap((strategy, index) => shiftsOf(simulation, strategy, index, options));
}

const shiftsOf = (
  simulation: Simulation,
  strategy: string,
  index: number,
  options: SimulateOptions,
): readonly CostShiftRow[] => {
  const { scenario } = simulation;
  const players = scenario.strategies[strategy].of; // who comes first takes people in first
  const costs = players.map((player) => costsOf(simulation, index, player));
  // If all interventions are paid in the same shares, their parts of a saving do not matter and need no further runs.
  const differ = players.length > 1 && !sameShares(costs);
  const method = differ && players.length > mostForShapley ? "pot" : "exact";
  const isByIntervention = differ && method === "exact";
  const parts = isByIntervention
    ? shapleyParts(simulation, strategy, players, options)
    : [savingsOf(simulation, index)];
  const shares = isByIntervention ? costs.map(sharesOf) : [sharesOf(potOf(costs))];
  const draws = simulation.drawn.draws;
  const shift = (payers: readonly string[], savers: readonly string[]): Float64Array => {
    const shifted = new Float64Array(draws);
    for (const [part, share] of shares.entries())
      for (const paid of payers.flatMap((payer) => share.get(payer) ?? []))
        for (const saver of savers) addProduct(shifted, 1, paid, must(parts[part], saver));
    return shifted;
  };
  return payersIn(scenario, shares).flatMap((payer) => {
    const pays = mean(figureOf(simulation.drawn, index, "pays", { agencies: payer.agencies }));
    return agenciesAndBodies(scenario).flatMap((saver): readonly CostShiftRow[] => {
      const shifted = shift(payer.agencies, saver.agencies);
      if (shifted.every((each) => each === 0)) return [];
      const { p5, p95 } = percentilesOf(shifted);
      const pounds = mean(shifted);
      return [
        {
          strategy,
          level: payer.level === "agency" ? saver.level : payer.level,
          payer: idOf(payer),
          saver: idOf(saver),
          kind: pounds < 0 ? "burden" : "saving",
          pounds,
          poundsP5: p5,
          poundsP95: p95,
          pays,
          method,
          upperBound: isUpperBound(scenario, strategy),
        },
      ];
    });
  });
};

/** Who pays in any draw: agencies and their bodies, and `nobody`. */
const payersIn = (scenario: Scenario, shares: readonly ByAgency[]): readonly AgencyOrBody[] => {
  const payers = [...new Set(shares.flatMap((share) => [...share.keys()]))].sort();
  const agencies = payers.filter((payer) => payer !== nobody);
  return [
    ...agenciesAndBodies(scenario, agencies),
    ...(agencies.length < payers.length
      ? [{ level: "agency" as const, agency: nobody, name: nobody, agencies: [nobody] }]
      : []),
  ];
};

/** An agency's name in the scenario; a body has only its name for readers. */
const idOf = ({ agency, name }: AgencyOrBody): string => agency || name;

/** Pounds of present value by agency, one number per draw; or shares of them. */
type ByAgency = ReadonlyMap<string, Float64Array>;

/** What each agency saves under a strategy (its index in the book): net + pays. */
const savingsOf = ({ scenario, drawn }: Simulation, strategy: number): ByAgency =>
  new Map(
    Object.keys(scenario.agencies).map((agency) => {
      const nets = netsOf(scenario, drawn, strategy, { agencies: [agency] });
      const pays = nets("pays");
      return [agency, nets("net").map((pounds, draw) => pounds + pays[draw])];
    }),
  );

/** What each agency pays for one intervention under a strategy (its index in the book). */
const costsOf = ({ scenario, drawn }: Simulation, strategy: number, intervention: string): ByAgency =>
  new Map(
    Object.keys(scenario.agencies).map((agency) => [
      agency,
      figureOf(drawn, strategy, "pays", {
        agencies: [agency],
        only: (entry) => entry.intervention === intervention,
      }),
    ]),
  );

/** The total cost of all interventions. */
const potOf = (costs: readonly ByAgency[]): ByAgency =>
  new Map(
    [...(costs[0]?.keys() ?? [])].map((agency) => [
      agency,
      must(costs[0], agency).map((_, draw) => sum(costs.map((each) => must(each, agency)[draw]))),
    ]),
  );

/** The share each agency pays, by draw. The payer `nobody` has share 1 in draws in which the cost is 0. */
const sharesOf = (costs: ByAgency): ByAgency => {
  const [first] = costs.values();
  const total = first.map((_, draw) => sum([...costs.values()].map((each) => each[draw])));
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

/**
 * The Shapley value of each intervention in each agency's saving. Every set of interventions runs on the same draws.
 */
const shapleyParts = (
  { scenario, settings }: Simulation,
  strategy: string,
  players: readonly string[],
  { signal, onProgress }: SimulateOptions,
): readonly ByAgency[] => {
  const names = Array.from({ length: power(2, players.length) }, (_, set) => `set ${set}`);
  const sets = names.map(
    (name, set) =>
      [name, { ...scenario.strategies[strategy], of: players.filter((_, player) => (set >> player) & 1) }] as const,
  );
  const { draws, seed } = settings;
  const run = simulate(
    { ...scenario, strategies: Object.fromEntries(sets) },
    { draws, seed, strategies: names, ...(signal && { signal }), ...(onProgress && { onProgress }) },
  );
  const savings = names.map((_, set) => savingsOf(run, set));
  const values = Object.keys(scenario.agencies).map(
    (agency) =>
      [
        agency,
        shapleyValues(
          players.length,
          savings.map((each) => must(each, agency)),
        ),
      ] as const,
  );
  return players.map((_, player) => new Map(values.map(([agency, value]) => [agency, value[player]])));
};
