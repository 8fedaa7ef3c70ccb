import { describe, expect, test } from "vitest";
import { segmentsOfContacts, segmentsOfNeed } from "../../src/base/appraisal/concentration.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Concentration = NonNullable<ScenarioForm["cohorts"][string]["concentration"]>;

const needOf = (concentration: Concentration) => {
  const { need } = read(
    bare({
      cohorts: { clients: { size: 1000, concentration }, others: { size: 10, unit: "home" } },
      services: { bed: { unit: "night", cost: { council: 100 } }, ward: { unit: "day", cost: { council: 200 } } },
      demand: {
        nights: { to: "bed", contacts: "2 * (1 + t)", per: "person", every: "year" },
        days: { to: "ward", contacts: 5, per: "10 people", every: "6 months" },
        chills: { to: "ward", contacts: 7, per: "home", every: "year" },
      },
      interventions: { none: reaching({}) },
    }),
  ).cohorts.clients;
  if (!need) throw new Error("All are alike.");
  return need;
};

describe("concentration", () => {
  test("of need: segments of a gamma, and all services", () => {
    const need = needOf({ top: "20%", share: "80%", of: "need", persistence: "60%" });
    expect(need.segments).toEqual(segmentsOfNeed({ top: 0.2, share: 0.8 })?.segments);
    expect(need.services).toEqual(["bed", "ward"]);
    expect(need.persistence).toMatchObject({
      address: "cohorts.clients.concentration.persistence",
      expression: 0.6,
      bounds: "share",
    });
  });

  test("of contacts: by how many a person makes in a year at the services named", () => {
    const shared = { top: 0.1, share: 0.5, persistence: 1 };
    expect(needOf({ ...shared, services: ["bed"] }).segments).toEqual(
      segmentsOfContacts({ ...shared, contactsPerYear: 2 })?.segments,
    );
    expect(needOf(shared).segments).toEqual(segmentsOfContacts({ ...shared, contactsPerYear: 3 })?.segments);
  });

  test("part by part, from the least need to the most, gives what the fitted one gives", () => {
    const fitted = needOf({ top: "20%", share: "80%", of: "need", persistence: 1 });
    const parts = fitted.segments.map(({ weight, multiplier }, index) => [`part${index}`, { weight, multiplier }]);
    expect(needOf({ segments: Object.fromEntries(parts.reverse()), persistence: 1 })).toEqual(fitted);
  });
});
