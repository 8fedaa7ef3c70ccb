import { describe, expect, test } from "vitest";
import { problemText } from "../../src/base/problems/problem.js";
import { simulate } from "../../src/engine/simulate.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { defineScenario } from "../../src/scenario/define.js";
import { readUnitCosts } from "../../src/scenario/money/unit-costs.js";
import { readScenario } from "../../src/scenario/read.js";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Amount = Exclude<NonNullable<ScenarioForm["interventions"][string]["costs"]>[string]["pays"], undefined>;

const agencies: ScenarioForm["agencies"] = {
  council: { name: "Council", kind: "local" },
  hospital: { name: "Hospital", kind: "local" },
};

const paying = (pays: Amount): ScenarioForm =>
  bare({ agencies, interventions: { plan: reaching({ costs: { line: { pays, in: "year 1" } } }) } });

const amountsOf = (scenario: Scenario) =>
  scenario.interventions.plan.lines[0].amounts.map(({ agency, pounds, uprating }) => ({
    agency,
    pounds: pounds.expression,
    priceYear: pounds.priceYear,
    uprating,
  }));

const heading = "code,what,unit,payer,pounds,priceYear,source";

describe("a unit cost by its code", () => {
  test("means the same as its pounds and its price year", () => {
    const short = read(paying({ catalogue: "HE7.10", bears: { NHS: "hospital", "Local authority": "council" } }));
    const priceYear = "2008/09";
    const long = read(paying({ hospital: { value: 10000, priceYear }, council: { value: 2700, priceYear } }));
    expect(amountsOf(short)).toEqual(amountsOf(long));
    expect(short.sources["catalogue.HE7.10"].title).toMatch(/^Hip fracture: HE7.10, Greater Manchester/);
  });

  test("is paid by one agency that bears all parts, without the parts that no agency of the scenario bears", () => {
    const both = read(paying({ catalogue: "HE7.10", bears: { NHS: "council", "Local authority": "council" } }));
    expect(amountsOf(both)).toMatchObject([{ agency: "council", pounds: 12700 }]);
    const one = read(paying({ catalogue: "HE7.10", bears: { NHS: "none", "Local authority": "council" } }));
    expect(amountsOf(one)).toMatchObject([{ agency: "council", pounds: 2700 }]);
  });

  // The database itself counts £803 of £1,509 for truancy if the council's spending on it is a cost of the plan.
  test("gives the part of a cost that the database counts when another part is counted elsewhere", () => {
    const bears = {
      "Local authority alternative provision": "none",
      NHS: "hospital",
      "Criminal justice system": "hospital",
      "Local authority social services": "council",
    };
    const counted = amountsOf(read(paying({ catalogue: "E&S1.0", bears })));
    expect(counted.reduce((sum, { pounds }) => sum + Number(pounds), 0)).toBeCloseTo(803, 0);
  });

  test("may be set from outside", () => {
    const form = paying({ catalogue: "HE4.0", bears: { NHS: "hospital" } });
    const set = read(form, { "interventions.plan.costs.line.pays.catalogue": "HE4.1" });
    expect(amountsOf(set)).toMatchObject([{ agency: "hospital", pounds: 147 }]);
  });

  test("is a cost that effects act on, and a number with its source", () => {
    const form = bare({
      agencies,
      services: { ward: { unit: "episode", cost: { catalogue: "HE7.0", bears: { NHS: "hospital" } }, cashable: 1 } },
      demand: { stays: { to: "ward", contacts: 1, per: "person", every: "year" } },
      interventions: { plan: reaching({ effects: { cheaper: { cut: { "services.ward.cost.hospital": "10%" } } } }) },
    });
    const row = assumptions(simulate(read(form), { draws: 1 })).find(({ source }) => source === "catalogue.HE7.0");
    expect(row).toMatchObject({ address: "services.ward.cost.hospital", value: 1807, status: "sourced", ageYears: 12 });
  });

  test("is not the source of a number written by hand", () => {
    const pays = { hospital: { value: 5, source: "catalogue.HE4.0" } };
    expect(() => read(paying(pays))).toThrow("There is no source called catalogue.HE4.0.");
  });

  test("leaves agencies free to be called catalogue", () => {
    const own: ScenarioForm = { ...paying({ catalogue: 5 }), agencies: { catalogue: { name: "A", kind: "local" } } };
    expect(amountsOf(read(own))).toMatchObject([{ agency: "catalogue", pounds: 5 }]);
  });
});

describe("readUnitCosts(text)", () => {
  const { costs } = readUnitCosts(
    `# our own\n${heading},confidence\nX1,Visit,visit,NHS,40,2024/25,Our ledger,red\nX1,Visit,visit,Council,10.5,2024/25,Our ledger,red\nHE4.0,A&E,attendance,NHS,300,2024,Our ledger,`,
  );

  test("reads one row per payer", () => {
    expect(costs).toEqual([
      {
        code: "X1",
        what: "Visit",
        unit: "visit",
        payers: { NHS: 40, Council: 10.5 },
        priceYear: "2024/25",
        confidence: "red",
        source: "Our ledger",
        licence: "",
      },
      expect.objectContaining({ code: "HE4.0", payers: { NHS: 300 }, confidence: null }),
    ]);
  });

  test("adds them to readScenario and defineScenario, where they replace those of the catalogue", () => {
    const form = paying({ catalogue: "HE4.0", bears: { NHS: "hospital" } });
    const { scenario, problems } = readScenario(JSON.stringify(form), { unitCosts: costs });
    expect(problems).toEqual([]);
    expect(amountsOf(scenario as Scenario)).toMatchObject([{ pounds: 300, priceYear: "2024" }]);
    expect(amountsOf(defineScenario(form, { unitCosts: costs }))).toMatchObject([{ pounds: 300 }]);
  });

  test("reports prices outside the index at the code", () => {
    const { costs: early } = readUnitCosts(`${heading}\nX1,Visit,visit,NHS,40,1980/81,Our ledger`);
    const form = paying({ catalogue: "X1", bears: { NHS: "hospital" } });
    const { problems } = readScenario(JSON.stringify(form), { unitCosts: early });
    expect(problems.filter(({ severity }) => severity === "error").map(({ address }) => address)).toEqual([
      "interventions.plan.costs.line.pays.catalogue",
    ]);
  });

  test("reports every problem by its row, and leaves those costs out", () => {
    const rows = [
      'A 1,Visit,visit,NHS,40,2024/25,Ledger,"",',
      'X2,Visit,visit,NHS,"£1,200",2024/25,Ledger,,',
      "X3,Visit,visit,NHS,40,2024/26,Ledger,,",
      "X4,Visit,visit,NHS,40,2024/25,Ledger,gren,",
      "X5,,visit,NHS,40,2024/25,,,",
      "X6,Visit,visit,NHS,40,2024/25,Ledger,,",
      "X6,Visit,hour,NHS,40,2023/24,Ledger,,",
      "X7,Visit,visit,NHS,-1,2024/25,Ledger,,",
      "__proto__,Visit,visit,__proto__,1,2024/25,Ledger,,",
      "X8,Visit,visit,__proto__,1,2024/25,Ledger,,",
    ];
    const { costs: right, problems } = readUnitCosts([`${heading},confidence,colour`, ...rows].join("\n"));
    expect(right.map(({ code }) => code)).toEqual(["X8"]);
    expect(Object.keys(right[0].payers)).toEqual(["__proto__"]);
    expect(problems.map(problemText).join("\n\n")).toMatchInlineSnapshot(`
      "warning: the headings
        The column colour is not read: its name is unknown. There are code, what,
        unit, payer, pounds, priceYear, source, layer, confidence, licence, covers
        and note.

      error: line 2
        A 1 is not a code.
        A code has letters, digits, dots, & and hyphens, at most 60.

      error: line 3
        The pounds of X2 are "£1,200".
        Write 1200.

      error: line 4
        2024/26 is not a price year.
        Write a financial year such as 2024/25, or a calendar year such as 2024.

      error: line 5
        gren is not a rating. Did you mean green?

      error: line 6
        It has no what and no source.
        Fill it in, or take the row out.

      error: line 8
        The unit and priceYear of X6 differ from those in line 7.
        The rows of a code are parts of one unit cost: give another unit cost
        another code.

      error: line 8
        NHS is a payer of X6 twice.
        Take one out if it is there twice, or add the two rows up.

      error: line 9
        The pounds of X7 are "-1".
        A unit cost cannot be below 0.

      error: line 10
        __proto__ is not a code.
        A code has letters, digits, dots, & and hyphens, at most 60."
    `);
  });

  test("reads pounds of each layer, and reports an unknown layer", () => {
    const rows = (...cells: readonly string[]): string =>
      [`${heading},layer`, ...cells.map((each) => `X1,Visit,visit,${each}`)].join("\n");
    const told = (...cells: readonly string[]) => readUnitCosts(rows(...cells));
    const { costs: read, problems } = told(
      "NHS,40,2024,Ledger,",
      "NHS,7,2024,Ledger,transfer",
      "All,9,2024,Ledger,social",
    );
    expect(problems).toEqual([]);
    expect(read).toMatchObject([{ payers: { NHS: 40 }, transfer: { NHS: 7 }, social: { All: 9 } }]);
    expect(told("NHS,40,2024,Ledger,sociel").problems[0].what).toBe("sociel is not a layer. Did you mean social?");
    expect(told("All,9,2024,Ledger,social").problems[0].what).toBe("X1 has no fiscal row: the cost to public budgets.");
  });

  test("reports missing columns, and a value that is not a text", () => {
    const told = (text: string): string => readUnitCosts(text).problems.map(problemText).join();
    expect(told("code,what,unit,pounds")).toMatchInlineSnapshot(`
      "error: the headings
        They name no column payer, priceYear or source.
        The required columns are code, what, unit, payer, pounds, priceYear and
        source. Optional columns are layer, confidence, licence, covers and note."
    `);
    expect(told("")).toContain("It is empty.");
    expect(told(5 as unknown as string)).toContain("readUnitCosts takes the text of a CSV file.");
  });
});

describe("what is no number of pounds is refused with what to write", () => {
  const headings = "code,what,unit,payer,pounds,priceYear,source";
  test.each([
    ["31%", "Write pounds: a percentage is a share of something."],
    ["310p", "Write 3.1, in pounds."],
    ["1.310", "Is it 1310 or 1.310? Write 1310, or 1.3100."],
    ["0.3k", "Write 300."],
  ])("%s", (pounds, mend) => {
    const { problems } = readUnitCosts(`${headings}\nV1,Visit,visit,NHS,${pounds},2024/25,Ledger\n`);
    expect(problems.map((each) => each.mend)).toEqual([mend]);
  });

  test("the headings again", () => {
    const { problems } = readUnitCosts(`${headings}\n${headings}\nV1,Visit,visit,NHS,310,2024/25,Ledger\n`);
    expect(problems.map(({ what }) => what)).toEqual(["It is the headings again."]);
  });
});
