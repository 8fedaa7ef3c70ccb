import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { answer, report } from "../../src/report/report.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

describe("answer(simulation)", () => {
  test("speaks of no chance where nothing has a range", () => {
    const fixed = bare({
      interventions: { grant: reaching({ costs: { c: { pays: { council: 2500 }, every: "year" } } }) },
    });
    expect(answer(simulate(read(fixed), { draws: 256 }))).toMatchInlineSnapshot(`
      "A bare scenario
      Does the one thing it holds come out right?

      No cash comes back. Council would pay £2,500 in one year. Council would lose £2,500 of cash. No
      number has a range, so nothing can be said of how sure this is.

                 pays  cash      net
      Council  £2,500    £0  −£2,500

      1 year from 2025-04-01, 2024/25 prices, undiscounted, 256 draws, seed who-saves.
      "
    `);
  });

  test("lays several strategies out with the net of each agency under each", () => {
    const saves = (value: number) => ({
      e: { saves: { council: { value, low: value / 2, high: value * 3 } }, in: "year 1" },
    });
    const form = bare({
      interventions: { one: reaching({ effects: saves(100) }), two: reaching({ effects: saves(2000) }) },
    });
    expect(answer(simulate(read(form), { draws: 256 }))).toMatchInlineSnapshot(`
      "A bare scenario
      Does the one thing it holds come out right?

      All together would gain Council most: in one year Council would gain £2,560 of cash (£1,250 to
      £5,130), ahead in every run. One would gain £122; Two would gain £2,440.

      Council, by strategy
                      cash     net     5th    95th  chance
      Without           £0      £0
      One             £122    £122     £56    £248    100%
      Two           £2,440  £2,440  £1,130  £4,960    100%
      All together  £2,560  £2,560  £1,250  £5,130    100%

      >99% of the range of All together: Two: e saved by Council, 2,000 (1,000 to 6,000)
      (interventions.two.effects.e.saves.council)
      With every input at its central value Council would gain £2,100.
      The chance reflects uncertain inputs, not the luck of small numbers of people. Percentiles of rows
      do not add up to those of the total.

      1 year from 2025-04-01, 2024/25 prices, undiscounted, 256 draws, seed who-saves.
      "
    `);
  });

  test("folds the agencies above twelve into one row, and says how many they are", () => {
    const names = Array.from({ length: 14 }, (_, at) => `body${at + 10}`);
    const agencies = Object.fromEntries(names.map((name) => [name, { name, kind: "local", cashable: 1 }] as const));
    const saves = Object.fromEntries(names.map((name) => [name, 10]));
    const form = bare({ agencies, interventions: { plan: reaching({ effects: { e: { saves, in: "year 1" } } }) } });
    const [{ table }] = report(simulate(read(form), { draws: 1 })).parts;
    expect(table.rows.map(([name]) => name)).toEqual([...names.slice(0, 11), "3 other agencies", "The place"]);
    expect(table.rows[11].slice(1, 4)).toEqual(["agency", 0, 30]);
  });

  const words = (form: ScenarioForm): string => answer(simulate(read(form), { draws: 256 })).replace(/\s+/g, " ");
  const fixed = (effects: Parameters<typeof reaching>[0]["effects"]) => reaching({ effects });

  test("compares strategies at one level: the widest that says more in any of them", () => {
    const agencies = {
      council: { name: "Council", kind: "local", cashable: "20%" },
      firm: { name: "Firm", kind: "private", cashable: "20%" },
    } as const;
    const interventions = {
      one: fixed({ e: { saves: { council: 900 }, in: "year 1" } }),
      two: fixed({ e: { saves: { council: 200 }, in: "year 1" }, f: { saves: { firm: 500 }, in: "year 1" } }),
    };
    const text = words(bare({ agencies, interventions, strategies: { one: ["one"], two: ["two"] } }));
    expect(text).toContain("Society, by strategy");
    expect(text).toContain("One would gain society most: in one year society would gain £180 of cash.");
  });

  test("chooses no upper bound over what was compared, and tells one for what it is", () => {
    const before = { per: "everyone", every: "year", comparison: "none" } as const;
    const interventions = {
      counted: fixed({ e: { measured: before, counts: { call: "9 -> 1" } } }),
      compared: fixed({ e: { saves: { council: 10 }, in: "year 1" } }),
    };
    const services = { call: { unit: "call", cost: { council: 100 } } } as const;
    const strategies = { compared: ["compared"], counted: ["counted"] };
    const text = words(bare({ services, interventions, strategies }));
    expect(text).toContain("Compared would gain Council most: in one year Council would gain £10 of cash.");
    expect(text).toContain("Counted is an upper bound");
    expect(
      words(bare({ services, interventions, strategies: { again: ["counted"], counted: ["counted"] } })),
    ).toContain("would gain at most");
  });

  test("tells what comes of it beside the money: at what price each, or for less", () => {
    const home = (effects: Parameters<typeof reaching>[0]["effects"], costs: number) =>
      words(
        bare({
          services: { home: { unit: "family", worth: "society" } },
          demand: { homes: { to: "home", contacts: 10, per: "everyone", every: "year" } },
          interventions: {
            homes: reaching({ costs: { c: { pays: { council: costs }, every: "year" } }, effects }),
          },
        }),
      );
    const more = { e: { raise: { home: "50%" } } };
    const less = { e: { cut: { home: "50%" } } };
    const saved = { f: { saves: { council: 600 }, in: "year 1" } } as const;
    expect(home(more, 1000)).toContain("5 more families, at £200 of cash each.");
    expect(home({ ...more, ...saved }, 100)).toContain(
      "5 more families, with cash left over: better outcomes at less cost",
    );
    expect(home({ ...less, ...saved }, 100)).toContain("5 fewer families, saving the place £100 of cash for each.");
    expect(home(saved, 100)).not.toContain("families");
  });

  test("names each outcome where several share a unit", () => {
    const services = {
      carers: { unit: "QALY", worth: "society" },
      patients: { unit: "QALY", worth: "society" },
    } as const;
    const demand = {
      c: { to: "carers", contacts: 4, per: "everyone", every: "year" },
      p: { to: "patients", contacts: 10, per: "everyone", every: "year" },
    } as const;
    const effects = { e: { raise: { patients: "50%" } } };
    expect(words(bare({ services, demand, interventions: { plan: reaching({ effects }) } }))).toContain(
      "5 more QALYs (Patients)",
    );
  });

  test("says that cash is the variable share only where that is so: no capacity, and not all of it is cash", () => {
    const visits = (service: object): string =>
      words(
        bare({
          services: { visit: { unit: "visit", cost: { council: 10 }, ...service } },
          demand: { visits: { to: "visit", contacts: 10, per: "everyone", every: "year" } },
          interventions: { plan: reaching({ effects: { e: { cut: { visit: "50%" } } } }) },
        }),
      );
    const caveat = "No service states its capacity, so only the variable share of a saving is counted as cash.";
    expect(visits({ cashable: "40%" })).toContain(caveat);
    expect(visits({ cashable: "100%" })).not.toContain(caveat);
    const split = { variable: "40%", semiFixed: "30%", fixed: "30%" };
    expect(visits({ split, capacity: { contacts: 20, every: "year" } })).not.toContain(caveat);
  });

  test("says whose bills rise, beside the cash that comes back", () => {
    const agencies = {
      council: { name: "Council", kind: "local", cashable: "100%" },
      nhs: { name: "NHS", kind: "local", cashable: "100%" },
    } as const;
    const effects = {
      e: { saves: { council: 1000 }, in: "year 1" },
      f: { costsMore: { nhs: 1500 }, in: "year 1" },
    } as const;
    const costs = { c: { pays: { council: 100 }, in: "year 1" } } as const;
    const text = words(bare({ agencies, interventions: { plan: reaching({ costs, effects }) } }));
    expect(text).toContain("No cash comes back: NHS would spend £1,500 more.");
    const less = { ...effects, f: { ...effects.f, costsMore: { nhs: 40 } } };
    expect(words(bare({ agencies, interventions: { plan: reaching({ costs, effects: less }) } }))).toContain(
      "Of each £1 paid, £9.60 comes back as cash: £10.00 to Council, after 40p more spent by NHS.",
    );
  });
});
