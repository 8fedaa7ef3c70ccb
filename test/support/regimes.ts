import { defineScenario } from "../../src/scenario/define.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** What a council pays in the first year, in pounds, and what it and two others save; undiscounted. */
export interface Deal {
  readonly cost: number;
  /** What each saves a year, of which `cashable` is cash; below 0 its costs rise. */
  readonly saves: Readonly<Partial<Record<"council" | "hospital" | "care", number>>>;
  readonly years?: number;
  readonly cashable?: number;
  /** The chance that anything is saved at all. */
  readonly success?: number;
  /** Pounds a year each has; what business as usual spends where left out. */
  readonly budget?: number;
}

const agency = (name: string, budget: number | undefined) => ({
  name,
  kind: "local" as const,
  ...(budget === undefined ? {} : { budget: { perYear: budget } }),
});

/** A scheme that a council pays for once and that saves others money every year, as it is written. */
export const dealSource = ({
  cost,
  saves,
  years = 1,
  cashable = 1,
  success = 1,
  budget,
}: Deal): Parameters<typeof defineScenario>[0] => ({
  title: "A deal",
  question: "Who signs?",
  time: { start: "2025-04-01", years, cycle: "year" },
  money: { priceYear: "2024/25", discount: "none" },
  quantities: {
    luck: { distribution: "uniform", low: 0, high: 1, value: 0 },
    works: `luck < ${success} ? 1 : 0`,
  },
  agencies: {
    council: agency("Council", budget),
    hospital: agency("Hospital", budget),
    care: agency("Care", budget),
  },
  cohorts: { residents: { size: 100 } },
  services: {
    ward: { spend: { hospital: 1_000_000 }, every: "year", cashable: 1 },
    homes: { spend: { care: 500_000 }, every: "year", cashable: 1 },
    roads: { spend: { council: 800_000 }, every: "year", cashable: 1 },
  },
  interventions: {
    gritting: {
      reaches: "everyone",
      deadweight: 0,
      costs: { rounds: { pays: { council: cost }, in: "year 1" } },
      effects: Object.fromEntries(
        Object.entries(saves).map(([agency, pounds]) => [
          agency,
          pounds < 0
            ? { costsMore: { [agency]: -pounds }, every: "year" as const }
            : { saves: { [agency]: `${pounds} * works` }, every: "year" as const, cashable },
        ]),
      ),
    },
  },
});

/** The same, read. */
export const dealScenario = (deal: Deal): Scenario => defineScenario(dealSource(deal));
