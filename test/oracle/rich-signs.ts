import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { only, place } from "./rich-place.js";

const fall = { to: "ward", contacts: 20, per: "1000 people", every: "year" } as const;

/** Scenarios whose numbers have either sign, or pass their bounds. */
export const richSigns: Readonly<Record<string, ScenarioForm>> = {
  "effects of either sign": place({
    quantities: { harm: { value: 1.3, low: 1.1, high: 1.5 }, help: { value: 0.8, low: 0.7, high: 0.9 } },
    cohorts: { residents: { size: 900 } },
    services: {
      ward: { unit: "stay", cost: { hospital: 2600 }, cashable: "100%" },
      care: { unit: "week", cost: { council: 600 }, cashable: "50%" },
      qaly: { unit: "QALY", worth: "society" },
    },
    demand: {
      falls: fall,
      weeks: { ...fall, to: "care" },
      life: { to: "qaly", contacts: "-0.3 * help", per: "person", every: "year" },
      pain: { to: "qaly", contacts: { value: "5%", low: "-10%", high: "20%" }, per: "person", every: "year" },
    },
    ...only({
      deadweight: "20%",
      effects: {
        worse: { cut: { ward: "1 - harm" } },
        better: { raise: { care: "help - 1" } },
        less: { cut: { "demand.pain": { value: "-20%", low: "-40%", high: "-10%" } } },
        bill: {
          saves: { council: { value: -900, low: -1500, high: -300 } },
          every: "year",
          cashable: "50%",
        },
        more: { costsMore: { hospital: { value: -400, low: -500, high: -300 } }, every: "year" },
      },
    }),
  }),
  "factors below 0": place({
    quantities: { far: { value: 1.6, low: 1.5, high: 1.7 } },
    demand: { falls: fall, weeks: { ...fall, to: "care" } },
    ...only({
      deadweight: 0,
      effects: {
        over: { cut: { ward: "far" } },
        under: { raise: { care: "-far" } },
      },
    }),
  }),
};
