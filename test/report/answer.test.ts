import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { answer } from "../../src/report/index.js";
import { widthOf } from "../../src/report/words.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { lawOf } from "../support/law.js";
import { example, exampleFiles, read } from "../support/read.js";

const checkScreen = (text: string): void => {
  expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
  const lines = text.trimEnd().split("\n");
  expect(lines.length, text).toBeLessThanOrEqual(20);
  for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(80);
};

const kinds = ["local", "national", "private"] as const;

const before = { per: "1 person", every: "year", comparison: "none" } as const;

/** Places of many bodies and strategies, with names as long as names may be. */
const crowd = fc
  .record({
    agencies: fc.integer({ min: 1, max: 9 }),
    interventions: fc.integer({ min: 1, max: 7 }),
    letters: fc.integer({ min: 1, max: 60 }),
    pounds: fc.constantFrom(1, 1234, 987_654, 12_345_678_901),
    ranged: fc.boolean(),
    measured: fc.boolean(),
    outcomes: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ agencies, interventions, letters, pounds, ranged, measured, outcomes }): ScenarioForm => {
    const agency = (at: number): string => `a${at}${"x".repeat(letters)}`.slice(0, 60);
    const outcome = (at: number): string => `o${at}${"z".repeat(letters)}`.slice(0, 60);
    const amount = ranged ? { value: pounds, low: pounds / 3, high: pounds * 4 } : pounds;
    const numbered = <Value>(count: number, entry: (at: number) => readonly [string, Value]) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => entry(at)));
    return bare({
      title: "Title ".repeat(letters / 2 + 1).slice(0, 200),
      question: `${"Why and ".repeat(letters)}who?`,
      agencies: numbered(agencies, (at) => [
        agency(at),
        { name: "A long name ".repeat(letters / 4 + 1), kind: kinds[at % 3], cashable: "20%" },
      ]),
      interventions: numbered(interventions, (at) => [
        `i${at}-${"y".repeat(letters)}`.slice(0, 60),
        reaching({
          costs: { c: { pays: { [agency(at % agencies)]: amount }, every: "year" } },
          effects: {
            e: { saves: { [agency((at + 1) % agencies)]: amount }, every: "year" },
            ...(measured ? { m: { measured: before, counts: { call: "9 -> 5" } } } : {}),
            ...(outcomes > 0 ? { o: { raise: { [outcome(0)]: at } } } : {}),
          },
        }),
      ]),
      services: {
        ...(measured ? { call: { unit: "call", cost: "none" } } : {}),
        ...numbered(outcomes, (at) => [outcome(at), { unit: "z".repeat(letters), worth: "society" }]),
      },
      demand: numbered(outcomes, (at) => [
        outcome(at),
        { to: outcome(at), contacts: 1, per: "everyone", every: "year" },
      ]),
    });
  });

describe("answer(simulation)", () => {
  lawOf(
    "has at most 20 lines of 80 columns, with any agencies and strategies",
    crowd,
    (form) => checkScreen(answer(simulate(read(form), { draws: 16, seed: "s".repeat(200) }))),
    8,
  );

  test.each(exampleFiles)("%s fits", (file) => {
    checkScreen(answer(simulate(example(file), { draws: 64 })));
  });

  test("speaks of no chance where nothing has a range", () => {
    const fixed = bare({
      interventions: { grant: reaching({ costs: { c: { pays: { council: 2500 }, every: "year" } } }) },
    });
    expect(answer(simulate(read(fixed), { draws: 256 }))).toMatchInlineSnapshot(`
      "A bare scenario. Does the one thing it holds come out right?
      Without and with Grant, 1 year from 2025-04-01, 2024/25 prices, undiscounted,
      256 draws, seed who-saves.

                   pays  avoided  cash      net
      Council    £2,500       £0    £0  −£2,500
      The place  £2,500       £0    £0  −£2,500

      Council would pay £2,500 over one year; no cost would be avoided. The place
      would be £2,500 worse off.
      No number has a range, so there is no chance to report.
      "
    `);
  });

  test("lays several strategies out under one another, where they fit", () => {
    const saves = (value: number) => ({
      e: { saves: { council: { value, low: value / 2, high: value * 3 } }, in: "year 1" },
    });
    const form = bare({
      interventions: { one: reaching({ effects: saves(100) }), two: reaching({ effects: saves(2000) }) },
    });
    expect(answer(simulate(read(form), { draws: 256 }))).toMatchInlineSnapshot(`
      "A bare scenario. Does the one thing it holds come out right?
      Without and with each of 3 strategies, 1 year from 2025-04-01, 2024/25 prices,
      undiscounted, 256 draws, seed who-saves.
                 pays  avoided    cash     net     5th    95th  chance
      one:
      Council      £0     £122    £122    £122     £56    £248    100%
      The place    £0     £122    £122    £122     £56    £248    100%
      two:
      Council      £0   £2,440  £2,440  £2,440  £1,130  £4,960    100%
      The place    £0   £2,440  £2,440  £2,440  £1,130  £4,960    100%
      all:
      Council      £0   £2,560  £2,560  £2,560  £1,250  £5,130    100%
      The place    £0   £2,560  £2,560  £2,560  £1,250  £5,130    100%
      all leaves the place best off: £2,560 better off, ahead in every run.
      With every number at its central value the net differs: one £100, two £2,000 and
      all £2,100.
      >99% of the spread of all: interventions.two.effects.e.saves.council, 2000 (1000
      to 6000)
      Chance covers uncertain numbers, not the luck of few people. 5th, 95th: draw by
      draw; they do not add.
      "
    `);
  });

  test("gives many strategies a row each, and says how to see one", () => {
    const cost = (value: number) => ({
      costs: { c: { pays: { council: value, hospital: 1000 }, every: "year" as const } },
    });
    const agencies = {
      council: { name: "Council", kind: "local", cashable: "20%" },
      hospital: { name: "Hospital", kind: "local", cashable: "20%" },
      courts: { name: "Courts", kind: "national", cashable: "20%" },
    } as const;
    const saving = (value: number) => ({
      e: { saves: { courts: { value, low: value / 2, high: value * 3 } }, in: "year 1" },
    });
    const interventions = Object.fromEntries(
      [1, 2, 3, 4].map((at) => [`plan${at}`, reaching({ ...cost(at * 100), effects: saving(at * at * 400) })]),
    );
    expect(answer(simulate(read(bare({ agencies, interventions })), { draws: 256 }))).toMatchInlineSnapshot(`
      "A bare scenario. Does the one thing it holds come out right?
      Without and with each of 5 strategies, 1 year from 2025-04-01, 2024/25 prices,
      undiscounted, 256 draws, seed who-saves.

               pays  avoided    cash      net      5th    95th  chance
      plan1  £1,100     £494     £99  −£1,000  −£1,050   −£900      0%
      plan2  £1,200   £1,940    £389    −£811  −£1,020   −£405      1%
      plan3  £1,300   £4,370    £875    −£425    −£894    £495     14%
      plan4  £1,400   £7,790  £1,560     £158    −£677  £1,780     44%
      all    £5,000  £14,600  £2,920  −£2,080  −£3,180   −£255      4%

      plan4 leaves the public purse best off: £158 better off (£6,230 more is only
      freed), ahead in 44 runs of 100. Each row is the public purse under one
      strategy; --strategy NAME shows who pays and who saves.
      With every number at its central value the net differs: plan3 −£580, plan4 −£120
      and all −£2,600.
      100% of the spread of plan4: interventions.plan4.effects.e.saves.courts, 6400 (…
      Chance covers uncertain numbers, not the luck of few people. 5th, 95th: draw by
      draw; they do not add.
      "
    `);
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
    expect(text.match(/Society/g)).toHaveLength(2);
    expect(text).toContain("one leaves society best off: £180 better off (£720 more is only freed)");
  });

  test("chooses no upper bound over what was compared, and tells one for what it is", () => {
    const before = { per: "everyone", every: "year", comparison: "none" } as const;
    const interventions = {
      counted: fixed({ e: { measured: before, counts: { call: "9 -> 1" } } }),
      compared: fixed({ e: { saves: { council: 10 }, in: "year 1" } }),
    };
    const services = { call: { unit: "call", cost: { council: 100 } } } as const;
    const strategies = { compared: ["compared"], counted: ["counted"] };
    expect(words(bare({ services, interventions, strategies }))).toContain(
      "Upper bounds apart, compared leaves the place best off: £10 better off",
    );
    expect(
      words(bare({ services, interventions, strategies: { again: ["counted"], counted: ["counted"] } })),
    ).toContain("again, an upper bound, leaves the place best off");
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
    expect(home(more, 1000)).toContain("5.00 families would be gained, at £200 each to the place.");
    expect(home({ ...more, ...saved }, 100)).toContain(
      "5.00 families would be gained, with the place better off: better outcomes at less cost.",
    );
    expect(home({ ...less, ...saved }, 100)).toContain("5.00 families would be lost, saving the place £100 for each.");
    expect(home(saved, 100)).toContain("No families would be gained or lost.");
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
      "No QALYs (carers) would be gained or lost. 5.00 QALYs (patients) would be gained,",
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
    const caveat = "Services have no capacity: cash is the variable share.";
    expect(visits({ cashable: "40%" })).toContain(caveat);
    expect(visits({ cashable: "100%" })).not.toContain(caveat);
    const split = { variable: "40%", semiFixed: "30%", fixed: "30%" };
    expect(visits({ split, capacity: { contacts: 20, every: "year" } })).not.toContain(caveat);
  });

  test("separates the cost avoided from the costs that rise elsewhere", () => {
    const effects = {
      e: { saves: { council: 1000 }, in: "year 1" },
      f: { costsMore: { council: 1500 }, in: "year 1" },
    } as const;
    expect(words(bare({ interventions: { plan: reaching({ effects }) } }))).toContain(
      "£1,000 of cost would be avoided, all of it as cash, and £1,500 would rise elsewhere.",
    );
    expect(words(bare({ interventions: { plan: reaching({ effects: { f: effects.f } }) } }))).toContain(
      "no cost would be avoided, and £1,500 would rise elsewhere.",
    );
  });
});
