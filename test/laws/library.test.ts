import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import {
  checkRule,
  type DistributionLaw,
  distributionLaws,
  interventionLaws,
  type PlaceForm,
  places,
  placesWith,
  type Run,
  type SimulationLaw,
  simulationLaws,
} from "../../src/laws/index.js";
import { defineScenario } from "../../src/scenario/define.js";
import { runsOf } from "../support/hunt.js";

const runs = runsOf(3);

const draws = 64;
const run: Run = (place) => simulate(defineScenario(place), { draws });

const cutsOf = (place: PlaceForm, change: (share: number) => number): PlaceForm => ({
  ...place,
  interventions: Object.fromEntries(
    Object.entries(place.interventions).map(([intervention, each]) => [
      intervention,
      {
        ...each,
        effects: Object.fromEntries(
          Object.entries(each.effects ?? {}).map(([name, effect]) => [
            name,
            effect.cut === undefined
              ? effect
              : {
                  ...effect,
                  cut: Object.fromEntries(Object.entries(effect.cut).map(([to, share]) => [to, change(Number(share))])),
                },
          ]),
        ),
      },
    ]),
  ),
});

const listOf = ({ strategies = {} }: PlaceForm) => ("of" in strategies.both ? strategies.both.of : strategies.both);

/** Every law of simulations and interventions, with a faulty run that breaks it. */
const faults: readonly (readonly [law: SimulationLaw, fault: string, run: () => Run])[] = [
  [
    simulationLaws.sumsComeOut,
    "the columns cash and avoided are swapped",
    () => (place) => {
      const { drawn, ...simulation } = run(place);
      const other = { cash: "avoided", avoided: "cash" } as const;
      const entries = drawn.entries.map((entry) => ({ ...entry, kind: other[entry.kind as "cash"] ?? entry.kind }));
      return { ...simulation, drawn: { ...drawn, entries } };
    },
  ],
  [
    simulationLaws.unusedChangesNothing,
    "the draws depend on the number of agencies",
    () => (place) => simulate(defineScenario(place), { draws, seed: `${Object.keys(place.agencies).length}` }),
  ],
  [
    simulationLaws.largerPlacesAreLarger,
    "at most 4,000 people are counted",
    () => (place) =>
      run({ ...place, cohorts: { residents: { size: Math.min(4000, Number(place.cohorts.residents.size)) } } }),
  ],
  [
    simulationLaws.sameTwice,
    "every run draws anew",
    () => {
      let turn = 0;
      return (place) => simulate(defineScenario(place), { draws, seed: `${turn++}` });
    },
  ],
  [
    interventionLaws.noEffectChangesNothing,
    "every cut is at least 1 %",
    () => (place) => run(cutsOf(place, (share) => Math.max(0.01, share))),
  ],
  [
    interventionLaws.largerCutsLeaveFewer,
    "cuts above half are ignored",
    () => (place) => run(cutsOf(place, (share) => (share > 0.5 ? 0 : share))),
  ],
  [
    interventionLaws.orderDoesNotMatter,
    "only the first intervention runs",
    () => (place) => run({ ...place, strategies: { both: listOf(place).slice(0, 1) } }),
  ],
];

describe("laws of simulations and of interventions", () => {
  const all: readonly SimulationLaw[] = [...Object.values(simulationLaws), ...Object.values(interventionLaws)];

  test.each(all.map((law) => [law.id, law] as const))("%s in small places", (_id, law) => {
    expect(checkRule(run, [law], { runs })[0]).toMatchObject({ result: "holds", story: "" });
    expect(faults.filter(([broken]) => broken === law)).toHaveLength(1);
  });

  test.each(faults.map(([law, fault, faulty]) => [law.id, fault, law, faulty] as const))(
    "%s is broken if %s",
    (_id, _fault, law, faulty) => {
      const [row] = checkRule(faulty(), [law], { runs: 60 });
      expect(row.story).toMatchSnapshot();
      expect(row.result).toBe("fails");
    },
  );

  test("try your own intervention among the others, and your own scenario first", () => {
    const worlds = placesWith({
      reaches: "everyone",
      costs: { visits: { pays: { firm: 30 }, per: "1,000 people", cohort: "residents", every: "year" } },
      deadweight: 0,
      effects: { more: { raise: { ward: 0.2 } }, less: { cut: { advice: 0.4 } } },
    });
    const mine = all.map((law) => ({ ...law, worlds }));
    expect(
      checkRule(run, mine, { runs: 2 })
        .map(({ story }) => story)
        .join(""),
    ).toBe("");
    const [scenario] = fc.sample(places, { numRuns: 1, seed: 5 });
    const capped: Run = (place) => (place === scenario ? faults[0][2]()(place) : run(place));
    const [row] = checkRule(capped, [simulationLaws.sumsComeOut], { runs: 1, examples: [scenario] });
    expect(row.world).toEqual(scenario);
  });
});

describe("laws of distributions", () => {
  test.each(Object.values(distributionLaws).map((law) => [law.id, law as DistributionLaw] as const))(
    "%s: its `keeps` rule keeps it, its `breaks` rule breaks it",
    (_id, law) => {
      expect(checkRule(law.keeps.rule, [law], { runs: 200 })[0].result).toBe("holds");
      expect(checkRule(law.keeps.rule, [law], { mode: "exhaustive", upTo: 3 })[0].result).toBe("holds");
      const [row] = checkRule(law.breaks.rule, [law]);
      expect(row.story).toMatchSnapshot();
    },
  );
});
