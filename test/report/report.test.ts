import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { report, toMarkdown, toText } from "../../src/report/index.js";
import { outputNames, outputs } from "../../src/report/outputs.js";
import { askedAs, readShow } from "../../src/report/show.js";
import { casework } from "../results/casework.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

describe("report(simulation, { show: all })", () => {
  law(
    "every output of every scenario prints, the same each time",
    (form) => {
      const print = (): string => toText(report(simulate(read(form), { draws: 3 }), { show: ["all"] }));
      const text = print();
      expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(print()).toBe(text);
    },
    1,
  );

  test("names each output once, in the order asked for", () => {
    const simulation = simulate(example("fdac/scenario.yaml"), { draws: 1 });
    const { parts } = report(simulation, { show: ["ledger", " who-saves", "ledger", "explain:nhs:2"] });
    expect(parts.map(({ name }) => name)).toEqual(["ledger", "who-saves", "explain:nhs:2"]);
    expect(parts[2].title).toBe("One figure explained: NHS and public health, 2");
  });

  test("runs the strategies of the simulation, and no others", () => {
    const simulation = simulate(example("warm-homes/scenario.yaml"), { draws: 1 });
    for (const name of outputNames) {
      const { columns, rows } = outputs[name].page(simulation).table;
      const at = columns.findIndex(({ key }) => key === "strategy");
      const shown = new Set(rows.map((row) => row[at]).filter((strategy) => strategy !== "without"));
      if (at >= 0 && rows.length > 0) expect(shown, name).toEqual(new Set(simulation.settings.strategies));
    }
  });
});

describe("readShow(text)", () => {
  test("reads what follows a name", () => {
    expect(readShow("explain:hospital:2")).toEqual({ name: "explain", options: { agency: "hospital", year: 2 } });
    expect(readShow("sensitivity:place:netAvoided")).toEqual({
      name: "sensitivity",
      options: { of: "place", figure: "netAvoided" },
    });
    expect(readShow("wrong-pockets:place:netAvoided").options).toEqual({ level: "place", figure: "netAvoided" });
    expect(readShow("ledger:financial:cash").options).toEqual({ years: "financial", pounds: "cash" });
    expect(readShow("switching-values")).toEqual({ name: "switching-values", options: {} });
    expect(readShow("acceptability:lifeYear:place:20000")).toEqual({
      name: "acceptability",
      options: { outcome: "lifeYear", of: "place", willingnessToPay: [20000] },
    });
  });

  test.each([
    ["legder", "There is no output called legder. Did you mean ledger?"],
    ["explain:a:1:b", "explain:a:1:b has more words than explain takes.\n  Write explain[:AGENCY[:YEAR]]."],
    ["explain:", "explain: has nothing after a colon."],
    ["sensitivity:place:cash", "A figure is net or netAvoided, not cash."],
    ["decide:netAvoid", "A figure is net or netAvoided, not netAvoid. Did you mean netAvoided?"],
    ["wrong-pockets:nhs", "Levels are place, public or society, not nhs."],
    ["ledger:calendar", "Years are model or financial, not calendar."],
    ["constructor", "There is no output called constructor."],
  ])("refuses %s", (text, message) => {
    expect(() => readShow(text)).toThrow(message);
  });

  test("every output says how it may be asked for", () => {
    expect(outputNames.map(askedAs)).toContain("switching-values[:OF[:FIGURE]]");
    expect(outputNames.map(askedAs)).toContain("acceptability[:OUTCOME[:OF[:WORTH[:FIGURE]]]]");
    for (const name of outputNames) expect(outputs[name].answers).toMatch(/\.$/);
  });
});

test("explain refuses an agency and a year that are not there", () => {
  const simulation = simulate(example("fdac/scenario.yaml"), { draws: 1 });
  expect(() => report(simulation, { show: ["explain:nsh"] })).toThrow("Did you mean nhs?");
  expect(() => report(simulation, { show: ["explain:nhs:6"] })).toThrow("year is a whole number from 1 to 5, not 6.");
  expect(() => report(simulation, { show: ["explain:nhs:two"] })).toThrow('not "two"');
});

test("the ledger by financial year, in cash of the day, says what its years and pounds are", () => {
  const simulation = simulate(example("gritting/durham.yaml"), { draws: 1 });
  const { before, table } = report(simulation, { show: ["ledger:financial:cash"] }).parts[0];
  expect(before).toEqual([
    expect.stringMatching(/^What every line/),
    expect.stringMatching(/^By financial year/),
    expect.stringMatching(/cash of the day/),
  ]);
  expect([...new Set(table.rows.map(([, , label]) => label))]).toEqual(["2009/10", "2010/11", "2011/12"]);
  expect(report(simulation, { show: ["ledger"] }).parts[0].before).toHaveLength(1);
});

test("what compares strategies refuses an outcome, a level and a worth that are not there", () => {
  const simulation = simulate(read(casework), { draws: 1 });
  const ask = (text: string) => () => report(simulation, { show: [text] });
  expect(ask("cost-effectiveness:yearHouse")).toThrow("Did you mean yearHoused?");
  expect(ask("cost-effectiveness:arrest")).toThrow(/An outcome is a\s+service with a worth\./);
  expect(ask("acceptability:yearHoused:plaice")).toThrow("Did you mean place?");
  expect(ask("acceptability:yearHoused:place:much")).toThrow('0 or more, not "much".');
  expect(ask("acceptability:yearHoused:place:20k")).toThrow("Write 20000.");
  expect(ask("evpi:plaice")).toThrow("Did you mean place?");
});

test("an output without rows says why", () => {
  const simulation = simulate(example("discharge/scenario.yaml"), { draws: 1 });
  const textOf = (name: string): string => toText(report(simulation, { show: [name] }));
  for (const name of ["outcomes", "value-for-money", "cost-effectiveness", "acceptability"])
    expect(textOf(name)).toContain("There is nothing to show: no service has a worth.");
  expect(textOf("concentration")).toContain("There is nothing to show: no cohort says how concentrated its need is");
  expect(toMarkdown(report(simulation, { show: ["outcomes"] }))).toContain("nothing to show: no service has a worth.");
});

test("people says everyone where all states or everybody in and out of interventions are meant", () => {
  const { table } = report(simulate(read(casework), { draws: 1 }), { show: ["people"] }).parts[0];
  expect(table.rows[0].slice(0, 4)).toEqual(["without", "clients", "everyone", "everyone"]);
  // Only the column of cycles is empty: these rows are years.
  const cycle = table.columns.findIndex(({ key }) => key === "cycle");
  expect(table.rows.flatMap((row) => row.filter((_, place) => place !== cycle))).not.toContain(null);
});

test("cost-effectiveness, acceptability and the value of information of a scenario, as a reader sees them", () => {
  const simulation = simulate(read(casework), { draws: 256 });
  const show = ["cost-effectiveness", "acceptability:yearHoused:public:3000", "evpi", "value-for-money"];
  expect(toText(report(simulation, { show }))).toMatchInlineSnapshot(`
    "Casework
    Does it pay, and what comes of it?

    Cost-effectiveness
    With Homes one year costs £2,200: 7.15 more years (2.95 to 12.9) for £15,700. Casework and All
    together are upper bounds: measured before and after, without a comparison group.
    What each strategy costs, the outcomes it gives, and the cost of one more outcome.
    Net avoided of the public purse, in present value and the mean of the draws: what is freed and still
    paid for counts as money too.

                                                                cost
                                              more      more  of one
    strategy               cost  outcomes     cost  outcomes    more  status
    Business as usual  £197,132    92.612                             frontier
    Homes              £212,863    99.762  £15,731    7.1504  £2,200  frontier
    Casework           £259,144    92.612                             dominated
    All together       £276,016    99.762                             dominated
    In every row: outcome Year housed, one is a year, cost of the public purse, by net avoided.

    Casework and All together are upper bounds: measured before and after, without a comparison group.

    Acceptability: Year housed, The public purse, 3000
    Year housed (year): at £3,000 Homes is best on the mean, and in 54 runs of 100.
    How likely each strategy is to be the best, by what one outcome is worth.
    Net avoided of the public purse, in present value and the mean of the draws: what is freed and still
    paid for counts as money too.

                                              best
                       if one                   on
                           is  best      net   the
    strategy            worth    in  benefit  mean
    Business as usual  £3,000   46%  £80,704
    Casework           £3,000        £18,692
    Homes              £3,000   54%  £86,424   yes
    All together       £3,000        £23,272
    In every row: outcome Year housed, cost of the public purse, by net avoided.

    Casework and All together are upper bounds: measured before and after, without a comparison group.

    Value of perfect information
    To know every number before choosing is worth at most £0; Business as usual is best on the mean.
    The most that perfect information could be worth before a strategy is chosen.
    Net of the public purse, in present value and the mean of the draws: what budgets gain, in cash.

                                                       net    worth
                                              its  knowing       of
    net of            by   best on the mean   net      all  knowing  not chosen from
    The public purse  net  Business as usual   £0       £0       £0  Casework, All together

    Casework and All together are upper bounds: measured before and after, without a comparison group.
    An upper bound is left out of the choice.

    Value for money
    Casework: the public purse would lose at least £76,400 of cash, with 0 more years. Homes: the public
    purse would lose £27,800 of cash, with 7.15 more years (better outcomes at less cost in no run). All
    together: the public purse would lose at least £104,000 of cash, with 7.15 more years.
    Net beside outcomes, and how often both are better: better outcomes at less cost.
    Net of each level, in present value and the mean of the draws: what budgets gain, in cash.

                                                                                       better
                                                                           gain  gain     for
    strategy      for                     net    net 5th   net 95th  gain   5th  95th    less  better
    Casework      The place          −£80,000                           0
    Casework      The public purse   −£76,402   −£77,864   −£74,101     0
    Homes         The place          −£30,763   −£33,864   −£26,588  7.15  2.95  12.9      0%    100%
    Homes         The public purse   −£27,757   −£32,426   −£20,515  7.15  2.95  12.9      0%    100%
    All together  The place         −£110,763  −£113,864  −£106,588  7.15  2.95  12.9
    All together  The public purse  −£104,387  −£109,184   −£97,119  7.15  2.95  12.9
    In every row: outcome Year housed, one is a year.

    Casework and All together are upper bounds: measured before and after, without a comparison group.

    2 years from 2025-04-01, 2024/25 prices, undiscounted, 256 draws, seed who-saves.
    "
  `);
});

test("a table of several strategies says which row is whose, and leaves out something else", () => {
  const [, ...rows] = toText(report(simulate(read(casework), { draws: 64 }), { show: ["who-saves"] })).split(
    "strategy",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const name of ["All", "Casework", "Homes"]) expect(rows.join("")).toMatch(new RegExp(`^${name} `, "m"));
});

test("an output that runs many times says how much of it is done", () => {
  const seen: number[] = [];
  const onProgress = (name: string, done: number): void => {
    expect(name).toBe("sensitivity");
    seen.push(done);
  };
  report(simulate(read(casework), { draws: 1 }), { show: ["who-saves", "sensitivity"], onProgress });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.every((done) => done >= 0 && done <= 1)).toBe(true);
});

test("a report stops before the next output when its signal is aborted", () => {
  const seen: string[] = [];
  const signal = {
    get aborted() {
      return seen.length > 0;
    },
    reason: new Error("enough"),
  };
  const build = () =>
    report(simulate(read(casework), { draws: 1 }), {
      show: ["who-saves", "cash"],
      onPart: (name) => seen.push(name),
      signal,
    });
  expect(build).toThrow("enough");
  expect(seen).toEqual(["who-saves"]);
});
