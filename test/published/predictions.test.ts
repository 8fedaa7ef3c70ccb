import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mean, quantile, sorted } from "../../src/base/mathematics/statistics.js";
import { contactsOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual } from "../../src/engine/book/strategy-index.js";
import { type Simulation, simulate } from "../../src/engine/simulate.js";
import { draws } from "../../src/results/draws.js";
import type { Figure } from "../../src/results/sums/sums.js";
import { readExample, scenarioIn } from "../support/read.js";

// What eight programmes were predicted to do. The scenarios and predictions are not changed when results are published.

/** One number per draw of a run. */
type Reading = (run: Simulation) => ArrayLike<number>;

/** A function of contacts at a service, without and with a strategy. */
const contacts =
  (service: string, of: (without: number, with_: number) => number, strategy = 0): Reading =>
  (run) => {
    const without = contactsOf(run.drawn, businessAsUsual, service);
    return contactsOf(run.drawn, strategy, service).map((each, draw) => of(without[draw], each));
  };

const oddsRatio = (people: number) => (without: number, with_: number) =>
  with_ / (people - with_) / (without / (people - without));
const ratio = (without: number, with_: number): number => with_ / without;
const relative = (without: number, with_: number): number => with_ / without - 1;
const perHead =
  (people: number, times = 1) =>
  (without: number, with_: number): number =>
    (times * (with_ - without)) / people;

/** Pounds of a figure, times a factor; as an evaluation counts them: what is avoided, cash or not. */
const pounds =
  (figure: Figure, of: string, times: number, options: { year?: number; money?: "plain" } = {}): Reading =>
  (run) =>
    draws(run, { figure, of, ...options }).map((each) => times * each);

const overCost: Reading = (run) => {
  const cost = draws(run, { figure: "pays", of: "society" });
  return draws(run, { figure: "avoided", of: "society" }).map((each, draw) => each / cost[draw]);
};

const kindsOfWork = [
  ...["wallInsulation", "loftInsulation", "windowsAndDoors", "heating"],
  ...["electrics", "kitchens", "bathrooms", "paths"],
];
const smallest: Reading = (run) => {
  const each = kindsOfWork.map((_, strategy) => contacts("admission", ratio, strategy)(run));
  return Float64Array.from(each[0], (_, draw) => Math.min(...each.map((column) => column[draw])));
};

const plain = { money: "plain" } as const;

/** How each quantity is read from a run, in the unit and with the sign in which the programme's result is stated. */
const readings: Readonly<Record<string, Readonly<Record<string, Reading>>>> = {
  "family-nurse-partnership": {
    emergency: contacts("anyEmergency", oddsRatio(800)),
    cost: pounds("netAvoided", "nhs", -1 / 800),
  },
  telehealth: {
    admitted: contacts("admitted", oddsRatio(1615)),
    emergency: contacts("emergency", perHead(1615)),
    hospital: pounds("avoided", "nhs", -1 / 1615, plain),
  },
  "violence-data-sharing": {
    admissions: contacts("admission", ratio),
    woundings: contacts("recorded", ratio),
    health2007: pounds("avoided", "nhs", 1, { year: 5, ...plain }),
    justice2007: pounds("avoided", "justice", 1, { year: 5, ...plain }),
    ratio: overCost,
  },
  "future-jobs-fund": {
    onBenefit: contacts("onBenefit", relative),
    inWork: contacts("inWork", relative),
    participant: pounds("netAvoided", "participant", 1e-3),
    employer: pounds("netAvoided", "employer", 1e-3),
    exchequer: pounds("netAvoided", "exchequer", 1e-3),
    society: pounds("netAvoided", "society", 1e-3),
  },
  "family-group-conferences": {
    inCare: contacts("inCare", perHead(1275, 100)),
    proceedings: contacts("proceedings", perHead(1275, 100)),
  },
  "home-nursing-at-the-end-of-life": {
    diedAtHome: contacts("diedAtHome", perHead(29500, 100)),
    emergency: contacts("emergency", ratio),
    hospital: pounds("avoided", "nhs", -1 / 29500, plain),
  },
  "council-homes-to-standard": {
    smallest,
    ...Object.fromEntries(kindsOfWork.map((kind, strategy) => [kind, contacts("clear", (_, each) => each, strategy)])),
  },
  "multisystemic-therapy": {
    placed: contacts("placed", oddsRatio(350)),
    offences: contacts("offence", ratio),
  },
};

interface Range {
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

const short = (number: number): number => Number(number.toPrecision(4));

const rangeOf = (values: ArrayLike<number>): Range => {
  const ascending = sorted(values);
  return { mean: short(mean(values)), p5: short(quantile(ascending, 0.05)), p95: short(quantile(ascending, 0.95)) };
};

const folder = "examples/predictions";
const programmes = readdirSync(folder).filter((name) => !name.endsWith(".md"));

test("every programme has its readings", () => {
  expect(programmes).toEqual(Object.keys(readings).sort());
});

describe.each(programmes)("the prediction of %s", (programme) => {
  const prediction = JSON.parse(readFileSync(`${folder}/${programme}/prediction.json`, "utf8"));

  test("is what its scenario says: 2,048 draws, the seed who-saves", () => {
    const result = readExample(`predictions/${programme}/scenario.yaml`);
    expect(result.problems).toEqual([]);
    const run = simulate(scenarioIn(result), { draws: 2048, seed: "who-saves" });
    const read = Object.entries(readings[programme]).map(([name, reading]) => [name, rangeOf(reading(run))] as const);
    expect(prediction).toEqual({ programme, knew: true, quantities: Object.fromEntries(read) });
  });

  test("is in the table of the validation page", () => {
    const page = readFileSync("docs/validation.md", "utf8");
    for (const [name, { mean, p5, p95 }] of Object.entries<Range>(prediction.quantities))
      expect(page).toContain(`| ${programme}, ${name} | ${mean} | ${p5} to ${p95} |`);
  });
});
