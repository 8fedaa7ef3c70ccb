import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/base/problem.js";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/who-saves.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Effects = NonNullable<ScenarioForm["interventions"][string]["effects"]>;

const ward = (effects: Effects, parts: Partial<ScenarioForm> = {}): ScenarioForm =>
  bare({
    services: { ward: { unit: "stay", cost: { council: 100 } } },
    demand: { ill: { to: "ward", contacts: 5, per: "everyone", every: "year" } },
    interventions: { plan: reaching({ effects }) },
    ...parts,
  });

const avoided = (form: ScenarioForm): number => whoSaves(simulate(read(form), { draws: 1 }))[0].avoided;

describe("cuts", () => {
  test("of more than all there is never make a rise of one another", () => {
    const beyond = { cut: { ward: 0.9 }, byYear: [1.5] };
    expect(avoided(ward({ once: beyond }))).toBe(500);
    expect(avoided(ward({ once: beyond, twice: beyond }))).toBe(500);
  });
});

describe("a run whose numbers are not finite", () => {
  test("stops with the address, even where no number of the scenario is to blame alone", () => {
    const nobody = ward({ e: { cut: { ward: 0.1 } } }, { cohorts: { residents: { size: 0 } } });
    expect(() => simulate(read(nobody), { draws: 1 })).toThrow(ScenarioError);
    expect(() => simulate(read(nobody), { draws: 1 })).toThrow(/services\.ward/);
  });

  test("stops where contacts breed without end, though a new service has no history", () => {
    const endless = ward(
      { e: { cut: { ward: 0.1 } } },
      {
        services: { ward: { unit: "stay", cost: { council: 100 }, history: "empty" } },
        demand: {
          ill: { to: "ward", contacts: 5, per: "everyone", every: "year" },
          again: { to: "ward", each: "ward", contacts: 1.2, after: "1 year" },
        },
      },
    );
    expect(() => simulate(read(endless), { draws: 1 })).toThrow(/ward -> ward brings 1\.2/);
  });
});
