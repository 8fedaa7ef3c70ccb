import { describe, expect, test } from "vitest";
import { editorOf } from "./editor.js";

const source = `
import { decide, defineScenario, draws, explain, sensitivity, settle, simulate, whoSaves, activity } from "who-saves";
import { report } from "who-saves/report";
const scenario = defineScenario({
  title: "Falls",
  question: "Who saves?",
  time: { start: "2026-04-01", years: 3, cycle: "«cycle»month" },
  money: { priceYear: "2024/25", discount: "«discount»green-book-2026" },
  agencies: {
    council: { name: "The council", kind: "«kind»local", body: "Town" },
    hospital: { name: "The hospital", kind: "local" },
  },
  cohorts: { tenants: { size: 4000 } },
  services: { admission: { unit: "admission", cost: { hospital: 2600, «payer» }, cashable: "15%" } },
  demand: { falls: { to: "«to»admission", contacts: 12, per: "1000 people", every: "year" } },
  quantities: { wait: "3 months" },
  interventions: {
    handrails: {
      reaches: "everyone",
      deadweight: "10%",
      costs: { fitting: { pays: { hospital: 20000 }, to: "«deliverer»council", in: "year 1" } },
      effects: { rails: { cut: { admission: "12%", «target» }, lag: "wait * 2" } },
    },
  },
  regimes: { deal: { decides: "each" } },
}, { set: { "quantities.wait": "2 months", "«address»": 1 } });
const run = simulate(scenario, { strategies: ["«strategy»"], regime: "«regime»" });
const isHospital = whoSaves(run).filter((row) => row.agency === "«rowAgency»" || row.strategy === "«rowStrategy»");
const admissions = activity(run).filter((row) => row.service === "«rowService»");
const own = decide(run, ["«choice»"]).filter((row) => row.regime === "«rowRegime»");
settle(run, "«settled»");
explain(run, { agency: "«explained»" });
sensitivity(scenario, { of: "«of»" });
draws(run, { of: "«drawn»", strategy: "«drawnStrategy»" });
report(run, { show: ["«output»"] });
`;

describe("the names of a scenario in code", () => {
  const editor = editorOf(source);
  const agencies = ["council", "hospital"];
  const subjects = ["place", "public", "society", "council", "hospital", "Town"];

  test.each([
    ["cycle", ["month", "year"]],
    ["discount", ["green-book-2026", "none"]],
    ["kind", ["local", "national", "private"]],
    ["payer", ["council"]], // the hospital is written already
    ["to", ["admission"]],
    ["deliverer", agencies],
    ["target", ['"quantities.wait"', '"cohorts.tenants.size"']],
    ["address", ["quantities.wait", "time.years"]],
    ["strategy", ["handrails", "all"]],
    ["regime", ["silo", "voluntary-partnership", "deal"]],
    ["rowAgency", agencies],
    ["rowStrategy", ["handrails"]],
    ["rowService", ["admission"]],
    ["choice", ["silo", "deal"]],
    ["rowRegime", ["silo", "deal"]],
    ["settled", ["silo", "deal"]],
    ["explained", agencies],
    ["of", subjects],
    ["drawn", subjects],
    ["drawnStrategy", ["handrails"]],
    ["output", ["who-saves", "cash-by-year"]],
  ])("complete at «%s»", (mark, names) => {
    expect(editor.completions(mark)).toEqual(expect.arrayContaining(names));
  });
});

test("a text beside a spread keeps its meaning", () => {
  const errors = editorOf(`
import { defineScenario } from "who-saves";
const agencies = { council: { name: "", kind: "local" } } as const;
const money = { priceYear: "2024/25", discount: "none" } as const;
const parts = { title: "", question: "", time: { start: "2026-04-01", years: 3, cycle: "month" }, money } as const;
const visit = { unit: "visit", cost: { council: 1 } } as const;
const saving = { saves: { council: 1 } } as const;
const cut = { cut: { visit: "1%" } } as const;
defineScenario({
  ...parts,
  agencies,
  cohorts: { tenants: { size: 4000 } },
  services: { visit: { ...visit, layer: "economic", capacity: { places: 5, stay: "1 day" }, notice: "3 months" } },
  interventions: {
    rails: { reaches: "everyone", effects: { money: { ...saving, every: "year", layer: "social" }, less: { ...cut, lag: "1 week" } } },
  },
});
defineScenario({ ...parts, agencies, cohorts: { tenants: { size: 1 } }, services: { visit: { ...visit, layer: "econmic" } },
  interventions: { rails: { reaches: "everyone" } } });
`).errors();
  // At its place, though TypeScript no longer knows the text itself.
  expect(errors).toEqual([expect.stringContaining('"economic" | "social"')]);
});

test("a scenario read from a file has any names", () => {
  const read = `
import { explain, readScenario, simulate, settle, whoSaves } from "who-saves";
import { report } from "who-saves/report";
const { scenario } = readScenario("");
if (scenario) {
  const name: string = Object.keys(scenario.agencies)[0];
  const run = simulate(scenario, { strategies: [name], regime: name });
  explain(run, { agency: name });
  settle(run, name);
  report(run, { show: [name] });
  whoSaves(run).find((row) => row.agency === name);
}`;
  expect(editorOf(read).errors()).toEqual([]);
});

test("an editor shows what a key and an option mean", () => {
  const editor = editorOf(`
import { simulate, whoSaves } from "who-saves";
import { gritting } from "who-saves/examples";
const run = simulate«simulate»(gritting, { strategies«strategies»: ["gritting"] });
const [first] = whoSaves«whoSaves»(run);
first.agency«agency»;
`);
  const shown = ["simulate", "strategies", "whoSaves", "agency"].map(editor.documentation);
  expect(shown).toEqual([
    expect.stringContaining("Runs a scenario without and with each strategy"),
    expect.stringContaining("The names of the strategies to run"),
    expect.stringContaining("Who pays and who saves: one row per agency"),
    expect.stringContaining("The agency's name in the scenario"),
  ]);
});
