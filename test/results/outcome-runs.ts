import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";
import { casework } from "./casework.js";

export const caseworkRun = simulate(read(casework), { draws: 512 });

/**
 * One council and no ranges. Business as usual houses 2 people, at £50 each. The cheap plan houses 1 more, the dear
 * plan 3 more, and the wasteful plan none.
 */
export const plansByHand = simulate(
  read(
    bare({
      services: {
        home: { unit: "home", cost: { council: 50 } },
        housed: { unit: "year", worth: "council" },
      },
      demand: {
        homes: { to: "home", contacts: 2, per: "person", every: "year" },
        years: { to: "housed", contacts: 2, per: "person", every: "year" },
      },
      interventions: {
        cheap: reaching({
          costs: { c: { pays: { council: 100 }, in: "year 1" } },
          effects: { e: { add: { "demand.years": 1 } } },
        }),
        dear: reaching({
          costs: { c: { pays: { council: 400 }, in: "year 1" } },
          effects: { e: { add: { "demand.years": 3 } } },
        }),
        waste: reaching({ costs: { c: { pays: { council: 500 }, in: "year 1" } } }),
      },
      strategies: { cheap: ["cheap"], dear: ["dear"], waste: ["waste"] },
    }),
  ),
  { draws: 2 },
);
