import type { ScenarioForm } from "../../src/scenario/scenario.js";

/**
 * A ward that is shut in steps, and whose unmet contacts go elsewhere; and care that is called in where there is room.
 */
export const wardServices: ScenarioForm["services"] = {
  ward: {
    unit: "stay",
    cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
    split: { variable: { value: "15%", low: "5%", high: "30%" }, semiFixed: "65%" },
    capacity: { places: { value: 3.4, low: 3.1, high: 3.7 }, stay: "1 week" },
    step: "0.2 places",
    notice: "1 quarter",
    exitCost: { hospital: { value: 30000, source: "study" }, council: 500 },
    waiting: { start: { value: 6, low: 2, high: 9 }, leave: "2% a week" },
    divert: { value: "30%", low: "10%", high: "60%" },
  },
  care: {
    unit: "week",
    cost: { total: 600, between: ["council", "ministry"] },
    split: { variable: "40%", semiFixed: "20%", fixed: "40%" },
    capacity: { contacts: "60 + 4 * year", every: "month" },
    step: "20 contacts",
    refill: "70%",
  },
  call: { unit: "call", cost: { council: 25 }, cashable: "50%", rising: 0.8 },
};

export const wardDemand: ScenarioForm["demand"] = {
  falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" },
  aftercare: { to: "care", each: "ward", contacts: 3.5, after: "1 quarter" },
  asked: { to: "care", contacts: 20, per: "1000 people", every: "year", priority: "last" },
  turned: { to: "care", unmet: "ward", contacts: 2 },
  worse: { to: "ward", unmet: "care", contacts: 0.2, after: "2 quarters" },
  angry: { to: "call", unmet: "care", contacts: 0.5 },
};

type Effects = NonNullable<ScenarioForm["interventions"][string]["effects"]>;

/** An intervention that reaches everyone. */
export const ofAll = (effects: Effects, parts: object = {}): ScenarioForm["interventions"][string] => ({
  reaches: "everyone",
  deadweight: 0,
  ...parts,
  effects,
});
