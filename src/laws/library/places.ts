import fc from "fast-check";
import type { Names } from "../../scenario/define/names.js";
import type { ScenarioSource } from "../../scenario/define/scenario.js";

/** A scenario as code writes it, with any names: the input of `defineScenario`. */
export type PlaceForm = ScenarioSource<Names>;

const kinds = ["local", "national", "private"] as const;
const agencies = ["council", "hospital", "firm"] as const;
const services = ["ward", "advice"] as const;

const thousands = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count * 1000);
const percents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((percent) => percent / 100);

/** A number, with or without a range. */
const about = (numbers: fc.Arbitrary<number>) =>
  fc
    .tuple(numbers, fc.boolean())
    .map(([value, isSure]) => (isSure ? value : { value, low: 0.8 * value, high: 1.3 * value }));

const intervention = fc
  .record({
    pays: fc.constantFrom(...agencies),
    cost: thousands(50),
    service: fc.constantFrom(...services),
    share: percents(1, 60),
    deadweight: percents(0, 50),
  })
  .map(({ pays, cost, service, share, deadweight }) => ({
    reaches: "everyone" as const,
    deadweight,
    costs: { work: { pays: { [pays]: cost }, every: "year" as const } },
    effects: { less: { cut: { [service]: share } } },
  }));

/**
 * Small scenarios in round numbers: three agencies, one cohort and two services. Two interventions reach everyone; each
 * costs one agency money and cuts the contacts of one service. Every scenario reads without an error.
 * @example
 * const run = (place) => simulate(defineScenario(place), { draws: 8 });
 * checkRule(run, [simulationLaws.sumsComeOut], { runs: 3 })[0].result // => "holds"
 */
export const places: fc.Arbitrary<PlaceForm> = fc
  .record({
    years: fc.integer({ min: 1, max: 3 }),
    people: thousands(20),
    costs: fc.tuple(about(thousands(5)), about(thousands(5))),
    contacts: fc.tuple(about(percents(10, 300)), about(percents(10, 300))),
    cashable: percents(0, 100),
    payers: fc.tuple(fc.constantFrom(...agencies), fc.constantFrom(...agencies)),
    interventions: fc.tuple(intervention, intervention),
  })
  .map(({ years, people, costs, contacts, cashable, payers, interventions: [outreach, repairs] }) => ({
    title: "A small place",
    question: "Does it keep the laws?",
    time: { start: "2025-04-01", years, cycle: "year" },
    money: { priceYear: "2024/25", discount: "green-book-2022" },
    agencies: Object.fromEntries(agencies.map((agency, at) => [agency, { name: agency, kind: kinds[at] }])),
    cohorts: { residents: { size: people } },
    services: Object.fromEntries(
      services.map((service, at) => [
        service,
        {
          unit: "visit",
          cost: { [payers[at]]: costs[at] },
          cashable,
        },
      ]),
    ),
    demand: Object.fromEntries(
      services.map((service, at) => [
        `${service}Visits`,
        { to: service, contacts: contacts[at], per: "person", every: "year" },
      ]),
    ),
    interventions: { outreach, repairs },
    strategies: { both: ["outreach", "repairs"] },
  }));

/**
 * The same small places with an intervention of your own in the strategy.
 * It may name the agencies `council`, `hospital` and `firm`, the services `ward` and `advice`,
 * and the cohort `residents`.
 * @param mine the intervention, as a scenario writes it
 * @example
 * const mine = { reaches: "everyone", deadweight: 0, effects: { less: { cut: { ward: 0.3 } } } };
 * placesWith(mine) === places // => false
 */
export const placesWith = (mine: PlaceForm["interventions"][string]): fc.Arbitrary<PlaceForm> =>
  places.map((place) => ({
    ...place,
    interventions: { ...place.interventions, mine },
    strategies: { both: [...Object.keys(place.interventions), "mine"] },
  }));
