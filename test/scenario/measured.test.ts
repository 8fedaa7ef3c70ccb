import { describe, expect, test } from "vitest";
import { centralValue } from "../../src/quantity/central-value.js";
import { operation } from "../../src/quantity/expression.js";
import type { Effect } from "../../src/scenario/interventions/change.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { read } from "../support/read.js";

type EffectForm = NonNullable<ScenarioForm["interventions"][string]["effects"]>[string];
type MeasuredForm = Extract<EffectForm, { measured: unknown }>["measured"];

const none = { per: "116 people", every: "year", comparison: "none", source: "voices" } as const;

const scenario = (effects: Record<string, EffectForm>, parts: Partial<ScenarioForm> = {}) =>
  read(
    bare({
      sources: { voices: { title: "VOICES" } },
      cohorts: { clients: { size: 200 } },
      services: {
        arrest: { unit: "arrest", cost: { council: 336 } },
        court: { unit: "proceeding", cost: { council: 150 } },
      },
      interventions: {
        casework: {
          reaches: { people: 116, who: "anyone", stay: "to the end" },
          deadweight: 0.3,
          effects,
        },
      },
      ...parts,
    }),
  );

const changesOf = (effects: Record<string, EffectForm>): readonly Effect[] =>
  scenario(effects).interventions.casework.effects;
const central = ({ amount }: Effect): number => centralValue(amount.expression, {});

describe("measured", () => {
  const voices = { measured: none, counts: { arrest: "436 -> 236", court: "485->224" }, byYear: [1, 1, 0.5] };

  test("is a cut of each service by 1 − after ÷ before, as an upper bound", () => {
    const [arrest, court] = changesOf({ voices });
    expect(arrest).toMatchObject({
      address: "interventions.casework.effects.voices.counts.arrest",
      target: "services.arrest",
      verb: "cut",
      upperBound: true,
      deadweight: { address: "interventions.casework.deadweight" },
      profile: { byYear: [1, 1, 0.5] },
      amount: { bounds: "free", source: "voices", written: "436 -> 236" },
    });
    expect(central(arrest)).toBeCloseTo(1 - 236 / 436, 15);
    expect(central(court)).toBeCloseTo(1 - 224 / 485, 15);
  });

  test("draws before and after separately, as Poisson", () => {
    const range = (count: number, when: string) =>
      ({
        kind: "range",
        address: `interventions.casework.effects.voices.counts.arrest.${when}`,
        family: "poisson",
        parameters: { mean: count },
        value: count,
      }) as const;
    expect(changesOf({ voices })[0].amount.expression).toEqual(
      operation("subtract", 1, operation("divide", range(236, "after"), operation("max", range(436, "before"), 1))),
    );
  });

  test("with a comparison group is the change relative to that group, and not a bound", () => {
    const measured = { ...none, comparison: { arrest: "500 -> 450" } };
    const [change] = changesOf({ study: { measured, counts: { arrest: "400 -> 300" } } });
    expect(change.upperBound).toBeUndefined();
    expect(central(change)).toBeCloseTo(1 - 0.75 / 0.9, 15);
  });

  test("a rise is a negative cut, and a count of 0 after is a cut of 100%", () => {
    const changes = changesOf({ study: { measured: none, counts: { arrest: "10 -> 15", court: "5 -> 0" } } });
    expect(changes.map(central)).toEqual([-0.5, 1]);
  });

  test("brings the contacts counted before, with the same draw, if no cause brings them", () => {
    const { demand } = scenario({ voices });
    expect(Object.keys(demand)).toEqual(["arrest", "court"]);
    expect(demand.arrest).toMatchObject({
      to: "arrest",
      by: { per: { cohort: "clients", people: 116 }, everyYears: 1, while: [] },
      contacts: {
        address: "demand.arrest",
        source: "voices",
        expression: { kind: "range", address: "interventions.casework.effects.voices.counts.arrest.before" },
      },
    });
  });

  test("brings none if a cause brings them, and takes another name if its own is used", () => {
    const brought = { demand: { visits: { to: "arrest", contacts: 1, per: "person", every: "year" } } };
    expect(Object.keys(scenario({ voices }, brought).demand)).toEqual(["court", "visits"]);
    const taken = { demand: { arrest: { to: "court", each: "arrest", contacts: 1 } } };
    expect(Object.keys(scenario({ voices }, taken).demand)).toEqual(["arrest", "arrest-voices", "court"]);
  });

  test("draws one count once, even if several effects state it", () => {
    const counts = (text: string, measured: MeasuredForm = none): Record<string, EffectForm> => ({
      voices: { measured, counts: { arrest: text } },
    });
    const plan = (effects: Record<string, EffectForm>) => ({
      reaches: { people: 116, who: "anyone", stay: "to the end" } as const,
      deadweight: 0.3,
      effects,
    });
    const { source: _, ...unsourced } = none;
    const { interventions, demand } = scenario(
      {},
      {
        interventions: {
          a: plan(counts("436 -> 236")),
          b: plan(counts("436 -> 236")),
          c: plan(counts("436 -> 300")),
          d: plan(counts("436 -> 236", { ...none, every: "month" })),
          e: plan(counts("436 -> 236", unsourced)),
        },
      },
    );
    const drawn = (name: string) =>
      [
        ...JSON.stringify(interventions[name].effects).matchAll(
          /"address":"interventions\.(\w)[^"]*\.(before|after)"/g,
        ),
      ].map(([, of, when]) => `${of} ${when}`);
    expect(drawn("a")).toEqual(["a after", "a before"]);
    expect(drawn("b")).toEqual(["a after", "a before"]);
    expect(drawn("c")).toEqual(["c after", "a before"]);
    expect(drawn("d")).toEqual(["d after", "d before"]);
    expect(drawn("e")).toEqual(["e after", "e before"]);
    expect(JSON.stringify(demand.arrest.contacts)).toContain("interventions.a.effects.voices.counts.arrest.before");
  });

  test("brings them once, even if several effects measured them", () => {
    const again = { measured: { ...none, per: "person" }, counts: { arrest: "3 -> 2" } };
    const { demand } = scenario({ again, voices });
    expect(demand.arrest.contacts.written).toBe("3 before");
    expect(Object.keys(demand)).toEqual(["arrest", "court"]);
  });
});
