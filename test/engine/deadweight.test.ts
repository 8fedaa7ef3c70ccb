import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { Effect } from "../../src/scenario/interventions/change.js";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { fixedQuantity, mapInterventions, mapReadings } from "../support/change.js";
import { columnsOf, largest, mapColumns, sameBits } from "../support/columns.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const run = (scenario: Scenario) => columnsOf(simulate(scenario, { draws: 64 }));

/** Everything a scenario changes would have come anyway, to this share. */
const withDeadweight = (scenario: Scenario, share: number): Scenario =>
  mapInterventions(scenario, (each) => ({
    ...each,
    effects: each.effects.map((effect) => ({ ...effect, deadweight: fixedQuantity(`${effect.address}.dead`, share) })),
    lines: each.lines.map((line) =>
      line.kind === "pays" ? line : { ...line, deadweight: fixedQuantity(`${line.address}.dead`, share) },
    ),
  }));

/** Spending would carry the cost of an intervention into the demand that a formula makes of it. */
const unread = (scenario: Scenario, kinds = ["spend"]): Scenario => mapReadings(scenario, kinds, () => 0.7);

const expectNear = (found: Float64Array, usual: Float64Array, rounding: number): void =>
  expect(
    [...found].filter((each, draw) => Math.abs(each - usual[draw]) > rounding * Math.max(1, Math.abs(usual[draw]))),
  ).toEqual([]);

const isCut = ({ verb, target }: Effect): boolean => verb === "cut" && /^(services|demand)\./.test(target);

/** Only what cuts contacts, by none to all of them: below 0 it is a rise. No money is saved beside it. */
const onlyCuts = (scenario: Scenario): Scenario =>
  mapInterventions(unread(scenario, ["spend", "contacts", "people"]), (each) => ({
    ...each,
    lines: each.lines.filter(({ kind }) => kind === "pays"),
    effects: each.effects.filter(isCut).map(({ profile, amount, ...effect }) => ({
      ...effect,
      amount: { ...amount, bounds: "share" },
      profile: { ...profile, byYear: profile.byYear?.map((share) => Math.min(1, share)) ?? null },
    })),
  }));

describe("deadweight", () => {
  law(
    "of 1 leaves the contacts of business as usual, to the bit where nobody is taken in, and saves nothing",
    (form) => {
      const scenario = withDeadweight(unread(read(form)), 1);
      const found = run(scenario);
      const takes = Object.values(scenario.interventions).some(({ reach }) => reach !== null);
      for (const [name, column] of found) {
        const usual = found.get(name.replace(/(activity|underWay): \w+,/, "$1: without,"));
        // Each central run is a mean over the traces its strategy reads, so two of the same numbers may differ in the
        // last bit; so may
        // the sum of two groups of people that are counted separately.
        if (usual && (takes || name.startsWith("central"))) expectNear(column, usual, 1e-11);
        else if (usual) expect(sameBits(column, usual), name).toBe(true);
        if (/ (avoided|cash|cheaper),/.test(name)) {
          if (takes) expectNear(column, new Float64Array(column.length), 1e-11 * largest(found));
          else expect(sameBits(column, new Float64Array(column.length)), name).toBe(true);
        }
      }
    },
  );

  law("that is larger never leaves more avoided by what only cuts contacts, in any year or draw", (form) => {
    const scenario = onlyCuts(read(form));
    const avoided = [0.1, 0.6].map((share) =>
      mapColumns(run(withDeadweight(scenario, share)), (column, name) =>
        name.includes(" avoided,") ? column : undefined,
      ),
    );
    const rounding = 1e-9 * largest(avoided[0]);
    for (const [name, less] of avoided[0]) {
      const rises = avoided[1].get(name)!.filter((each, draw) => each > less[draw] + rounding);
      expect([...rises], name).toEqual([]);
    }
  });

  /** By how much a thing that would be 100 without it changes, of which half would have come anyway. */
  const changeBy = (effect: NonNullable<ScenarioForm["interventions"][string]["effects"]>[string]): number => {
    const { central } = simulate(
      read(
        bare({
          cohorts: { residents: { size: 100 } },
          services: { ward: { unit: "visit", cost: { council: 1 } } },
          demand: { ill: { to: "ward", contacts: 1, per: "person", every: "year" } },
          interventions: { plan: reaching({ deadweight: "50%", effects: { effect } }) },
        }),
      ),
      { draws: 1 },
    );
    return figureOf(central, 0, "net", { agencies: ["council"] })[0];
  };

  test.each([
    ["a cut", { cut: { ward: 0.2 } }, 10],
    ["an addition", { add: { "demand.ill": 0.2 } }, -10],
    ["a setting", { set: { "demand.ill": 0.4 } }, 30],
    ["a saving", { saves: { council: 20 }, in: "year 1" }, 10],
    ["a rise it is written on", { raise: { ward: 0.2 }, deadweight: 0.5 }, -10],
    ["a cost it is written on", { costsMore: { council: 20 }, in: "year 1", deadweight: 0.5 }, -10],
  ])("shrinks %s", (_, effect, net) => expect(changeBy(effect)).toBeCloseTo(net, 10));

  test.each([
    ["a rise", { raise: { ward: 0.2 } }, -20],
    ["a cost that rises elsewhere", { costsMore: { council: 20 }, in: "year 1" }, -20],
    ["a cut that has its own", { cut: { ward: 0.2 }, deadweight: 0 }, 20],
  ])("of the whole intervention does not shrink %s", (_, effect, net) => expect(changeBy(effect)).toBeCloseTo(net, 10));
});
