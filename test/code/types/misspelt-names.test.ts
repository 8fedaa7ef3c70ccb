import { expect, test } from "vitest";
import { editorOf } from "./editor.js";

const slips = `
import { decide, defineScenario, draws, explain, sensitivity, settle, simulate, whoSaves } from "who-saves";
import { report } from "who-saves/report";
const council = { name: "The council", kind: "local" } as const;
const parts = { title: "", question: "", time: { start: "2026-04-01", years: 3, cycle: "month" } } as const;
const place = { agencies: { council }, cohorts: { tenants: { size: 4000 } } } as const;
const money = { priceYear: "2024/25", discount: "none" } as const;
const visits = { pays: { council: 1 }, every: "year" } as const;
const services = { visit: { unit: "visit", cost: { council: 1 }, cashable: 1 } } as const;
const one = { ...parts, ...place, money, services } as const;
const rails = { reaches: "everyone", costs: { visits } } as const;
const scenario = defineScenario({ ...one, interventions: { rails } });
const run = simulate(scenario);
defineScenario({ ...one, money: { priceYear: "2024-25", discount: "none" }, interventions: { rails } });
defineScenario({ ...one, money: { priceYear: "2024/25", discount: "green-book-2062" }, interventions: { rails } });
defineScenario({ ...one, interventions: { rails: { ...rails, effects: { e: { cut: { visit: 0.1 }, lag: "3 wekks" } } } } });
defineScenario({ ...one, interventions: { rails: { ...rails, effects: { e: { cut: { vist: 0.1 } } } } } });
defineScenario({ ...one, interventions: { rails: { ...rails, costs: { visits: { ...visits, every: "yaer" } } } } });
defineScenario({ ...one, interventions: { rails: { ...rails, costs: { visits: { ...visits, to: "concil" } } } } });
defineScenario({ ...one, interventions: { rails } }, { set: { "time.yeers": 1 } });
simulate(scenario, { strategies: ["rail"] });
simulate(scenario, { regime: "sillo" });
explain(run, { agency: "concil" });
explain(run, { agency: "council", strategy: "rail" });
sensitivity(scenario, { of: "concil" });
sensitivity(scenario, { figure: "nett" });
sensitivity(scenario, { outcome: "vist" });
draws(run, { of: "sosiety" });
settle(run, "sillo");
settle(run, "silo", { strategies: ["rail"] });
decide(run, ["sillo"]);
report(run, { show: ["who-save"] });
whoSaves(run).find((row) => row.agency === "concil");
whoSaves(run).find((row) => row.strategy === "rail");
`;

/** The slips, each with the line that is wrong, in order. */
const misspelt = [
  ...["2024-25", "green-book-2062", "3 wekks", "vist", "yaer", "concil", "time.yeers", "rail", "sillo", "concil"],
  ...["rail", "concil", "nett", "vist", "sosiety", "sillo", "rail", "sillo", "who-save", "concil", "rail"],
];

test("the compiler names each slip, and nothing else is wrong", () => {
  const errors = editorOf(slips).errors();
  expect(errors.map((error, at) => (error.includes(misspelt[at]) ? misspelt[at] : error))).toEqual(misspelt);
  expect(errors.filter((error) => error.includes("Did you mean")).length).toBeGreaterThan(6);
  expect(errors.filter((error) => error.includes("overload"))).toEqual([]);
});

/** Slips in the names that are keys, or that stand within one of several forms; and rules of another family. */
const keySlips = `
import { defineScenario, rules, type Share, sweep } from "who-saves";
import { checkRule, laws } from "who-saves/laws";
const agencies = { council: { name: "", kind: "local" }, hospital: { name: "", kind: "local" } } as const;
const money = { priceYear: "2024/25", discount: "none" } as const;
const parts = { title: "", question: "", time: { start: "2026-04-01", years: 3, cycle: "month" }, money } as const;
const place = { ...parts, agencies, cohorts: { tenants: { size: 4000 } } } as const;
const cost = { hospital: 1 } as const;
const visit = { unit: "visit", cost, cashable: 1 } as const;
const rails = { reaches: "everyone", effects: { e: { cut: { visit: "1%" } } } } as const;
defineScenario({ ...place, services: { visit: { unit: "v", cost: { hosptial: 1 } } }, interventions: { rails } });
defineScenario({ ...place, services: { visit: { unit: "v", cost: { total: 1, between: ["hosptial"] } } }, interventions: { rails } });
defineScenario({ ...place, services: { visit: { unit: "v", cost: { catalogue: "", bears: { NHS: "hosptial" } } } }, interventions: { rails } });
defineScenario({ ...place, services: { visit: { unit: "v", cost: { totla: 1, between: ["council"] } } }, interventions: { rails } });
defineScenario({ ...place, services: { visit: { ...visit, exitCost: { hosptial: 1 } } }, interventions: { rails } });
defineScenario({ ...place, services: { visit, home: { spend: { hosptial: 1 }, every: "year" } }, interventions: { rails } });
defineScenario({ ...place, services: { visit }, interventions: { rails: { reaches: "everyone", costs: { c: { pays: { hosptial: 1 }, every: "year" } } } } });
defineScenario({ ...place, services: { visit }, interventions: { rails: { reaches: "everyone", effects: { e: { saves: { hosptial: 1 }, every: "year" } } } } });
defineScenario({ ...place, services: { visit }, interventions: { rails: { reaches: "everyone", effects: { e: { cut: { vist: "1%" } } } } } });
defineScenario({ ...place, services: { visit }, interventions: { rails }, regimes: { deal: { decides: "each", share: { leadPays: { lead: "hosptial" } } } } });
defineScenario({ ...place, services: { visit }, interventions: { rails }, regimes: { deal: { decides: "each", share: { fixed: { shares: { hosptial: 1 } } } } } });
defineScenario({ ...place, services: { visit }, interventions: { rails }, regimes: { deal: { decides: "each",
  pay: { activityTariff: { poundsEach: 1 }, from: "tresury", to: "hospital", counts: "visit" } } } });
const silo: Share = (stakes) => stakes.map(({ saves, pays }) => saves - pays);
checkRule(silo, laws.share);
checkRule((deal) => deal.map(({ saves, pays }) => saves - pays), laws.share);
checkRule(silo, laws.pay);
checkRule(rules.share.byBenefit, laws.yearEnd);
const scenario = defineScenario({ ...place, quantities: { effect: 1 }, services: { visit }, interventions: { rails } });
const computed: string = "quantities.effect";
sweep(scenario, { "quantities.effect": [1], "time.years": [1] });
sweep(scenario, { [computed]: [1] });
sweep(scenario, { "quantities.efect": [1] });
`;

test("the first sentence of the compiler names the slip and the right name", () => {
  const errors = editorOf(keySlips).errors();
  const offered =
    /^.*(?:Did you mean (?:to write )?'"?(\w+)"?'|'.*Share.*' is not assignable.*(RuleOf<.*>)'|.*"(.* is no address))/;
  const rights = errors.map((error) => offered.exec(error)?.slice(1).join("") ?? error);
  expect(rights).toEqual([
    ...["hospital", "hospital", "hospital", "total", "hospital", "hospital", "hospital", "hospital", "visit"],
    ...["hospital", "hospital", "treasury", 'RuleOf<"pay">', 'RuleOf<"yearEnd">'],
    "quantities.efect is no address",
  ]);
});

test("a helper and data give a scenario, with texts that the compiler knows as text alone; a slip in place is named", () => {
  const errors = editorOf(`
import { type AgencySource, type Book, defineScenario, type DiscountBand, explain, type Figure, type InterventionSource,
  type JsonSchema, type Level, type NamedRule, type Names, type Payers, type Quantity, type QuantitySource,
  type ServiceSource, simulate } from "who-saves";
export type Needed = [AgencySource, Book, DiscountBand, Figure, InterventionSource, JsonSchema, Level, NamedRule, Names,
  Payers, Quantity, QuantitySource, ServiceSource];
const visits = (share: string, pounds: number) => ({
  reaches: "everyone",
  deadweight: 0,
  costs: { visits: { pays: { council: pounds }, in: "year 1" } },
  effects: { fewer: { cut: { visit: share } } },
});
const data = {
  title: "Two sizes of one scheme",
  question: "Who saves?",
  time: { start: "2026-04-01", years: 1, cycle: "year" },
  money: { priceYear: "2024/25", discount: "none" },
  agencies: { council: { name: "The council", kind: "local" } },
  cohorts: { tenants: { size: 4000 } },
  services: { visit: { unit: "visit", cost: { council: 100 }, cashable: "15%" } },
  demand: { visits: { to: "visit", contacts: 1, per: "person", every: "year" } },
  interventions: { small: visits("5%", 1000), large: visits("10%", 3000) },
  strategies: { both: ["small", "large"] },
  regimes: { deal: { decides: "each", share: "byBenefit" } },
};
const scenario = defineScenario(data);
defineScenario({ ...data, interventions: { small: visits("5%", 1000), large: { reaches: "everyne" } } });
defineScenario({ ...data, time: { start: "2026-04-01", years: 1, cycle: "yaer" } });
defineScenario({ ...data, agencies: { council: { ...data.agencies.council, bodie: "" } } });
defineScenario({ ...data, cohorts: { tenants: { people: 5 } } });
const wrong = { ...data, cohorts: { tenants: { size: [4000] } } };
defineScenario(wrong);
explain(simulate(scenario, { strategies: ["bothe"] }), { agency: "concil" });`).errors();
  const named = errors.map(
    (error) => /everyne|yaer|bodie|'people'|tenants\.size|bothe|concil/.exec(error)?.[0] ?? error,
  );
  // Where a text in place is wrong, the helper's are reported beside it, since they cannot be told from each other.
  expect(named.filter((name) => !name.includes("reaches: string"))).toEqual([
    ...["everyne", "yaer", "bodie", "'people'", "tenants.size", "bothe", "concil"],
  ]);
});
