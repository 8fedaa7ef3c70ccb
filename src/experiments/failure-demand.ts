import { addScaled } from "../base/columns/kernels.js";
import { spectralRadius } from "../base/mathematics/spectral-radius.js";
import { mean, sum } from "../base/mathematics/statistics.js";
import { checkGivenScenario } from "../base/problems/given.js";
import { checkOptions } from "../base/problems/options.js";
import { contactsOf, peopleIn, queueFigureOf } from "../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../engine/book/strategy-index.js";
import { runChecksOf, type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { centralValue } from "../quantity/central-value.js";
import { defaultQuantity } from "../quantity/expression.js";
import { answerLevelOf } from "../results/money/answer-level.js";
import { contactMakers } from "../results/people/contacts-per-person.js";
import { optionChecksOf } from "../results/sums/option-checks.js";
import { agenciesNamed } from "../results/sums/parties.js";
import { percentilesOf } from "../results/sums/percentiles.js";
import { strategyNamed } from "../results/sums/strategies.js";
import { figuresOf } from "../results/sums/sums.js";
import { causeAddress } from "../scenario/address.js";
import type { Names } from "../scenario/define/names.js";
import type { Intervention } from "../scenario/interventions/intervention.js";
import type { Strategy } from "../scenario/interventions/strategy.js";
import { steadyProfile } from "../scenario/interventions/timing.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Cause, isByPeople } from "../scenario/services/demand.js";
import type { ExperimentOptions } from "./trials.js";

/** How the scenario is run, and whose money is counted. */
export interface FailureDemandOptions<N extends Names = Names>
  extends Pick<SimulateOptions<N>, "draws" | "seed" | "signal" | "onProgress">,
    Pick<ExperimentOptions<N>, "of"> {}

/** Contacts at a service that other contacts cause, and what would be avoided if they did not. */
export interface FailureDemandRow<N extends Names = Names> {
  /** The service that the contacts come to; `all` in the last row, which sums all services. */
  readonly service: N["service"] | "all";
  /** What causes them, by its name under `demand`; `all` for all that contacts cause, at this service and elsewhere. */
  readonly cause: N["demand"] | "all";
  /** The service whose contacts, served or turned away, cause them. Null in the rows of all causes. */
  readonly from: N["service"] | null;
  /** How many of them each of those contacts causes, in the central run. Null in the rows of all causes. */
  readonly perContact: number | null;
  /**
   * How often a year people are handed over by it from one agency to another, per person who brings contacts:
   * in the central run, in the last year. 0 if both services are of one agency. A sum in the rows of all causes.
   */
  readonly handOvers: number;
  /** The contacts at the service in the last year that would not come without the cause: the mean over the draws. */
  readonly contacts: number;
  /** The share (0 to 1) that these are of all contacts at the service. */
  readonly share: number;
  /** The 5th percentile of share. */
  readonly shareP5: number;
  /** The 95th percentile of share. */
  readonly shareP95: number;
  /**
   * What would be cash without the cause, over all years and in present value: at all services in the row of a cause,
   * at this service alone in a row of all causes.
   */
  readonly cash: number;
  /** The 5th percentile of cash. */
  readonly cashP5: number;
  /** The 95th percentile of cash. */
  readonly cashP95: number;
  /** What would be freed and still paid for, counted as `cash` is. */
  readonly freed: number;
  /** The 5th percentile of freed. */
  readonly freedP5: number;
  /** The 95th percentile of freed. */
  readonly freedP95: number;
  /**
   * The spectral radius of the contacts that each contact causes, R: in the long run each round of contacts is this
   * times the round before. All contacts are (I − R)⁻¹ times those that people bring. The same in every row.
   */
  readonly radius: number;
}

/**
 * Work that work makes: contacts that other contacts cause (`each` and `unmet` under `demand`), because the first did
 * not put the matter right, or sent the person elsewhere (Seddon 2003 calls it failure demand). The scenario is run
 * without each cause, and without all of them, on the same draws. The rest is what people want: value demand. A next
 * step that was meant, such as an admission after an ambulance, is counted too. A reader can tell them apart by cause.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options as for `simulate`, and whose money
 * @returns for each service that contacts send people to: a row of all causes, then one of each; last a row of all
 * services; no rows if contacts cause none. Parts of a whole do not add up, since one cause feeds another
 * @throws ScenarioError as `simulate`; also if contacts cause more contacts without end (a radius of 1 or more)
 * @example failureDemand(fdac) // => []
 */
export function failureDemand<N extends Names>(
  scenario: Scenario<N>,
  options?: FailureDemandOptions<N>,
): readonly FailureDemandRow<N>[];
export function failureDemand(scenario: Scenario, options: FailureDemandOptions = {}): readonly FailureDemandRow[] {
  checkGivenScenario(scenario);
  const { of: subject } = optionChecksOf(scenario);
  checkOptions(options, { ...runChecksOf(scenario), of: subject });
  const { of, ...settings } = options;
  const services = Object.keys(scenario.services).filter((name) => scenario.services[name].worth === null);
  const caused = Object.entries(scenario.demand).filter(
    ([, { by, to, isLatent }]) => !isByPeople(by) && !isLatent && services.includes(to),
  );
  const run = simulate(
    withoutEach(
      scenario,
      caused.map(([name]) => name),
    ),
    settings,
  );
  if (caused.length === 0) return [];
  const agencies = agenciesNamed(scenario, of ?? answerLevelOf(run));
  const radius = spectralRadius(ratesOf(scenario));
  const handed = new Map(caused.map(([name, cause]) => [name, handOversOf(run, cause)]));
  const row = (service: string, cause: string, by?: Cause): FailureDemandRow => ({
    service,
    cause,
    from: by === undefined ? null : fromOf(by.by),
    perContact: by === undefined ? null : centralValue(by.contacts.expression, scenario.quantities),
    handOvers: sum(
      caused.flatMap(([name, { to }]) =>
        (cause === all ? service === all || to === service : name === cause) ? (handed.get(name) ?? 0) : [],
      ),
    ),
    ...contactsGone(run, service === all ? services : [service], cause),
    ...moneyGone(run, agencies, cause === all ? service : all, cause),
    radius,
  });
  return [
    ...services.flatMap((service) => {
      const own = caused.filter(([, { to }]) => to === service).map(([name, cause]) => row(service, name, cause));
      return own.length === 0 ? [] : [row(service, all), ...own];
    }),
    row(all, all),
  ];
}

/** All causes, or all services. */
const all = "all";

/** The service whose contacts cause others. */
const fromOf = (by: Cause["by"]): string | null => ("each" in by ? by.each : "unmet" in by ? by.unmet : null);

/** How often a person is handed over to another agency by a cause, in the last year of the central run. */
const handOversOf = ({ scenario, central }: Simulation, { by, to, contacts }: Cause): number => {
  const payersOf = (service: string): readonly string[] => scenario.services[service].costs.map(({ agency }) => agency);
  const from = fromOf(by);
  if (from === null || payersOf(from).some((agency) => payersOf(to).includes(agency))) return 0;
  const year = scenario.time.years;
  const passing =
    "each" in by
      ? contactsOf(central, businessAsUsual, from, { year })
      : queueFigureOf(central, businessAsUsual, from, "turnedAway", year);
  const makers = contactMakers(scenario);
  const people = central.groups
    .filter(({ cohort, state, intervention }) => makers.has(cohort) && state === null && intervention === null)
    .map((group) => mean(peopleIn(central, businessAsUsual, group, year)));
  const rate = Math.max(0, centralValue(contacts.expression, scenario.quantities));
  return people.length === 0 ? 0 : (rate * mean(passing)) / sum(people);
};

/** R: the contacts at one service (row) that each contact at another (column) causes, in the central run. */
const ratesOf = ({ services, demand, quantities }: Scenario): readonly (readonly number[])[] => {
  const names = Object.keys(services);
  const rows = names.map(() => names.map(() => 0));
  for (const { by, to, contacts, isLatent } of Object.values(demand))
    if ("each" in by && !isLatent)
      rows[names.indexOf(to)][names.indexOf(by.each)] += Math.max(0, centralValue(contacts.expression, quantities));
  return rows;
};

/** A scenario whose strategies each take away one of some causes, and one of them all. */
const withoutEach = (scenario: Scenario, causes: readonly string[]): Scenario => {
  const strategy = (name: string, of: readonly string[]): Strategy => ({
    name,
    reading: false,
    of,
    overlap: "multiply",
  });
  return {
    ...scenario,
    interventions: {
      ...scenario.interventions,
      ...Object.fromEntries(causes.map((cause) => [nameOf(cause), removalOf(cause)])),
    },
    strategies: Object.fromEntries([
      ...causes.map((cause) => [nameOf(cause), strategy(cause, [nameOf(cause)])] as const),
      [nameOf(all), strategy(all, causes.map(nameOf))],
    ]),
  };
};

/** The name of what takes a cause away, an intervention and a strategy. A name in a file has no such sign. */
const nameOf = (cause: string): string => `- ${cause}`;

/** An intervention that takes a cause of contacts away from the start, for nothing. */
const removalOf = (cause: string): Intervention => {
  const address = `interventions.${nameOf(cause)}`;
  const amount = defaultQuantity(address, 1, "share");
  return {
    ...{ name: cause, reach: null, startYears: 0, lines: [], closes: [] },
    effects: [{ address, target: causeAddress(cause), verb: "cut", amount, profile: steadyProfile }],
  };
};

/** The contacts at some services that do not come without a cause: in the last year, and as a share. */
const contactsGone = (
  { scenario, drawn, settings }: Simulation,
  services: readonly string[],
  cause: string,
): Pick<FailureDemandRow, "contacts" | "share" | "shareP5" | "shareP95"> => {
  const served = (arm: StrategyIndex): Float64Array => {
    const sum = new Float64Array(drawn.draws);
    for (const service of services) addScaled(sum, 1, contactsOf(drawn, arm, service, { year: scenario.time.years }));
    return sum;
  };
  const [usual, others] = [served(businessAsUsual), served(strategyNamed(settings.strategies, nameOf(cause)))];
  const gone = usual.map((contacts, draw) => contacts - others[draw]);
  const shares = gone.map((contacts, draw) => (usual[draw] === 0 ? 0 : contacts / usual[draw]));
  const { p5, p95 } = percentilesOf(shares);
  return { contacts: mean(gone), share: mean(shares), shareP5: p5, shareP95: p95 };
};

/** What is avoided without a cause at a service, or at all. */
const moneyGone = (
  { drawn, settings }: Simulation,
  agencies: readonly string[],
  service: string,
  cause: string,
): Pick<FailureDemandRow, "cash" | "cashP5" | "cashP95" | "freed" | "freedP5" | "freedP95"> => {
  const figure = figuresOf(drawn, strategyNamed(settings.strategies, nameOf(cause)), {
    agencies,
    only: (entry) => service === all || entry.service === service,
  });
  const [cash, freed] = [figure("cash"), figure("freed")];
  const [ofCash, ofFreed] = [percentilesOf(cash), percentilesOf(freed)];
  return {
    ...{ cash: mean(cash), cashP5: ofCash.p5, cashP95: ofCash.p95 },
    ...{ freed: mean(freed), freedP5: ofFreed.p5, freedP95: ofFreed.p95 },
  };
};
