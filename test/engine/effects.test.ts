import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/base/problems/problem.js";
import { simulate, simulateUnchecked } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
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

const avoided = (form: ScenarioForm): number => whoSaves(simulateUnchecked(read(form), { draws: 1 }))[0].avoided;

describe("cuts", () => {
  test("of more than all there is never make a rise of one another", () => {
    const beyond = { cut: { ward: 0.9 }, byYear: [1.5] };
    expect(avoided(ward({ once: beyond }))).toBe(500);
    expect(avoided(ward({ once: beyond, twice: beyond }))).toBe(500);
    expect(() => simulate(read(ward({ once: beyond })), { draws: 1 })).toThrow("this cuts more than 100%");
  });
});

describe("a run whose numbers are not finite", () => {
  test("stops with the address, even where no number of the scenario is to blame alone", () => {
    const nobody = ward({ e: { cut: { ward: 0.1 } } }, { cohorts: { residents: { size: 0 } } });
    expect(() => simulate(read(nobody), { draws: 1 })).toThrow(ScenarioError);
    expect(() => simulate(read(nobody), { draws: 1 })).toThrow(/services\.ward/);
  });

  test("stops where contacts multiply without end, though a new service has no history", () => {
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

describe("a run that cannot be", () => {
  const plain = read(ward({ e: { cut: { ward: 0.1 } } }));

  test("stops where numbers grow past all bounds, before their products do", () => {
    const demand = { ill: { to: "ward", contacts: "1e200 * (1 + t)", per: "person", every: "year" } };
    const huge = read(ward({ e: { cut: { ward: 0.1 } } }, { demand }));
    expect(() => simulate(huge, { draws: 1 })).toThrow(/demand\.ill.*not a finite number/s);
  });

  test("stops where it would hold more numbers than a machine", () => {
    const costs = Object.fromEntries(
      Array.from({ length: 300 }, (_, line) => [`c${line}`, { pays: { council: 1 }, every: "year" }]),
    );
    const long = { start: "2025-04-01", years: 100, cycle: "year" } as const;
    const vast = read(bare({ time: long, interventions: { plan: reaching({ costs }) } }));
    expect(() => simulate(vast, { draws: 1_000_000 })).toThrow(/30,100 million numbers/);
  });

  test("stops where an option means nothing, and says where it does", () => {
    expect(() => simulate(plain, { set: { x: 1 } } as never)).toThrow(/no option set.*readScenario/s);
  });

  test("stops quickly where everything causes everything", () => {
    const names = Array.from({ length: 24 }, (_, index) => `s${index}`);
    const dense = bare({
      services: Object.fromEntries(names.map((name) => [name, { unit: "contact", cost: "none" as const }])),
      demand: Object.fromEntries(
        names.flatMap((from) =>
          names
            .filter((to) => to !== from)
            .map((to) => [`${from}${to}`, { to, each: from, contacts: 0.1, after: "1 year" }]),
        ),
      ),
      interventions: { plan: reaching({ costs: { c: { pays: { council: 1 }, every: "year" } } }) },
    });
    expect(() => simulate(read(dense), { draws: 1 })).toThrow(/multiply without end/);
  });
});
