import { describe, expect, test } from "vitest";
import { normalCdf } from "../../src/base/mathematics/special.js";
import { mean, quantile, sorted } from "../../src/base/mathematics/statistics.js";
import { runCentral } from "../../src/engine/central.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Trace } from "../../src/quantity/expression.js";
import type { QuantityForm } from "../../src/quantity/forms.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { mapExpressions } from "../support/change.js";
import { type Columns, changed, columnsIn, largest } from "../support/columns.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";

const centre = (scenario: Scenario): Columns => columnsIn(runCentral(scenario, Object.keys(scenario.strategies)));

/** True if two numbers differ by rounding only, or by a share of the largest amount. */
const near =
  (columns: Columns, share: number) =>
  ([before]: Float64Array, [after]: Float64Array): boolean =>
    Math.abs(before - after) <= share * largest(columns);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const averaged = (runs: readonly Columns[]): Columns =>
  new Map([...runs[0].keys()].map((name) => [name, Float64Array.of(mean(runs.map((run) => run.get(name)![0])))]));

describe("the central run", () => {
  law("is the mean of the runs in which one trace stands for every year", (form) => {
    const scenario = read(form);
    const picked: Trace[] = [];
    const choose = (place: number): Scenario =>
      mapExpressions(scenario, (part) => {
        if (typeof part === "number" || part.kind !== "trace" || typeof part.pick === "object") return part;
        picked.push(part);
        return { ...part, pick: { trace: place % part.names.length } };
      });
    const first = choose(0);
    let places = 1;
    while (picked.some(({ names }) => places % names.length !== 0)) places++;
    const others = Array.from({ length: places - 1 }, (_, place) => choose(place + 1));
    const found = centre(scenario);
    expect(changed(found, averaged([first, ...others].map(centre)), near(found, 1e-12))).toEqual([]);
  });

  test("of gritting is the mean of its 30 winters, each picked by name", () => {
    const { quantities } = example("gritting/scenario.yaml");
    const trace = quantities.temperature.expression as Trace;
    const winters = trace.names.map((winter) =>
      centre(example("gritting/scenario.yaml", { "quantities.temperature.pick": winter })),
    );
    const found = centre(example("gritting/scenario.yaml"));
    expect(winters.length).toBe(30);
    expect(changed(found, averaged(winters), near(found, 1e-12))).toEqual([]);
  });

  law("is where the mean of the draws goes as ranges become narrow", (form) => {
    const narrow = mapExpressions(read(form), (part) => {
      if (typeof part === "number") return part;
      if (part.kind === "trace") return { ...part, pick: { trace: 0 } };
      if (part.kind === "split") return 1 / part.parts;
      if (part.kind === "row") return part.counts[part.part] / sum(part.counts);
      if (part.kind !== "range") return part;
      const { value } = part;
      const width = 1e-9 * Math.abs(value);
      return { ...part, family: "uniform", parameters: { low: value - width, high: value + width } };
    });
    const { central, drawn } = simulate(narrow, { draws: 256 });
    const means = new Map([...columnsIn(drawn)].map(([name, column]) => [name, Float64Array.of(mean(column))]));
    const found = columnsIn(central);
    expect(changed(found, means, near(found, 1e-6))).toEqual([]);
  });

  test("of gritting is within 0.1 % of the mean of the draws where every range is within 1 %", () => {
    const percent = { low: 0.99, high: 1.01 };
    const narrow = mapExpressions(
      example("gritting/scenario.yaml", { "quantities.temperature.pick": "2010/11" }),
      (part) =>
        typeof part === "object" && part.kind === "range"
          ? { ...part, parameters: { ...part.parameters, ...timesEach(percent, part.value) } }
          : part,
    );
    const simulation = simulate(narrow);
    const [central, drawn] = [simulation.central, simulation.drawn].map((book) =>
      mean(figureOf(book, 0, "net", { agencies: ["hospital", "council", "ambulance"] })),
    );
    expect(Math.abs(drawn / central - 1)).toBeLessThan(1e-3);
  });
});

const timesEach = (shares: Readonly<Record<string, number>>, value: number) =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, share * value]));

describe("the draws", () => {
  const saves = (amount: QuantityForm): ScenarioForm =>
    bare({
      interventions: { grant: reaching({ effects: { money: { saves: { council: amount }, in: "year 1" } } }) },
    });
  const amount = { value: 1000, low: 500, high: 3000 };

  /** By the definition of a two-piece range on the log scale: its low and high are the percentiles 2.5 and 97.5. */
  const shareBelow = (pounds: number): number => {
    const end = pounds < amount.value ? amount.low : amount.high;
    const way = Math.sign(pounds - amount.value);
    return normalCdf((way * 1.959964 * Math.log(pounds / amount.value)) / Math.log(end / amount.value));
  };

  test("keep the median and the percentiles of a two-piece range, to the 256th part that each draw stands for", () => {
    const { drawn } = simulate(read(saves(amount)));
    const net = sorted(figureOf(drawn, 0, "net", { agencies: ["council"] }));
    for (const share of [0.025, 0.05, 0.5, 0.95, 0.975])
      expect(Math.abs(shareBelow(quantile(net, share)) - share)).toBeLessThan(1 / 256);
  });

  const traces = (...heights: readonly number[]) => ({
    traces: Object.fromEntries(heights.map((height) => [`${heights.length} at ${height}`, [height]])),
  });
  const paying = (pays: string, quantities: ScenarioForm["quantities"]): ScenarioForm =>
    bare({
      quantities: { ...quantities },
      interventions: { a: reaching({ costs: { c: { pays: { council: pays }, every: "year" } } }) },
    });
  const paid = (form: ScenarioForm): number =>
    figureOf(runCentral(read(form), ["a"]), 0, "pays", { agencies: ["council"] })[0];

  test("sets each trace beside those of other sets equally often", () => {
    // The means of 0, 1 and of 0, 1, 2 are 1/2 and 1.
    expect(paid(paying("x + 1000 * y", { x: traces(0, 1), y: traces(0, 1, 2) }))).toBeCloseTo(1000.5, 9);
  });

  test("has the bits of each strategy alone, whether others read as many traces or more", () => {
    const pays = (council: string) => reaching({ costs: { c: { pays: { council }, every: "year" } } });
    const quantities = { x: traces(0.1, 0.7), y: traces(0.3, 0.5, 1.1), z: traces(0.2, 1.3) };
    const scenario = read(bare({ quantities, interventions: { a: pays("x"), b: pays("y"), c: pays("z * x") } }));
    const names = ["a", "b", "c"];
    const paidIn = (strategies: readonly string[], name: string): number =>
      figureOf(runCentral(scenario, strategies), strategies.indexOf(name), "pays", { agencies: ["council"] })[0];
    expect(names.map((name) => paidIn(names, name))).toEqual(names.map((name) => paidIn([name], name)));
  });

  test("is the same to the bit beside traces that nothing reads", () => {
    const used = { x: traces(0.1, 0.7) };
    expect(paid(paying("x", { ...used, y: traces(0, 1, 2, 3, 4) }))).toBe(paid(paying("x", used)));
  });
});
