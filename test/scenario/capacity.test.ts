import { describe, expect, test } from "vitest";
import { operation } from "../../src/quantity/expression.js";
import { quantitiesOf } from "../../src/scenario/quantities.js";
import { readData } from "../../src/scenario/read.js";
import type { ScenarioForm, Settings } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type ServiceForm = NonNullable<ScenarioForm["services"]>[string];
type EffectForms = NonNullable<ScenarioForm["interventions"][string]["effects"]>;

const ward = {
  unit: "night",
  cost: { council: 220 },
  split: { variable: "15%", semiFixed: "65%", fixed: "20%" },
  capacity: { places: 500, stay: "1 day" },
  step: "15 places",
  notice: "6 months",
  exitCost: { council: 300_000 },
} as const;
const care = {
  unit: "visit",
  cost: { council: 40 },
  cashable: "90%",
  capacity: { contacts: 20, every: "week" },
  waiting: { start: 45, leave: "5% a week" },
} as const;
const shop = { unit: "visit", cost: { council: 1 }, cashable: { value: "10%", low: "5%", high: "20%" } } as const;

const written = (services: Readonly<Record<string, ServiceForm>>, effects: EffectForms = {}): ScenarioForm =>
  bare({
    time: { start: "2025-04-01", years: 1, cycle: "week" },
    services,
    demand: Object.fromEntries(
      Object.keys(services).map((to) => [to, { to, contacts: 1, per: "person", every: "week" } as const]),
    ),
    interventions: { plan: reaching({ effects, deadweight: "30%" }) },
  });

const serviceIn = (form: ServiceForm, set: Settings = {}) => read(written({ ward: form }), set).services.ward;
const addressesOf = (scenario: ScenarioForm): readonly string[] =>
  [...quantitiesOf(read(scenario)).keys()].filter((address) => address.startsWith("services."));

describe("a service with a capacity", () => {
  test("has places, a step, a notice and an exit cost, each number at its path", () =>
    expect(serviceIn(ward)).toMatchObject({
      capacity: { places: { address: "services.ward.capacity.places", expression: 500, bounds: "positive" } },
      closing: {
        step: { address: "services.ward.step", expression: 15, unit: "places" },
        notice: { address: "services.ward.notice", expression: 0.5, isSetting: true },
        exitCosts: [{ agency: "council", pounds: { address: "services.ward.exitCost.council", expression: 300_000 } }],
      },
      waiting: null,
      divert: { address: "services.ward.divert", expression: 1, source: "default" },
      refill: { address: "services.ward.refill", expression: 1, source: "default" },
    }));

  test("has contacts in a length of time, and a waiting list with a hazard a year of giving up", () => {
    const { capacity, closing, waiting, divert } = serviceIn(care);
    expect(capacity).toMatchObject({
      contacts: { address: "services.ward.capacity.contacts" },
      everyYears: 7 / 365.25,
    });
    expect(closing).toBe(null);
    expect(waiting).toMatchObject({
      start: { address: "services.ward.waiting.start", expression: 45 },
      leavePerYear: {
        address: "services.ward.waiting.leave",
        expression: (-Math.log1p(-0.05) * 365.25) / 7,
        written: "5% a week",
      },
    });
    expect(divert.expression).toBe(0);
  });

  test("has a hazard of 0 by default, a rate, or a formula", () => {
    expect(serviceIn({ ...care, waiting: { start: 4, leave: "0.3 a month" } }).waiting?.leavePerYear).toMatchObject({
      expression: 0.3 * 12,
    });
    expect(serviceIn({ ...care, waiting: { start: 4 } }).waiting?.leavePerYear).toMatchObject({ expression: 0 });
    const scenario = { ...written({ ward: { ...care, waiting: { start: 4, leave: "tired a month" } } }) };
    const { services } = read({ ...scenario, quantities: { tired: { value: 0.1, low: 0.05, high: 0.2 } } });
    expect(services.ward.waiting?.leavePerYear.expression).toEqual(
      operation("multiply", { kind: "name", name: "tired" }, 12),
    );
  });

  test("has an empty waiting list if it turns only a share away", () => {
    expect(serviceIn({ ...ward, divert: "40%" }).waiting).toMatchObject({
      start: { expression: 0, source: "default" },
    });
    expect(serviceIn({ ...ward, divert: "100%" }).waiting).toBe(null);
  });

  test("takes all of these from outside by address", () => {
    const { capacity, closing, waiting, divert, refill } = serviceIn(
      { ...ward, waiting: care.waiting, divert: 0, refill: 0 },
      {
        "services.ward.capacity.places": 400,
        "services.ward.step": "20 places",
        "services.ward.exitCost.council": 5,
        "services.ward.waiting.start": 7,
        "services.ward.waiting.leave": "10% a month",
        "services.ward.divert": "30%",
        "services.ward.refill": "60%",
      },
    );
    expect(capacity).toMatchObject({ places: { expression: 400 } });
    expect(closing).toMatchObject({ step: { expression: 20 }, exitCosts: [{ pounds: { expression: 5 } }] });
    expect(waiting?.start.expression).toBe(7);
    expect(waiting?.leavePerYear.expression).toBeCloseTo(-Math.log(0.9) * 12, 12);
    expect([divert.expression, refill.expression]).toEqual([0.3, 0.6]);
  });
});

describe("the shares of a cost", () => {
  const less = (from: unknown, address: string) => ({
    kind: "apply",
    operation: "subtract",
    to: [from, { kind: "quantity", quantity: expect.objectContaining({ address }) }],
  });

  test("are variable and semi-fixed as stated, and fixed is 1 − both", () => {
    const [{ variable, semiFixed, fixed }] = serviceIn(ward).costs;
    expect([variable.expression, semiFixed.expression]).toEqual([0.15, 0.65]);
    const variableLess = less(1, "services.ward.split.variable");
    expect(fixed.expression).toEqual(less(variableLess, "services.ward.split.semiFixed"));
    expect(serviceIn({ ...ward, split: { variable: "15%", semiFixed: "65%" } }).costs[0].fixed).toEqual(fixed);
  });

  test("may be changed separately while they sum to 1", () => {
    const set = { "services.ward.split.variable": "20%", "services.ward.split.fixed": "15%" };
    expect(serviceIn(ward, set).costs[0].variable.expression).toBe(0.2);
    expect(() => serviceIn(ward, { "services.ward.split.fixed": "15%" })).toThrow(/sum to 95%/);
  });

  test("are variable and fixed for cashable, and for a split without a step", () => {
    for (const form of [
      shop,
      { ...ward, step: undefined, notice: undefined, exitCost: undefined },
    ] as readonly ServiceForm[]) {
      const [{ variable, semiFixed, fixed }] = serviceIn(form).costs;
      expect(semiFixed.expression).toBe(0);
      expect(fixed.expression).toEqual(less(1, variable.address));
    }
  });

  test("are assumptions once each, and only if they matter", () => {
    expect(addressesOf(written({ shop }))).toEqual([
      "services.shop.cashable",
      "services.shop.cost.council",
      "services.shop.rising",
    ]);
    expect(addressesOf(written({ ward }))).toEqual([
      "services.ward.capacity.places",
      "services.ward.cost.council",
      "services.ward.exitCost.council",
      "services.ward.refill",
      "services.ward.split.semiFixed",
      "services.ward.split.variable",
      "services.ward.step",
    ]);
    expect(addressesOf(written({ care }))).toEqual([
      "services.care.capacity.contacts",
      "services.care.cashable",
      "services.care.cost.council",
      "services.care.divert",
      "services.care.refill",
      "services.care.waiting.leave",
      "services.care.waiting.start",
    ]);
  });
});

describe("causes", () => {
  const causesIn = (demand: NonNullable<ScenarioForm["demand"]>) => read({ ...written({ ward, care }), demand }).demand;

  test("may follow contacts turned away, and may be called in last", () => {
    const { again, list } = causesIn({
      nights: { to: "ward", contacts: "500 + waiting.care", per: "everyone", every: "day" },
      again: { to: "care", unmet: "ward", contacts: 0.5 },
      list: { to: "ward", contacts: 10, per: "everyone", every: "week", priority: "last" },
    });
    expect(again).toMatchObject({ to: "care", by: { unmet: "ward" }, isLatent: false });
    expect(list).toMatchObject({ to: "ward", isLatent: true });
  });

  test("read the waiting list of a service", () => {
    const { nights } = causesIn({ nights: { to: "ward", contacts: "waiting.care", per: "everyone", every: "day" } });
    expect(nights.contacts.expression).toEqual({ kind: "last", measure: "waiting", of: "care" });
  });
});

describe("effects", () => {
  const interventionWith = (effects: EffectForms) => read(written({ ward, care }, effects)).interventions.plan;

  test("shut part of a service, which is not a change and needs no deadweight", () => {
    const effects = { shut: { close: { ward: "45 places" } } };
    const { scenario, problems } = readData({
      ...written({ ward }),
      interventions: { plan: { reaches: "everyone", effects } },
    });
    expect(problems).toEqual([]);
    expect(scenario?.interventions.plan).toMatchObject({
      effects: [],
      closes: [
        {
          address: "interventions.plan.effects.shut.close.ward",
          service: "ward",
          most: { address: "interventions.plan.effects.shut.close.ward", expression: 45, unit: "places" },
        },
      ],
    });
  });

  test("act on capacity, giving up, the share turned away and the share called in", () => {
    const { effects } = interventionWith({
      cut: { cut: { "services.care.waiting.leave": "10%", "services.care.divert": "10%" } },
      raise: { raise: { "services.ward.refill": "10%" } },
      set: { set: { "services.care.capacity.contacts": 30 } },
    });
    expect(effects.map(({ target }) => target)).toEqual([
      "services.care.divert",
      "services.care.waiting.leave",
      "services.ward.refill",
      "services.care.capacity.contacts",
    ]);
  });

  test("add places without the deadweight of the intervention, but with their own", () => {
    const target = "services.ward.capacity.places";
    const { effects } = interventionWith({
      all: { add: { [target]: 15 } },
      some: { add: { [target]: 15 }, deadweight: "10%" },
      more: { add: { "demand.ward": 15 } },
    });
    const held = effects.map(({ deadweight }) => deadweight?.expression);
    expect(held).toEqual([undefined, 0.3, 0.1]);
  });

  test.each(["step", "exitCost.council", "waiting.start", "split.variable", "cashable"])("do not act on %s", (part) => {
    const service = part === "waiting.start" || part === "cashable" ? "care" : "ward";
    expect(() => interventionWith({ e: { cut: { [`services.${service}.${part}`]: "10%" } } })).toThrow(
      /No effect can act on/,
    );
  });
});
