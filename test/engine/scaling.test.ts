import { describe, expect } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { mapQuantities } from "../../src/scenario/quantities.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { mapInterventions, mapReadings, perPeople, times } from "../support/change.js";
import { type Columns, changed, columnsOf, mapColumns } from "../support/columns.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const run = (scenario: Scenario): Columns => columnsOf(simulate(scenario, { draws: 64 }));

const isMoney = (name: string): boolean =>
  / (money|present|spend): /.test(name) || / budgets: .*(planned|budget|spending|shortfall), \d+$/.test(name);
const isService = (name: string): boolean => / services\.\w+ | spend: /.test(name);

/** A scenario with twice the numbers at some addresses, and twice the numbers that effects add or set there. */
const doubled = (scenario: Scenario, at: RegExp): Scenario =>
  mapQuantities(scenario, (quantity) => {
    const [, target = quantity.address] = /\.(?:add|set)\.(.+)$/.exec(quantity.address) ?? [];
    const isEffect = /^interventions\.[^.]+\.effects\.[^.]+\.(cut|raise)\./.test(quantity.address);
    // A share who join in a length of time is no number of people.
    const isShare = quantity.unit === "a year" && !target.endsWith(".entrants");
    return at.test(target) && !isEffect && !isShare
      ? { ...quantity, expression: times(2, quantity.expression) }
      : quantity;
  });

const costs = "(costs|effects)\\.\\w+\\.(pays|saves|costsMore)";
const pounds = new RegExp(
  `^(agencies\\.\\w+\\.budget|services\\.\\w+\\.(cost|exitCost)|interventions\\.[^.]+\\.(${costs}|grants\\.\\w+))` +
    "\\.(?!total$|growth$|share$)\\w+$",
);
const sizes =
  /^cohorts\.\w+\.(size$|entrants\b)|^interventions\.[^.]+\.(reaches\.(people|join|workers)|effects\.\w+\.close\.\w+)$|^services\.\w+\.(capacity\.(places|contacts)|step|waiting\.(start|most))$/;

/** A fixed budget is enough for fewer of twice the people. */
const withoutBudgets = (scenario: Scenario): Scenario => ({
  ...scenario,
  agencies: Object.fromEntries(
    Object.entries(scenario.agencies).map(([name, agency]) => [
      name,
      { ...agency, budget: null, whenShort: "overspend" },
    ]),
  ),
});

/** Workers are whole, so twice the people may need fewer than twice the workers. Here no line counts them. */
const withoutWorkers = (scenario: Scenario): Scenario =>
  mapInterventions(scenario, ({ reach, lines, ...each }) => ({
    ...each,
    reach: reach && { ...reach, caseload: reach.workers && reach.caseload },
    lines: lines.filter(({ per }) => per !== "worker"),
  }));

describe("simulate(scenario)", () => {
  law("with every amount of money doubled doubles all money to the bit, and changes no contact", (form) => {
    const scenario = read(form);
    const before = mapColumns(run(scenario), (column, name) =>
      isMoney(name) ? column.map((each) => 2 * each) : column,
    );
    const after = run(mapReadings(doubled(scenario, pounds), ["spend"], (spend) => times(0.5, spend)));
    expect(changed(before, after)).toEqual([]);
  });

  law(
    "with twice the people doubles contacts and the money of services to the bit, and of lines what is per person",
    (form) => {
      const scenario = mapReadings(perPeople(withoutWorkers(withoutBudgets(read(form))), 1000), ["spend"], () => 0.7);
      const twice = mapReadings(doubled(scenario, sizes), ["people", "contacts", "waiting"], (reading) =>
        times(0.5, reading),
      );
      const perPerson = Object.values(scenario.interventions)
        .flatMap(({ lines }) => lines)
        .filter(({ per }) => per !== undefined);
      const grows = (name: string): boolean =>
        !isMoney(name) || isService(name) || perPerson.some(({ address }) => name.includes(`${address} `));
      const before = mapColumns(run(scenario), (column, name) =>
        grows(name) ? column.map((each) => 2 * each) : column,
      );
      expect(changed(before, run(twice))).toEqual([]);
    },
  );

  law("without discounting has present values that are the plain ones, by the year and by the cycle", (form) => {
    for (const by of ["year", "cycle"] as const) {
      const found = run(read({ ...form, money: { ...form.money, discount: { schedule: "none", by, from: "mid" } } }));
      const plain = mapColumns(found, (column, name) => (name.includes(" money: ") ? column : undefined));
      const present = new Map([...plain.keys()].map((name) => [name, found.get(name.replace("money", "present"))!]));
      expect(changed(plain, present)).toEqual([]);
    }
  });

  // By hand from the standard rate of HM Treasury's Green Book (2022), annex A6: 3.5 % a year for 30 years.
  law("discounts a year as a whole, from its start: year 1 not at all, year 2 by 3.5 %", (form) => {
    const found = run(read({ ...form, money: { ...form.money, discount: "green-book-2022" } }));
    const plain = mapColumns(found, (column, name) => (name.includes(" money: ") ? column : undefined));
    for (const [name, column] of plain) {
      const factor = 1.035 ** -(Number(name.at(-1)) - 1);
      const present = found.get(name.replace("money", "present"))!;
      const off = column.filter((each, draw) => Math.abs(present[draw] - factor * each) > 1e-9 * Math.abs(each) + 1e-6);
      expect([...off], name).toEqual([]);
    }
  });
});
