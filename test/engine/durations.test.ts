import { describe, expect, test } from "vitest";
import type { Book } from "../../src/engine/book/book.js";
import { entryValue, modelYearsOf, peopleIn } from "../../src/engine/book/read-book.js";
import { simulate } from "../../src/engine/simulate.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import type { ScenarioForm, Settings } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Parts = Partial<ScenarioForm>;
type Interventions = ScenarioForm["interventions"];

const monthly: Parts = { time: { start: "2025-04-01", years: 3, cycle: "month" } };

/** 100 people join in the first month of three years. Their contacts, one a month at £10, are cut to none. */
const course = (reaches: object, others: Interventions = {}): ScenarioForm =>
  bare({
    ...monthly,
    cohorts: { clients: { size: 100 } },
    services: { clinic: { unit: "visit", cost: { council: 10 } } },
    demand: { visits: { to: "clinic", contacts: 1, per: "person", every: "month" } },
    interventions: {
      course: {
        reaches: { people: 100, who: "anyone", join: "month 1", stay: "10 months", ...reaches },
        deadweight: 0,
        effects: { fewer: { cut: { clinic: 1 } } },
      },
      ...others,
    },
    ...(Object.keys(others).length === 0 ? {} : { strategies: { all: ["course", ...Object.keys(others)] } }),
  });

const runOf = (form: ScenarioForm, set: Settings = {}, draws = 1) => simulate(read(form, set), { draws });

/** The mean number of people in the course, by year, in the central run of the first strategy. */
const inCourse = ({ central }: { readonly central: Book }): number[] =>
  modelYearsOf(central).map(
    (year) => peopleIn(central, 0, { cohort: "clients", state: null, intervention: "course" }, year)[0],
  );

/** What the council saves, by year, in the central run of the first strategy. */
const savedIn = ({ central }: { readonly central: Book }): number[] =>
  modelYearsOf(central).map((year) =>
    central.entries
      .filter(({ kind }) => kind === "avoided")
      .reduce((sum, entry) => sum + entryValue(central, 0, entry, { year, money: "plain" })[0], 0),
  );

const months = Array.from({ length: 36 }, (_, month) => month);
const byYear = (of: (month: number) => number): number[] =>
  [0, 12, 24].map((from) => months.slice(from, from + 12).reduce((sum, month) => sum + of(month), 0));
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

describe("the mean stay in a programme", () => {
  // Of 100 people, a share of 1/S leaves each month, so that 100 (1 - 1/S)^m are left after m months.
  const left = (stay: number) => near(byYear((month) => (100 / 12) * (1 - 1 / stay) ** month));

  test.each<[QuantityForm, number]>([
    ["10 months", 10],
    [{ value: "10 months", low: "5 months", high: "2 years" }, 10],
    [{ value: 10, low: 5, high: 20, unit: "months" }, 10],
    ["lasts", 15],
    ["lasts / 3 + 0.5", 11],
  ])("may be %j", (stay, expected) => {
    const form = course({ stay });
    expect(inCourse(runOf({ ...form, quantities: { lasts: "15 months" } }))).toEqual(left(expected));
  });

  test("is set by its address", () =>
    expect(inCourse(runOf(course({}), { "interventions.course.reaches.stay": "20 months" }))).toEqual(left(20)));

  test("changes by an effect of another intervention, bit for bit as if it were written so", () => {
    const keep = reaching({ effects: { longer: { raise: { "interventions.course.reaches.stay": 1 } } } });
    expect(inCourse(runOf(course({}, { keep })))).toEqual(inCourse(runOf(course({ stay: "20 months" }))));
  });

  test("shorter than a cycle is a stay of one cycle", () =>
    expect(inCourse(runOf(course({ stay: { value: "3 weeks", low: "1 week", high: "2 months" } })))).toEqual(left(1)));
});

describe("the fade of an effect in people who left", () => {
  // All stay for one month. Of what is left of the effect, half is lost in each `fade`.
  const saved = (fade: number) => near(byYear((month) => 1000 * 2 ** (-Math.max(0, month - 1) / fade)));

  test.each<[QuantityForm, number]>([
    ["6 months", 6],
    [{ value: "1 year", low: "4 months", high: "36 months" }, 12],
    ["lasts - 1", 3],
  ])("may be %j", (fade, expected) => {
    const form = course({ stay: "1 month", fade });
    expect(savedIn(runOf({ ...form, quantities: { lasts: "15 months" } }))).toEqual(saved(expected));
  });

  test("changes by an effect of another intervention, bit for bit as if it were written so", () => {
    const booster = reaching({ effects: { longer: { set: { "interventions.course.reaches.fade": "lasts" } } } });
    const form = { ...course({ stay: "1 month", fade: "6 months" }, { booster }), quantities: { lasts: "1 year" } };
    expect(savedIn(runOf(form))).toEqual(savedIn(runOf(course({ stay: "1 month", fade: "1 year" }))));
  });
});

/** A ward of ten places from which half the people stay away, and of which up to five places are shut. */
const ward = (notice: QuantityForm, others: Interventions = {}): ScenarioForm =>
  bare({
    time: { start: "2025-04-01", years: 4, cycle: "quarter" },
    services: {
      ward: {
        unit: "night",
        cost: { council: 100 },
        split: { variable: "20%", semiFixed: "80%" },
        capacity: { places: 10, stay: "1 quarter" },
        step: "5 places",
        notice,
        exitCost: { council: 7 },
      },
    },
    demand: { ill: { to: "ward", contacts: 10, per: "everyone", every: "quarter" } },
    interventions: {
      help: reaching({ effects: { less: { cut: { ward: "50%" } }, shut: { close: { ward: "5 places" } } } }),
      ...others,
    },
    strategies: { all: ["help", ...Object.keys(others)] },
  });

/** What is cash of the £2,000 a year that is avoided: £400 at once, and £400 for each quarter in which a step is shut. */
const cashOf = (book: Book, draw = 0): number[] =>
  modelYearsOf(book).map((year) => {
    const entry = book.entries.find(({ kind, address }) => kind === "cash" && address === "services.ward");
    return entry ? entryValue(book, 0, entry, { year, money: "plain" })[draw] : 0;
  });

describe("the notice of a step", () => {
  // The step is decided at the end of year 1, and shut after the notice: a whole number of quarters.
  test.each<[QuantityForm, number[]]>([
    ["1 day", [400, 2000, 2000, 2000]],
    [{ value: "6 months", low: "1 month", high: "5 years" }, [400, 1200, 2000, 2000]],
    [{ value: 15, low: 12, high: 18, unit: "months" }, [400, 400, 1600, 2000]],
    ["quarters / 4", [400, 400, 1200, 2000]],
    ["3 years", [400, 400, 400, 400]],
  ])("may be %j", (notice, cash) => {
    const form = { ...ward(notice), quantities: { quarters: 6 } };
    expect(cashOf(runOf(form).central)).toEqual(near(cash));
  });

  test("is shorter by an effect, bit for bit as if it were written so", () => {
    const agreed = reaching({ effects: { notice: { cut: { "services.ward.notice": "50%" } } } });
    expect(cashOf(runOf(ward("2 years", { agreed })).central)).toEqual(cashOf(runOf(ward("1 year")).central));
  });

  test("that outlasts the run in some draws leaves the step open in these", () => {
    // Evenly between 0.5 and 10.5 years: below 11.5 quarters, 2.875 years, the step is shut within the run.
    const { drawn } = runOf(
      ward({ value: "5.5 years", low: "6 months", high: "10.5 years", distribution: "uniform" }),
      {},
      1000,
    );
    const exits = modelYearsOf(drawn).map((year) => {
      const entry = drawn.entries.find(({ address }) => address === "services.ward.exitCost");
      return entry ? entryValue(drawn, 0, entry, { year, money: "plain" }) : new Float64Array(drawn.draws);
    });
    const isShut = Array.from({ length: drawn.draws }, (_, draw) => exits.some((year) => year[draw] > 0));
    expect(isShut.filter(Boolean).length / drawn.draws).toBeCloseTo(0.2375, 2);
    for (const [draw, is] of isShut.slice(0, 50).entries())
      if (!is) expect(cashOf(drawn, draw)).toEqual(near([400, 400, 400, 400]));
  });
});

describe("a length of time as a range", () => {
  const range = { value: "10 months", low: "5 months", high: "20 months" };
  const isLength = ({ address }: { readonly address: string }): boolean => /(stay|fade|notice)$/.test(address);

  test.each([
    ["interventions.course.reaches.stay", course({ stay: range })],
    ["interventions.course.reaches.fade", course({ stay: "1 month", fade: range })],
    ["services.ward.notice", ward(range)],
  ])("stands in sensitivity and switching values: %s", (address, form) => {
    const [{ swing, ...row }] = sensitivity(read(form)).filter(isLength);
    expect(row.address).toBe(address);
    expect(swing).toBeGreaterThan(0);
    expect(switchingValues(read(form)).filter(isLength)).toMatchObject([
      { address, value: expect.closeTo(10 / 12, 9) },
    ]);
  });

  test("written as a text alone does not", () => {
    const scenario = read(course({ fade: "1 year" }));
    expect([...sensitivity(scenario), ...switchingValues(scenario)].filter(isLength)).toEqual([]);
  });
});
