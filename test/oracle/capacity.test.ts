import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { centrally, cut, grit, line, near, scenarioOf } from "./hand.js";

type Parts = Partial<ScenarioForm>;

/** A bed with limits; 100 nights are wanted a quarter, and a night is 100 pounds. */
const bed = (limits: object): Parts => ({
  services: { bed: { unit: "night", cost: { hospital: 100 }, ...limits } } as Parts["services"],
});

const limited = { cashable: 0.25, capacity: { contacts: 90, every: "quarter" } };

/** A bed with room for all contacts, which is shut by a quarter at a time. */
const inSteps = {
  split: { variable: 0.1, semiFixed: 0.6 },
  capacity: { contacts: 100, every: "quarter" },
  step: "25 contacts",
};

const oneYear: Parts = { time: { start: "2025-01-01", years: 1, cycle: "quarter" } };
const byCycle: Parts = {
  money: { priceYear: 2024, discount: { schedule: "21%", by: "cycle", from: "mid" } },
};

const queue = (parts: Parts, strategy = "without") => centrally(scenarioOf(parts), strategy).queues.get("bed");

/** The four parts of a year's change at the bed, in each year. */
const parts = (scenario: Parts) =>
  Object.fromEntries(
    ["avoided", "cash", "idle", "backfilled"].map((kind) => [
      kind,
      line(scenarioOf(scenario), `hospital services.bed ${kind}`)?.money,
    ]),
  );

describe("a service that cannot serve all", () => {
  test("turns away whom it has no room for, and a saving comes to them first", () => {
    // 90 of 100 are served per quarter. With 50, all are: 160 fewer are served per year, and 40 are no longer turned
    // away.
    expect(queue(bed(limited))).toMatchObject({ arrivals: near([400, 400]), turnedAway: near([40, 40]) });
    expect(parts({ ...bed(limited), ...cut({}) })).toEqual({
      avoided: near([20000, 20000]),
      cash: near([4000, 4000]),
      idle: near([12000, 12000]),
      backfilled: near([4000, 4000]),
    });
  });

  test("has room by its places and how long each is taken", () => {
    // 45 places, each taken for half a year, are 90 contacts a year.
    const { capacity, turnedAway } = queue(bed({ cashable: 0, capacity: { places: 45, stay: "6 months" } }))!;
    expect([capacity, turnedAway]).toEqual([near([90, 90]), near([310, 310])]);
  });

  test("lets some wait, of whom some give up, and turns the newest away", () => {
    // Half give up in a quarter. With W waiting, (W + 10) / 2 are turned away and half of the others
    // give up: W becomes (W + 10) / 4.
    const waiting = { start: 40, leave: "50% a quarter" };
    expect(queue({ ...bed({ ...limited, waiting, divert: "50%" }), ...oneYear })).toEqual({
      arrivals: near([400]),
      seen: near([360]),
      calledIn: near([0]),
      turnedAway: near([25 + 11.25 + 7.8125 + 6.953125]),
      rationed: near([0]),
      gaveUp: near([12.5 + 5.625 + 3.90625 + 3.4765625]),
      capacity: near([360]),
      cyclesWaited: near([12.5 + 5.625 + 3.90625 + 3.4765625]),
      waiting: near([3.4765625]),
      stepsShut: near([0]),
    });
    // Of 300 waiting, 90 are served per quarter. All 100 that arrive are turned away, but only 40 of the last: then 130
    // ask for 90.
    expect(queue({ ...bed({ ...limited, waiting: { start: 300 }, divert: 1 }), ...oneYear })).toMatchObject({
      turnedAway: near([340]),
      waiting: near([0]),
    });
  });

  test("has those who waited served with what the others leave", () => {
    // 200 wait, and 10 more per quarter without. With 50 arriving, 40 of the waiting are served per quarter: 80 less 40
    // per year.
    const waited = { ...bed({ ...limited, waiting: { start: 200 } }), ...cut({}) };
    expect(queue(waited)).toMatchObject({ waiting: near([240, 280]) });
    expect(queue(waited, "grit")).toMatchObject({ waiting: near([40, 0]) });
    // The second year: 200 fewer arrive; 360 are served instead of 240 (40 had waited); the list grows by 40 and falls
    // by 40.
    expect(parts(waited)).toEqual({
      avoided: near([20000, 20000]),
      cash: near([0, 3000]),
      idle: near([0, 9000]),
      backfilled: near([20000, 8000]),
    });
  });

  test("calls latent contacts in where there is room, and those turned away go on", () => {
    const scenario = {
      services: {
        ...bed({ ...limited, refill: "50%" }).services,
        visit: { unit: "visit", cost: { council: 10 }, cashable: 1 },
      },
      demand: {
        falls: { to: "bed", contacts: 0.4, per: "person", every: "year" },
        list: { to: "bed", contacts: 30, per: "everyone", every: "quarter", priority: "last" },
        away: { to: "visit", unmet: "bed", contacts: 2, after: "1 quarter" },
      },
      ...cut({}),
    } as Parts;
    // 40 of 90 are free, and half of these may be called in: 20 per quarter. The cut does not change the 30 latent
    // contacts.
    expect(queue(scenario, "grit")).toMatchObject({ calledIn: near([80, 80]), turnedAway: near([0, 0]) });
    expect(parts(scenario)).toEqual({
      avoided: near([20000, 20000]),
      cash: near([2000, 2000]),
      idle: near([6000, 6000]),
      backfilled: near([12000, 12000]),
    });
    // Two visits for each of 10 turned away, a quarter later; none before the start.
    expect(centrally(scenarioOf(scenario), "without").contacts.get("visit")).toEqual(near([60, 80]));
    expect(centrally(scenarioOf(scenario)).contacts.get("visit")).toEqual(near([0, 0]));
  });

  test("counts latent contacts where nothing limits them, and no cut makes them fewer", () => {
    const scenario = {
      demand: {
        falls: { to: "bed", contacts: 0.4, per: "person", every: "year" },
        list: { to: "bed", contacts: 30, per: "everyone", every: "quarter", priority: "last" },
      },
      ...cut({}),
    } as Parts;
    expect(centrally(scenarioOf(scenario)).contacts.get("bed")).toEqual(near([320, 320]));
  });

  test("costs its whole fixed part for what is added, of which none would have come anyway", () => {
    // 30 more places: 10 more are served per quarter, 40 per year. They cost a third of the semi-fixed and fixed cost
    // of 360 nights.
    const effects = { more: { add: { "services.bed.capacity.contacts": 30 } } };
    expect(parts({ ...bed(limited), ...grit({ deadweight: 0.5, effects }) })).toEqual({
      avoided: near([0, 0]),
      cash: near([-10000, -10000]),
      idle: near([6000, 6000]),
      backfilled: near([4000, 4000]),
    });
  });

  test("tells formulas who waits: at the start, and then at the end of the last cycle", () => {
    const scenario = scenarioOf({
      ...oneYear,
      ...bed({ ...limited, waiting: { start: 200 } }),
      demand: { falls: { to: "bed", contacts: "100 - waiting.bed / 10", per: "everyone", every: "quarter" } },
    });
    // 80 come, so 190 wait; then 81 and 181; 81.9 and 172.9; 82.71.
    expect(centrally(scenario, "without").queues.get("bed")?.arrivals).toEqual(near([80 + 81 + 81.9 + 82.71]));
  });
});

describe("a service that is shut in steps", () => {
  const half = { less: { cut: { bed: 0.5 } } };
  const shutting = (most: string, effects: object = half) =>
    grit({ effects: { ...effects, shut: { close: { bed: most } } } });

  test("is shut by as many whole steps as its peak falls by, after notice, and saves their semi-fixed cost", () => {
    const scenario = {
      ...bed({ ...inSteps, notice: "1 quarter", exitCost: { hospital: 700 } }),
      ...shutting("60 contacts"),
    };
    // The peak falls by 50 a quarter, two steps. They are shut from the second quarter of year 2: 3 x 50 of 400
    // contacts.
    expect(queue(scenario, "grit")).toMatchObject({ capacity: near([400, 250]), stepsShut: near([0, 2]) });
    expect(parts(scenario)).toEqual({
      avoided: near([20000, 20000]),
      cash: near([2000, 2000 + 9000]),
      idle: near([18000, 9000]),
      backfilled: near([0, 0]),
    });
    expect(line(scenarioOf(scenario), "hospital services.bed.exitCost pays")?.money).toEqual(near([0, 1400]));
    // No more is shut than the intervention allows.
    expect(queue({ ...scenario, ...shutting("49 contacts") }, "grit")).toMatchObject({ stepsShut: near([0, 1]) });
  });

  test("saves the fixed cost only when nothing of it is left", () => {
    const scenario = { ...bed(inSteps), ...shutting("100 contacts", { less: { cut: { bed: 1 } } }) };
    expect(parts(scenario)).toMatchObject({ cash: near([4000, 40000]), idle: near([36000, 0]) });
  });

  test("is not shut by one contact less than a step, nor by a summer's fall", () => {
    const shut = (step: string, effects: object) =>
      queue({ ...bed({ ...inSteps, step }), ...shutting("100 contacts", effects) }, "grit")?.stepsShut;
    expect(shut("50 contacts", half)).toEqual([0, 1]);
    expect(shut("51 contacts", half)).toEqual([0, 0]);
    expect(shut("25 contacts", { less: { cut: { bed: 0.5 }, until: "9 months" } })).toEqual([0, 0]);
  });

  test("is shut by nothing that has not begun, and never opened again", () => {
    const begins = (start: string) => ({
      ...bed(inSteps),
      time: { start: "2025-01-01", years: 3, cycle: "quarter" as const },
      interventions: {
        less: { reaches: "everyone", deadweight: 0, effects: { less: { ...half.less, until: "1 year" } } },
        shut: { reaches: "everyone", start, effects: { shut: { close: { bed: "50 contacts" } } } },
      } as ScenarioForm["interventions"],
    });
    expect(queue(begins("quarter 4"), "all")?.stepsShut).toEqual([0, 2, 2]);
    expect(queue(begins("quarter 6"), "all")?.stepsShut).toEqual([0, 0, 0]);
  });

  test("is worth what each cycle is, and its exit cost the moment it falls", () => {
    const scenario = scenarioOf({
      ...bed({ ...inSteps, notice: "1 quarter", exitCost: { hospital: 700 } }),
      ...shutting("60 contacts"),
      ...byCycle,
    });
    const factor = (years: number) => 1.21 ** -years;
    const quarters = [1.125, 1.375, 1.625, 1.875].map(factor);
    const ofYear = quarters.reduce((sum, each) => sum + each, 0);
    // The second year: 50 nights fewer a quarter, a tenth of 100 pounds each; and 60 pounds for each of 50 nights shut.
    const cash = 500 * ofYear + 3000 * (ofYear - quarters[0]);
    const present = (kind: string) => line(scenario, `hospital services.bed ${kind}`)?.present[1];
    expect(present("avoided")).toBeCloseTo(5000 * ofYear, 9);
    expect(present("cash")).toBeCloseTo(cash, 9);
    expect(present("idle")).toBeCloseTo(5000 * ofYear - cash, 9);
    expect(line(scenario, "hospital services.bed.exitCost pays")?.present).toEqual(near([0, 1400 * factor(1.25)]));
  });
});
