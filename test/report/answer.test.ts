import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Simulation } from "../../src/engine/simulate.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { toMarkdown } from "../../src/report/formats/markdown.js";
import { toText } from "../../src/report/formats/text.js";
import { answer, report } from "../../src/report/report.js";
import { widthOf } from "../../src/report/words.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { exampleRun } from "../support/example-run.js";
import { lawOf } from "../support/law.js";
import { exampleFiles, read } from "../support/read.js";

const checkLines = (text: string, width: number): void => {
  expect(text).not.toMatch(/NaN|undefined|Infinity|null|…/);
  const lines = text.trimEnd().split("\n");
  expect(lines.filter((line) => line.trim().includes(" ") && widthOf(line) > width)).toEqual([]);
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

/** The names on a first screen: all but those of private agencies of which no strategy moves money. */
const namesIn = (simulation: Simulation): readonly string[] => {
  const { scenario, settings } = simulation;
  const moved = whoSaves(simulation).filter((row) => row.pays || row.avoided || row.cheaper || row.transfers);
  const withMoney = new Set(moved.map(({ agency }) => agency));
  return [
    ...Object.entries(scenario.agencies).flatMap(([agency, { name, kind }]) =>
      kind !== "private" || withMoney.has(agency) ? [name] : [],
    ),
    ...(settings.strategies.length > 1 ? settings.strategies.map((key) => scenario.strategies[key].name) : []),
  ];
};

const screens = [
  { width: 60, lines: 20 },
  { width: 80, lines: 24 },
  { width: 140, lines: 50 },
] as const;

describe("answer(simulation)", () => {
  lawOf(
    "has a row for each of at most 9 agencies and 7 strategies, and no line that is too long, with names of any length",
    crowd,
    (form) => {
      const simulation = simulate(read(form), { draws: 16, seed: "s".repeat(200) });
      for (const screen of screens) {
        const text = toText(report(simulation), screen);
        checkLines(text, screen.width);
        expect(text.match(/£/g)?.length).toBeGreaterThan(simulation.settings.strategies.length);
      }
    },
    8,
  );

  // An answer with six rows or fewer fits a screen of 24 lines, with the line of the prompt.
  test.each(exampleFiles)("%s has every name whole and every row, on three screens and in Markdown", (file) => {
    const simulation = exampleRun(file);
    const built = report(simulation);
    const names = namesIn(simulation);
    for (const screen of screens) {
      const text = toText(built, screen);
      checkLines(text, screen.width);
      const shown = new Set(text.split(/\s+/));
      const missing = names.flatMap((name) => name.split(/\s+/)).filter((word) => !shown.has(word));
      expect(missing, `at ${screen.width}`).toEqual([]);
    }
    const [{ table, further = [] }] = built.parts;
    const rows = [table, ...further.map((each) => each.table)].flatMap((each) => each.rows);
    if (rows.length <= 6) expect(toText(built, screens[1]).split("\n").length).toBeLessThanOrEqual(24);
    // What a short screen leaves out is counted, and every sentence of the finding stays.
    const short = toText(built, screens[0]).replace(/\s+/g, " ");
    if (!/\d more notes?|What was run: --notes/.test(short)) expect(short).toContain("draws, seed");
    expect(short).toContain(built.parts[0].finding.join(" ").replace(/\s+/g, " "));
    const markdown = toMarkdown(built);
    const plain = markdown.replaceAll("**", "");
    expect(rows.filter((row) => !plain.includes(`| ${String(row[0])} |`))).toEqual([]);
    expect(markdown).not.toContain("…");
  });

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
