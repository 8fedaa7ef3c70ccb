import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { toText } from "../../src/report/formats/text.js";
import { report } from "../../src/report/report.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

/**
 * A tie halves 100 hours of paid care at £10, and a neighbour gives 30 hours more, each worth £11 to whom it is taken
 * from.
 */
const ties = (layer: "social" | "fiscal"): ScenarioForm =>
  bare({
    agencies: {
      council: { name: "Council", kind: "local", cashable: "100%" },
      neighbours: { name: "Families and neighbours", kind: "private", cashable: "100%" },
    },
    services: {
      care: { unit: "hour", cost: { council: 10 } },
      given: { unit: "hour", cost: { neighbours: 11 }, layer },
    },
    demand: {
      paid: { to: "care", contacts: 100, per: "everyone", every: "year" },
      unpaid: { to: "given", contacts: 60, per: "everyone", every: "year" },
    },
    interventions: {
      tie: reaching({ effects: { less: { cut: { care: "50%" } }, more: { raise: { given: "50%" } } } }),
    },
  });

const firstScreen = (layer: "social" | "fiscal"): string =>
  toText(report(simulate(read(ties(layer)), { draws: 4 }))).replaceAll(/\s+/g, " ");

describe("what falls on families is on the first screen", () => {
  // By hand: 30 hours of £11.
  test("as a sentence, if it is in no budget", () =>
    expect(firstScreen("social")).toContain(
      "Beside the budgets, Families and neighbours would lose £330 in time or well-being that no budget shows.",
    ));

  test("as a row, if it is money that they pay", () => {
    expect(firstScreen("fiscal")).toMatch(/Families and neighbours .*−£330/);
    expect(firstScreen("fiscal")).not.toContain("Beside the budgets");
  });
});
