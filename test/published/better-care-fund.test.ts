import { describe, expect, test } from "vitest";
import { centralOf } from "../support/central.js";
import { example } from "../support/read.js";
import published from "./better-care-fund.json" with { type: "json" };

const { cost } = centralOf(example("better-care-fund/scenario.yaml"));
const spent = (strategy: string, service: string): number =>
  cost(strategy, { money: "plain", only: (address) => address === `services.${service}` });

describe("the Better Care Fund of 2015/16, beside its plan", () => {
  test.each(Object.entries(published.abovePlan))("%s: £%d more than planned, to 1 %%", (service, pounds) => {
    const above = spent("as-it-went", service) - spent("plan", service);
    expect(Math.abs(above / pounds - 1)).toBeLessThan(published.tolerance);
  });
});
