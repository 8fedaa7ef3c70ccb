import { describe, expect, test } from "vitest";
import { spectralRadius } from "../../src/base/mathematics/spectral-radius.js";
import { simulate } from "../../src/engine/simulate.js";
import { failureDemand } from "../../src/experiments/failure-demand.js";
import { failureDemandOutput } from "../../src/report/outputs/people/failure-demand.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";

/** 100 contacts at a first desk; `again` of them come back, and half of all are sent to a second, which sends a fifth back. */
const twoDesks = (again: number, more: ScenarioForm["demand"] = {}): ScenarioForm =>
  bare({
    agencies: {
      council: { name: "Council", kind: "local", cashable: "40%" },
      police: { name: "Police", kind: "local", cashable: "10%" },
    },
    services: {
      first: { unit: "contact", cost: { council: 10 } },
      second: { unit: "contact", cost: { police: 20 } },
    },
    demand: {
      wanted: { to: "first", contacts: 100, per: "everyone", every: "year" },
      ...(again > 0 && { again: { to: "first", each: "first", contacts: again, after: "1 year" } }),
      sent: { to: "second", each: "first", contacts: 0.5, after: "1 year" },
      back: { to: "first", each: "second", contacts: 0.2, after: "1 year" },
      ...more,
    },
    interventions: { none: reaching({ effects: { none: { cut: { first: "1%" } } } }) },
  });

const six = (value: number): number => Number(value.toFixed(6));

const rowsOf = (form: ScenarioForm) => failureDemand(read(form), { draws: 2 });

describe("failureDemand(scenario)", () => {
  // By hand: f = 100 + f/4 + s/5 and s = f/2, so f = 100/(1 − 0.25 − 0.1) and s = f/2.
  // Without `again` f = 100/0.9; without `sent` or `back` f = 100/0.75. The last year of sixty is settled.
  test("is (I − R)⁻¹ times value demand, and what is left when each loop is cut", () => {
    const [f, s] = [100 / 0.65, 50 / 0.65];
    const gone = (contacts: number, all: number) => [six(contacts), six(contacts / all)];
    const long: ScenarioForm = { ...twoDesks(0.25), time: { start: "2025-04-01", years: 60, cycle: "year" } };
    expect(rowsOf(long).map((row) => [row.service, row.cause, six(row.contacts), six(row.share)])).toEqual([
      ["first", "all", ...gone(f - 100, f)],
      ["first", "again", ...gone(f - 100 / 0.9, f)],
      ["first", "back", ...gone(f - 100 / 0.75, f)],
      ["second", "all", ...gone(s, s)],
      ["second", "sent", ...gone(s, s)],
      ["all", "all", ...gone(f + s - 100, f + s)],
    ]);
  });

  // 50 contacts of £20 at the second desk, of which 10% is cash.
  test("is worth what its contacts cost, in cash and freed", () => {
    const { back: _, ...demand } = twoDesks(0).demand ?? {};
    const atOnce = { ...demand, sent: { to: "second", each: "first", contacts: 0.5 } };
    const rows = rowsOf({ ...twoDesks(0), demand: atOnce });
    expect(rows.map((row) => [row.service, row.cause, row.perContact, row.cash, row.freed].map(String))).toEqual([
      ["second", "all", "null", "100", "900"],
      ["second", "sent", "0.5", "100", "900"],
      ["all", "all", "null", "100", "900"],
    ]);
  });

  test("counts people turned away who come elsewhere, and neither outcomes nor latent contacts", () => {
    const form = twoDesks(0);
    const rows = failureDemand(
      read({
        ...form,
        services: {
          ...form.services,
          first: { unit: "contact", cost: { council: 10 }, capacity: { contacts: 60, every: "year" } },
          job: { unit: "job", worth: "society" },
        },
        demand: {
          wanted: { to: "first", contacts: 100, per: "everyone", every: "year" },
          elsewhere: { to: "second", unmet: "first", contacts: 0.5 },
          jobs: { to: "job", each: "first", contacts: 0.1 },
        },
      }),
      { draws: 2 },
    );
    expect(rows.map(({ service, cause, from, contacts }) => [service, cause, from, contacts])).toEqual([
      ["second", "all", null, 20],
      ["second", "elsewhere", "first", 20],
      ["all", "all", null, 20],
    ]);
  });

  test("has no rows where no contact causes another", () =>
    expect(failureDemand(example("fdac/scenario.yaml"), { draws: 2 })).toEqual([]));

  test("contacts that multiply without end are a problem", () =>
    expect(() => failureDemand(read(twoDesks(0.95)), { draws: 2 })).toThrow("Contacts multiply without end"));
});

describe("the example", () => {
  const scenario = example("failure-demand/scenario.yaml");
  const central = (name: string) => failureDemand(scenario, { draws: 256 }).filter(({ cause }) => cause === name);

  // (I − R)⁻¹ v of the central values, computed apart with numpy: 27%, 29% and 22%, spectral radius 0.2647.
  test("has the shares that were computed apart, within the spread of its ranges", () => {
    const shares = new Map(central("all").map(({ service, share }) => [service, share]));
    expect(shares.get("councilContact")).toBeCloseTo(0.273, 1);
    expect(shares.get("policeContact")).toBeCloseTo(0.287, 1);
    expect(shares.get("landlordContact")).toBeCloseTo(0.22, 1);
    // By hand: (0.02 × 495,218 + 0.1 × 147,313 + 0.1 × 115,385) / 300,000.
    expect(central("all").at(-1)?.handOvers).toBeCloseTo(0.12058, 4);
    expect(central("councilAgain")[0].handOvers).toBe(0);
    expect(central("all")[0].radius).toBeCloseTo(0.2647213595499958, 10);
  });

  test("says so in its first sentences", () =>
    expect(failureDemandOutput.page(simulate(scenario, { draws: 256 })).finding).toEqual([
      "Other contacts cause 27% (18% to 37%) of contacts at the council desk, 22% (13% to 30%) of contacts at the landlord desk and 29% (18% to 40%) of contacts at the police desk.",
      "Without them £8.30m would be avoided over three years, £1.85m (£757,000 to £3.68m) of it cash.",
      "The loop that costs most is Council again: £3.19m, £941,000 (£277,000 to £2.13m) of it cash.",
    ]));
});

describe("spectralRadius(matrix)", () => {
  test.each([
    [
      "a loop of two",
      [
        [0, 0.9],
        [0.4, 0],
      ],
      0.6,
    ],
    [
      "a triangle, which has that of its largest loop",
      [
        [0.3, 5],
        [0, 0.2],
      ],
      0.3,
    ],
    [
      "no loop at all",
      [
        [0, 5],
        [0, 0],
      ],
      0,
    ],
    [
      "a defective matrix",
      [
        [0.5, 1],
        [0, 0.5],
      ],
      0.5,
    ],
    [
      "the council, police and landlord of the example",
      [
        [0.22, 0.1, 0.1],
        [0.02, 0.22, 0],
        [0, 0, 0.22],
      ],
      0.22 + Math.sqrt(0.002),
    ],
  ])("of %s", (_, matrix, radius) => expect(spectralRadius(matrix)).toBeCloseTo(radius, 10));
});
