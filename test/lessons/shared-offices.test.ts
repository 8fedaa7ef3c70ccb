import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { strategyNamed } from "../../src/results/sums/strategies.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { read } from "../support/read.js";

const form = parse(readFileSync("test/lessons/shared-offices.yaml", "utf8")) as ScenarioForm;
const desks = { council: 400, nhs: 400, police: 300, fire: 200, dwp: 200 } as const;
type Body = keyof typeof desks;
const bodies = Object.keys(desks) as Body[];

/** The same buildings as one service that all five pay for by their desks: how sharing had to be written before. */
const asOne = (): ScenarioForm => {
  const shared = (amount: string) =>
    Object.fromEntries(bodies.map((body) => [body, `${amount} * ${desks[body]} / 1500`]));
  const own = {
    ...(form.services?.councilDesk as object),
    cost: shared("desk"),
    exitCost: shared("leaves"),
    capacity: { places: 1500, stay: "1 year" },
  };
  const { hotDesks } = form.interventions;
  return {
    ...form,
    services: { desks: own } as unknown as ScenarioForm["services"],
    demand: { staff: { to: "desks", contacts: 1500, per: "everyone", every: "year" } },
    interventions: {
      hotDesks: { ...hotDesks, effects: { fewer: { cut: { desks: "freed" } } } },
      together: { reaches: "everyone", effects: { shut: { close: { desks: "1400 places" } } } },
    },
    strategies: { shared: ["hotDesks", "together"] },
  };
};

/** The parts of a form put in place of its own. */
const withParts = (parts: Partial<ScenarioForm>) => simulate(read({ ...form, ...parts }), { draws: 1 });

/** Plain pounds of a body in a year of the central run. */
const poundsOf = (run: Simulation, strategy: string, body: Body, figure: "cash" | "pays", year: number): number => {
  const index = strategyNamed(run.settings.strategies, strategy);
  return figureOf(run.central, index, figure, { agencies: [body], money: "plain", year })[0];
};

const cashOf = (run: Simulation, strategy: string, body: Body, year: number): number =>
  poundsOf(run, strategy, body, "cash", year);

describe("five offices that share their buildings", () => {
  const run = simulate(read(form), { draws: 256 });

  test("are what one office is that all five pay for", () => {
    const one = simulate(read(asOne()), { draws: 256 });
    const cashIn = ({ drawn, settings }: Simulation, agency: Body) =>
      figureOf(drawn, strategyNamed(settings.strategies, "shared"), "net", { agencies: [agency] });
    for (const body of bodies) {
      const [own, theirs] = [run, one].map((each) => [...cashIn(each, body)]);
      expect(own).toEqual(theirs.map((pounds) => expect.closeTo(pounds, 4)));
    }
  });

  // By hand: 33% of 400 desks, of which a fifth would be free anyway, are 105.6; of all 1,500 they are 396. So a building
  // of 200 is free of the five together, and of none alone. It shuts in year 3: the year of the fall, and a year's notice.
  test.each([
    ["each-its-own", [31_680, 31_680, 31_680]],
    ["shared", [31_680, 31_680, 31_680 + (0.85 * 6000 * 200 * 400) / 1500]],
  ])("in %s, the council's cash is that of its desks and of its part of a building", (strategy, pounds) => {
    expect([1, 2, 3].map((year) => cashOf(run, strategy, "council", year))).toEqual(
      pounds.map((each) => expect.closeTo(each, 6)),
    );
    const exit = pounds[2] > pounds[1] ? (200_000 * 400) / 1500 : 0;
    expect(poundsOf(run, strategy, "council", "pays", 3)).toBeCloseTo(exit, 6);
  });

  // The council alone would shut a building of 200 for its fall of 200. With the 100 of the police that is still one.
  test("a body that would have shut a building alone gives a part of it to the others", () => {
    const effects = { fewer: { cut: { councilDesk: "50%", policeDesk: "1 / 3" } } };
    const hotDesks = { ...form.interventions.hotDesks, deadweight: 0, effects };
    const pair = withParts({ interventions: { ...form.interventions, hotDesks } });
    const building = 0.85 * 6000 * 200;
    const ofBuilding = (strategy: string, body: Body) =>
      (cashOf(pair, strategy, body, 3) - cashOf(pair, strategy, body, 1)) / building;
    expect(ofBuilding("each-its-own", "council")).toBeCloseTo(1, 9);
    expect(ofBuilding("each-its-own", "police")).toBeCloseTo(0, 9);
    expect(ofBuilding("shared", "council")).toBeCloseTo(2 / 3, 9);
    expect(ofBuilding("shared", "police")).toBeCloseTo(1 / 3, 9);
    expect(ofBuilding("shared", "nhs")).toBe(0);
  });

  // Two homes of 60 places of which 40 are used: the 20 empty ones of both are a wing of 30, and 10 are left.
  test("two half-empty homes are merged by what is spare in both", () => {
    const home = {
      ...(form.services?.fireDesk as object),
      capacity: { places: 60, stay: "1 year" },
      step: "30 places",
    };
    const close = { fireDesk: "60 spare places", dwpDesk: "60 spare places" };
    const stay = (to: string) => ({ to, contacts: 40, per: "everyone", every: "year" }) as const;
    const homes = (together: boolean) =>
      withParts({
        services: { fireDesk: home, dwpDesk: { ...home, cost: { dwp: "desk" }, exitCost: { dwp: "leaves" } } } as never,
        demand: { fire: stay("fireDesk"), dwp: stay("dwpDesk") },
        interventions: { merge: { reaches: "everyone", effects: { shut: { close, together } } } },
        strategies: { merged: ["merge"] },
      });
    const wing = 0.85 * 6000 * 30;
    // Cash stops in proportion to the contacts of business as usual: 40 of 60 places are used.
    for (const [together, share] of [
      [true, 1 / 2],
      [false, 0],
    ] as const)
      for (const body of ["fire", "dwp"] as const)
        expect(cashOf(homes(together), "merged", body, 3)).toBeCloseTo((share * wing * 40) / 60, 6);
  });
});
