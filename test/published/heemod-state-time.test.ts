import { expect, test } from "vitest";
import { centralOf } from "../support/central.js";
import { read } from "../support/read.js";
import published from "./heemod-state-time.json" with { type: "json" };

const { people, years, models } = published;
type Model = (typeof models)[number];

/** The absolute sine of the years in a state, from 1; at most some, if the model limits them. */
const sineOf = (state: string, limit: number | undefined) => ({
  of: limit === undefined ? `since.${state}` : `min(since.${state}, ${limit - 1})`,
  steps: Object.fromEntries(Array.from({ length: years + 1 }, (_, year) => [year, Math.abs(Math.sin(year + 1))])),
});

const perYear = { per: "person", every: "year" } as const;

/** People who go to and fro between two states; in B they stay by how long they are there, in A they cost by it. */
const central = ({ staysByTime, costByTime, limits }: Model) =>
  centralOf(
    read({
      title: "Two states of heemod's tests",
      question: "What do people cost who stay, and cost, by how long they have been in a state?",
      time: { start: "2015-01-01", years, cycle: "year", timing: "life-table" },
      money: { priceYear: "2015", discount: "none" },
      agencies: { nhs: { name: "NHS", kind: "national", cashable: "100%" } },
      quantities: { staysInB: sineOf("B", limits?.B), costInA: sineOf("A", limits?.A) },
      cohorts: {
        patients: {
          size: people,
          states: ["A", "B"],
          moves: {
            "A -> B": { probability: staysByTime ? 0.6 : 0.5, cycle: "year" },
            "B -> A": { probability: staysByTime ? "1 - staysInB" : 0.3, cycle: "year" },
          },
        },
      },
      services: { care: { unit: "pound", cost: { nhs: 1 } }, health: { unit: "QALY", worth: "society" } },
      demand: {
        careInA: { to: "care", while: "A", contacts: costByTime ? "costInA" : 5, ...perYear },
        careInB: { to: "care", while: "B", contacts: 3, ...perYear },
        healthInA: { to: "health", while: "A", contacts: costByTime ? 7 : 3, ...perYear },
        healthInB: { to: "health", while: "B", contacts: 9, ...perYear },
      },
      interventions: { nothing: { reaches: "everyone" } },
    }),
  );

test.each(models)("stays by time $staysByTime, costs by time $costByTime, at most $limits", (model) => {
  const { cost, outcome } = central(model);
  expect(cost("without")).toBeCloseTo(model.cost, 2);
  expect(outcome("without", "health")).toBeCloseTo(model.effect, 2);
});
