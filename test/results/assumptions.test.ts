import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { randomInputsIn } from "../../src/engine/values/inputs.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

describe("assumptions(simulation)", () => {
  law("lists every number once, with a share of the spread between 0 and 1, the largest first", (form) => {
    const scenario = read(form);
    const rows = assumptions(simulate(scenario, { draws: 256 }));
    expect(new Set(rows.map(({ address }) => address)).size).toBe(rows.length);
    for (const { address } of randomInputsIn(scenario)) expect(rows.map((row) => row.address)).toContain(address);
    const shares = rows.map(({ shareOfSpread }) => shareOfSpread);
    for (const share of shares) expect(share).toSatisfy((each: number) => each >= 0 && each <= 1);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test("splits the spread of a sum of independent numbers about as their variances", () => {
    // By hand: uniform over widths 40 and 20 has variances in the ratio 4 to 1.
    const amount = (low: number, high: number) => ({ value: 50, low, high, distribution: "uniform" as const });
    const effects = {
      wide: { saves: { council: amount(30, 70) }, in: "year 1" },
      narrow: { saves: { council: amount(40, 60) }, in: "year 1" },
    };
    const rows = assumptions(simulate(read(bare({ interventions: { grant: reaching({ effects }) } }))));
    expect(rows[0].address).toMatch(/wide/);
    expect(rows[0].shareOfSpread).toBeCloseTo(0.8, 1);
    expect(rows[1].shareOfSpread).toBeCloseTo(0.2, 1);
  });

  test("lists inflation by default where the years of a run reach past the published index, which ends in 2024", () => {
    const statusOf = (start: string) => {
      const time = { start, years: 2, cycle: "year" } as const;
      const money = { priceYear: "2022/23", discount: "none" } as const;
      const scenario = read(bare({ time, money, interventions: { plan: reaching({}) } }));
      return assumptions(simulate(scenario, { draws: 1 })).find(({ address }) => address === "money.inflation")?.status;
    };
    expect([statusOf("2022-04-01"), statusOf("2024-04-01")]).toEqual([undefined, "default"]);
  });

  test("lists no cost shares of a service without a cost", () => {
    const services = { job: { unit: "job", worth: "society" }, call: { unit: "call", cost: { council: 1 } } } as const;
    const addresses = assumptions(
      simulate(read(bare({ services, interventions: { plan: reaching({}) } })), { draws: 1 }),
    ).map(({ address }) => address);
    expect(addresses.filter((address) => address.startsWith("services."))).toEqual([
      "services.call.cost.council",
      "services.call.rising",
    ]);
  });

  test("lists counts before and after, and rows of counts, as they are drawn, with the source of the whole", () => {
    const source = "voices";
    const counted = { per: "1000 people", every: "year", comparison: "none", source } as const;
    const scenario = read(
      bare({
        sources: { voices: { title: "A study" } },
        cohorts: {
          residents: {
            size: 10,
            states: ["well", "ill"],
            moves: {
              "well -> well": { count: 30, cycle: "year" },
              "well -> ill": { count: 10, cycle: "year", source },
            },
          },
        },
        services: { call: { unit: "call", cost: { council: 100 } } },
        interventions: { casework: reaching({ effects: { e: { measured: counted, counts: { call: "40 -> 20" } } } }) },
      }),
    );
    const rows = assumptions(simulate(scenario, { draws: 256 }));
    const counts = "interventions.casework.effects.e.counts.call";
    const rowAt = (address: string) => rows.find((row) => row.address === address);
    expect(rowAt(`${counts}.before`)).toMatchObject({ written: "40, poisson", value: 40, status: "sourced", source });
    expect(rowAt(`${counts}.after`)).toMatchObject({ written: "20, poisson", value: 20, status: "sourced", source });
    expect(rowAt("cohorts.residents.moves.well")).toMatchObject({ written: "counted: ill 10, well 30", value: null });
    expect(rowAt(`${counts}.before`)?.shareOfSpread).toBeGreaterThan(0.1);
  });
});
